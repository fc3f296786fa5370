import AnswerChecks
import BatchSizeQuestions
import LabKit
import NumericCore
import Plotting

/// Small batches learn more an epoch.
let byEpoch = Experiment<Setting>("by-epoch", "Test error by epoch, for batches from one sample to all.", restsOn: []) {
  setting in
  let runs = try TradeOff.runs(setting)
  let caption = try TradeOff(setting).description(setting) + "The same runs as by-update and by-time. " + best(runs)
  return Drawing(
    axisFigure(runs.map { AxisCurve($0, $0.epochs) }, "epoch", caption: caption, scale: .linear),
    table: axisTable(runs.map { AxisCurve($0, $0.epochs) }, "epoch"), results: ["trade-off": tradeOffResults(runs)])
}

/// Large batches learn more an update.
let byUpdate = Experiment<Setting>(
  "by-update", "Test error by update: the runs of by-epoch on another axis.", restsOn: [.answers, .data]
) {
  setting in
  let runs = try TradeOff.runs(setting)
  let tradeOff = try TradeOff(setting)
  let (curves, missing) = try updateCurves(runs, samples: tradeOff.samples.training.count, setting.student)
  let caption =
    tradeOff.description(setting)
    + "The runs of by-epoch by the number of updates; the start, update 0, isn't on the logarithmic axis."
    + leftOut(["all curves": missing])
  return Drawing(
    axisFigure(curves, "update", caption: caption, scale: .log), table: axisTable(curves, "update"))
}

/// A run on one of the axes.
struct AxisCurve: Sendable {
  var run: TradeOffRun
  /// Where its errors lie, before training and after each epoch.
  var places: [Double]

  init(_ run: TradeOffRun, _ places: [Double]) {
    self.run = run
    self.places = places
  }
}

/// The runs by updates, which a student's 5.1 counts.
private func updateCurves(_ runs: [TradeOffRun], samples: Int, _ student: StudentAnswers?) throws
  -> (curves: [AxisCurve], missing: MissingAnswer?)
{
  guard let student else { return (runs.map { AxisCurve($0, $0.updates) }, nil) }
  var curves: [AxisCurve] = []
  for run in runs {
    let inputs = run.accuracies.indices.map {
      EpochsInput(samples: samples, batchSize: run.batchSize, epochs: $0 + 1)
    }
    switch try student.outputs(of: "5.1", inputs: inputs, \.finiteNumber) {
    case .success(let updates): curves.append(AxisCurve(run, [0] + updates))
    case .failure(let missing): return ([], missing)
    }
  }
  return (curves, nil)
}

/// Which run is best at the first and the last epoch.
private func best(_ runs: [TradeOffRun]) -> String {
  func best(_ epoch: Int) -> String {
    let best = runs.min { $0.errors[epoch] < $1.errors[epoch] }
    return best.map { "\($0.title) (\(rounded($0.errors[epoch], 3)))" } ?? ""
  }
  let last = (runs.first?.evaluations.count ?? 1) - 1
  return "Smallest error after one epoch: \(best(1)); after \(last): \(best(last)). "
}

/// What the lecture quotes of the runs.
private func tradeOffResults(_ runs: [TradeOffRun]) -> Value {
  .record([
    "updates-per-epoch": bySize(runs.map { ($0.batchSize, Double($0.updatesPerEpoch)) }),
    "error-after-one-epoch": bySize(runs.map { ($0.batchSize, $0.errors[1]) }),
    "final-error": bySize(runs.map { ($0.batchSize, $0.errors.last ?? .nan) }),
    "final-loss": bySize(runs.map { ($0.batchSize, $0.evaluations.last?.loss ?? .nan) }),
  ])
}

/// A row an epoch of a run.
func axisTable(_ curves: [AxisCurve], _ name: String) -> Table {
  var table = Table("batch size", name, "test error", "test loss")
  for curve in curves {
    for (place, (error, evaluation)) in zip(curve.places, zip(curve.run.errors, curve.run.evaluations)) {
      table.append(.integer(curve.run.batchSize), .number(place), .number(error), .number(evaluation.loss))
    }
  }
  return table
}

/// The error of every run on one axis, with further marks.
func axisFigure(
  _ curves: [AxisCurve], _ label: String, caption: String, scale: ScaleKind,
  @MarkBuilder marks: () -> [any Mark] = { [] }
) -> Figure {
  Figure(
    Chart {
      for curve in curves {
        let points = zip(curve.places, curve.run.errors).filter { scale == .linear || $0.0 > 0 }
        LineMark(x: points.map(\.0), y: points.map(\.1)).foregroundStyle(by: curve.run.title).lineStyle(width: 1.6)
        PointMark(x: points.map(\.0), y: points.map(\.1)).foregroundStyle(by: curve.run.title)
      }
      marks()
    }
    .xAxis(label, scale: scale).yAxis("test error", scale: .log).caption(caption)
  )
  .seriesStyles(SeriesStyle.list(curves.map(\.run.title)))
  .legend(.right)
}
