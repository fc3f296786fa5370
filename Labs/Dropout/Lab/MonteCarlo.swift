import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// Averages over sampled masks against one evaluation with scaled weights.
let monteCarlo = Experiment<Setting>(
  "monte-carlo", "Averaging over sampled masks against weight scaling: arithmetic and geometric mean."
) { setting in
  let epochs = setting.at(quick: 30, lecture: 100)
  let count = setting.at(quick: 128, lecture: 1024)
  let (training, test) = setting.samples
  let sweep = Sweep("monte-carlo", steps: epochs + count, progress: setting.progress)
  let averages = try sweep.results(of: [0]) { _, step in
    let network = try Learner(hidden: [setting.width, setting.width], hiddenKeep: 0.5, epochs: epochs)
      .network(trainedOn: training, draws: setting.draws("monte-carlo")) { _ in step() }
    let images = test.features[rows: 0..<min(test.count, 500)]
    return MaskAverages(
      network, images: images, classes: Array(setting.testClasses.prefix(images.rows)), count: count,
      draws: setting.draws("monte-carlo").stream("masks"), step: step)
  }[0]
  var table = Table("masks", "mean", "distance to weight scaling", "test error")
  for row in averages.rows {
    table.append(
      .integer(row.masks), .text("arithmetic"), .number(row.arithmetic.distance), .number(row.arithmetic.error))
    table.append(.integer(row.masks), .text("geometric"), .number(row.geometric.distance), .number(row.geometric.error))
  }
  let x = averages.rows.map { Double($0.masks) }
  let last = averages.rows[averages.rows.count - 1]
  let figure = Figure(
    caption: "Two hidden layers of \(setting.width), keep 0.5, on 500 test images. Left: mean total variation "
      + "distance of the averaged probabilities from those of weight scaling; after \(last.masks) masks "
      + "\(tenThousandths(last.arithmetic.distance)) for the arithmetic, \(tenThousandths(last.geometric.distance)) for the "
      + "geometric mean. " + setting.provenance,
    columns: 2
  ) {
    Chart("How far from weight scaling") {
      LineMark(x: x, y: averages.rows.map(\.arithmetic.distance)).foregroundStyle(by: "arithmetic mean")
      LineMark(x: x, y: averages.rows.map(\.geometric.distance)).foregroundStyle(by: "geometric mean")
    }
    .xAxis("masks", scale: .log).yAxis("distance", scale: .log)
    Chart("Wrong answers") {
      LineMark(x: x, y: averages.rows.map(\.arithmetic.error)).foregroundStyle(by: "arithmetic mean")
      LineMark(x: x, y: averages.rows.map(\.geometric.error)).foregroundStyle(by: "geometric mean")
      LineMark(x: x, y: x.map { _ in averages.scalingError }).foregroundStyle(by: "weight scaling")
    }
    .xAxis("masks", scale: .log).yAxis("share of wrong test answers")
  }
  return Drawing(
    figure, table: table,
    results: [
      "monteCarlo.masks": .number(Double(last.masks)),
      "monteCarlo.arithmeticDistance": .number(last.arithmetic.distance),
      "monteCarlo.geometricDistance": .number(last.geometric.distance),
      "monteCarlo.scalingError": .number(averages.scalingError),
      "monteCarlo.arithmeticError": .number(last.arithmetic.error),
    ], size: (1500, 800))
}

private func tenThousandths(_ number: Double) -> String { "\((number * 10000).rounded() / 10000)" }

/// Averages over the first 1, 2, 4, ... masks.
private struct MaskAverages: Sendable {
  /// How an average does.
  struct Quality {
    /// Half the summed difference of its probabilities from those of weight scaling, averaged over the samples.
    var distance: Double
    /// The share of wrong answers.
    var error: Double
  }

  /// What so many masks give.
  struct Row {
    var masks: Int
    var arithmetic: Quality
    var geometric: Quality
  }

  var rows: [Row] = []
  /// The share of wrong answers of weight scaling.
  var scalingError: Double

  init(
    _ network: Network<Float>, images: Matrix<Float>, classes: [Int], count: Int, draws: Philox4x32x10, step: () -> Void
  ) {
    let scaled = probabilities(network.outputs(for: images))
    scalingError = DropoutLab.error(scaled, classes)
    func quality(_ average: Probabilities) -> Quality {
      Quality(
        distance: abs(average - scaled).sum() / 2 / Double(images.rows), error: DropoutLab.error(average, classes))
    }
    var workspace = network.workspace(maximumBatch: images.rows)
    var sum = Probabilities.zeros(images.rows, network.outputs)
    var logitSum = sum
    for mask in 1...count {
      network.forward(images, rows: 0..<images.rows, in: &workspace, mode: .training(draws.stream("mask", mask)))
      sum = sum + probabilities(workspace.outputs)
      // The normalized geometric mean of softmax is softmax of the mean logits.
      logitSum = logitSum + Matrix<Double>(converting: workspace.outputs)
      step()
      guard mask & (mask - 1) == 0 else { continue }
      rows.append(
        Row(
          masks: mask, arithmetic: quality(sum / Double(mask)),
          geometric: quality(softmax(logitSum / Double(mask)))))
    }
  }
}
