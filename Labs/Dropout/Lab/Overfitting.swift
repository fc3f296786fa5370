import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// Error by epoch on what was learned and on what wasn't, with and without dropout.
let overfitting = Experiment<Setting>(
  "overfitting", "Training and test error by epoch on a small training set, with and without dropout.",
  restsOn: [.answers, .data]
) { setting in
  let epochs = setting.at(quick: 30, lecture: 100)
  let seeds = setting.at(quick: 2, lecture: 5)
  // Errors after every epoch take longer than training, so fewer images are tested.
  let samples = try setting.samples(test: setting.at(quick: 1000, lecture: 2000))
  let hidden = [setting.width, setting.width]
  let learners = [
    ("without dropout", Learner(hidden: hidden, epochs: epochs)),
    ("with dropout", Learner(hidden: hidden, inputKeep: 0.8, hiddenKeep: 0.5, epochs: epochs)),
  ]
  let masks: any DropoutMasks<Float>
  switch try setting.masks(for: learners.map(\.1)) {
  case .success(let found): masks = found
  case .failure(let missing): return drawing(without: missing, setting)
  }
  let runs = learners.flatMap { learner in (0..<seeds).map { (learner.1, $0) } }
  let sweep = Sweep("overfitting", steps: epochs * runs.count, progress: setting.progress)
  let histories = try sweep.results(of: runs) { run, step in
    var errors = ErrorHistory()
    let draws = setting.draws("overfitting").stream("seed", run.1)
    _ = try run.0.network(trainedOn: samples.training, masks: masks, draws: draws) { network in
      errors.training.append(network.error(on: samples.training))
      errors.test.append(network.error(on: samples.test))
      step()
    }
    return errors
  }
  let curves = learners.indices.map { index in
    ErrorCurves(name: learners[index].0, histories: Array(histories[index * seeds..<(index + 1) * seeds]))
  }
  let caption =
    "Two hidden layers of \(setting.width), \(samples.trainingCount) images to learn from, \(samples.testClasses.count) to "
    + "test with; lines are means, bands all of \(seeds) seeds. Dropout keeps 0.8 of the inputs and 0.5 of the hidden "
    + "units; errors are those of inference. At the end, training and test: "
    + curves.map(\.end).joined(separator: "; ") + "." + setting.answers.credit(["3.1"]) + " " + setting.provenance
  return Drawing(
    Figure(ErrorCurves.chart(curves, epochs: epochs).caption(caption)), table: ErrorCurves.table(curves),
    results: ["overfitting": .record(Dictionary(uniqueKeysWithValues: curves.map { ($0.key, $0.result) }))])
}

/// The errors of one training, an entry an epoch.
private struct ErrorHistory: Sendable {
  var training: [Double] = []
  var test: [Double] = []
}

/// What several seeds gave, an entry an epoch.
private struct ErrorCurves {
  let name: String
  let histories: [ErrorHistory]
  let training: [Spread]
  let test: [Spread]

  init(name: String, histories: [ErrorHistory]) {
    self.name = name
    self.histories = histories
    func spreads(_ part: (ErrorHistory) -> [Double]) -> [Spread] {
      part(histories[0]).indices.map { epoch in Spread(values: histories.map { part($0)[epoch] }) }
    }
    training = spreads(\.training)
    test = spreads(\.test)
  }

  /// Its name in the manifest.
  var key: String { name.replacing(" ", with: "-") }

  private var last: (training: Spread, test: Spread) { (training[training.count - 1], test[test.count - 1]) }

  /// For a caption.
  var end: String { "\(name) \(percent(last.training.mean)) and \(percent(last.test.mean))" }

  /// For the manifest.
  var result: Value { .record(["training-error": last.training.result, "test-error": last.test.result]) }

  static func chart(_ curves: [ErrorCurves], epochs: Int) -> Chart {
    let x = (1...epochs).map(Double.init)
    return Chart {
      for curve in curves {
        for (part, spreads) in [("test", curve.test), ("training", curve.training)] {
          AreaMark(x: x, lower: spreads.lowest, upper: spreads.highest).foregroundStyle(by: "\(part), \(curve.name)")
          LineMark(x: x, y: spreads.means).foregroundStyle(by: "\(part), \(curve.name)")
        }
      }
    }
    .xAxis("epoch").yAxis("share of wrong answers")
    .seriesStyles([
      SeriesStyle(name: "test, without dropout", color: .vermillion, dash: .solid),
      SeriesStyle(name: "training, without dropout", color: .vermillion, dash: .dotted),
      SeriesStyle(name: "test, with dropout", color: .blue, dash: .dashed),
      SeriesStyle(name: "training, with dropout", color: .blue, dash: .dashDotted),
    ])
  }

  static func table(_ curves: [ErrorCurves]) -> Table {
    var table = Table("dropout", "seed", "epoch", "training error", "test error")
    for curve in curves {
      for (seed, history) in curve.histories.enumerated() {
        for (epoch, errors) in zip(history.training, history.test).enumerated() {
          table.append(
            .text(curve.name), .integer(seed), .integer(epoch + 1), .number(errors.0), .number(errors.1))
        }
      }
    }
    return table
  }
}
