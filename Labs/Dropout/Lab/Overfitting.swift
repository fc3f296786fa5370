import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// Error by epoch on what was learned and on what wasn't, with and without dropout.
let overfitting = Experiment<Setting>(
  "overfitting", "Training and test error by epoch on a small training set, with and without dropout."
) { setting in
  let epochs = setting.at(quick: 30, lecture: 100)
  let (training, test) = setting.samples
  let learners = [
    ("without dropout", Learner(hidden: [setting.width, setting.width], epochs: epochs)),
    ("with dropout", Learner(hidden: [setting.width, setting.width], inputKeep: 0.8, hiddenKeep: 0.5, epochs: epochs)),
  ]
  let sweep = Sweep("overfitting", steps: epochs * learners.count, progress: setting.progress)
  let curves = try sweep.results(of: learners) { item, step in
    var errors: [(training: Double, test: Double)] = []
    _ = try item.1.network(trainedOn: training, draws: setting.draws("overfitting")) { network in
      errors.append((network.error(on: training), network.error(on: test)))
      step()
    }
    return ErrorCurves(name: item.0, training: errors.map(\.training), test: errors.map(\.test))
  }
  var table = Table("dropout", "epoch", "training error", "test error")
  var results: [String: Value] = [:]
  for curve in curves {
    for epoch in 0..<epochs {
      table.append(
        .text(curve.name), .integer(epoch + 1), .number(curve.training[epoch]), .number(curve.test[epoch]))
    }
    let key = curve.name == "with dropout" ? "with" : "without"
    results["overfitting.\(key).trainingError"] = .number(curve.training[epochs - 1])
    results["overfitting.\(key).testError"] = .number(curve.test[epochs - 1])
  }
  let ends = curves.map { "\($0.name) \(percent($0.training[epochs - 1])) and \(percent($0.test[epochs - 1]))" }
  let chart = Chart {
    for curve in curves {
      let x = (1...epochs).map(Double.init)
      LineMark(x: x, y: curve.training).foregroundStyle(by: "training, \(curve.name)")
      LineMark(x: x, y: curve.test).foregroundStyle(by: "test, \(curve.name)")
    }
  }
  .xAxis("epoch")
  .yAxis("share of wrong answers")
  .seriesStyles([
    SeriesStyle(name: "training, without dropout", color: .vermillion, dash: .dashed),
    SeriesStyle(name: "test, without dropout", color: .vermillion),
    SeriesStyle(name: "training, with dropout", color: .blue, dash: .dashed),
    SeriesStyle(name: "test, with dropout", color: .blue),
  ])
  .caption(
    "Two hidden layers of \(setting.width) on \(setting.trainingCount) images; dropout keeps 0.8 of the inputs, 0.5 of the "
      + "hidden units; errors in inference. At the end, training and test: \(ends.joined(separator: "; ")). "
      + setting.provenance)
  return Drawing(Figure(chart), table: table, results: results)
}

/// The errors of one training, an entry an epoch.
private struct ErrorCurves: Sendable {
  var name: String
  var training: [Double]
  var test: [Double]
}
