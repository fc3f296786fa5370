import AnswerChecks
import LabKit
import NumericCore
import Plotting

/// Small batches learn more an epoch.
let byEpoch = Experiment<Setting>("by-epoch", "Test error by epoch, for batches from one sample to all.") { setting in
  let runs = try TradeOff.runs(setting)
  let caption = try TradeOff(setting).description(setting) + "The same runs as by-update and by-time."
  return Drawing(
    axisFigure(runs, "epoch", caption: caption, scale: .linear) { $0.epochs },
    table: axisTable(runs, "epoch") { $0.epochs },
    results: ["trade-off": .record(finalErrors(runs))])
}

/// Large batches learn more an update.
let byUpdate = Experiment<Setting>("by-update", "Test error by update: the runs of by-epoch on another axis.") {
  setting in
  let runs = try TradeOff.runs(setting)
  let caption =
    try TradeOff(setting).description(setting)
    + "The runs of by-epoch by the number of updates; the start, update 0, isn't on the logarithmic axis."
  return Drawing(
    axisFigure(runs, "update", caption: caption, scale: .log) { $0.updates },
    table: axisTable(runs, "update") { $0.updates })
}

/// In between they learn most a second.
let byTime = Experiment<Setting>("by-time", "Test error by seconds of training: the runs of by-epoch, time measured.") {
  setting in
  let runs = try TradeOff.runs(setting)
  let tradeOff = try TradeOff(setting)
  let seconds = runs.reduce(into: [:]) { seconds, run in
    seconds[run.batchSize] = Speed(tradeOff).secondsPerUpdate(batchSize: run.batchSize, team: .alone)
  }
  func times(_ run: TradeOffRun) -> [Double] { run.updates.map { $0 * (seconds[run.batchSize] ?? .nan) } }
  let caption =
    tradeOff.description(setting)
    + "The runs of by-epoch by time: updates times the seconds of one, measured on one thread of this machine. "
    + "Measured, so not the same twice."
  return Drawing(
    axisFigure(runs, "seconds of training", caption: caption, scale: .log, x: times),
    table: axisTable(runs, "seconds", x: times))
}

/// The error after the last epoch, by batch size.
private func finalErrors(_ runs: [TradeOffRun]) -> [String: Value] {
  runs.reduce(into: [:]) { errors, run in errors["error-\(run.batchSize)"] = .number(run.errors.last ?? .nan) }
}

/// A row an epoch of a run.
func axisTable(_ runs: [TradeOffRun], _ name: String, x: (TradeOffRun) -> [Double]) -> Table {
  var table = Table("batch size", name, "test error", "test loss")
  for run in runs {
    for (place, (error, evaluation)) in zip(x(run), zip(run.errors, run.evaluations)) {
      table.append(.integer(run.batchSize), .number(place), .number(error), .number(evaluation.loss))
    }
  }
  return table
}

/// The error of every run on one axis.
func axisFigure(
  _ runs: [TradeOffRun], _ label: String, caption: String, scale: ScaleKind, x: (TradeOffRun) -> [Double]
) -> Figure {
  Figure(
    Chart {
      for run in runs {
        let points = zip(x(run), run.errors).filter { scale == .linear || $0.0 > 0 }
        LineMark(x: points.map(\.0), y: points.map(\.1)).foregroundStyle(by: run.title).lineStyle(width: 1.6)
        PointMark(x: points.map(\.0), y: points.map(\.1)).foregroundStyle(by: run.title).symbolSize(0.7)
      }
    }
    .xAxis(label, scale: scale).yAxis("test error", scale: .log).caption(caption)
  )
  .seriesStyles(SeriesStyle.list(runs.map(\.title)))
  .legend(.right)
}
