import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// First-layer features with and without dropout.
let coAdaptation = Experiment<Setting>(
  "co-adaptation", "What single units of the first layer look for, with and without dropout."
) { setting in
  let epochs = setting.at(quick: 30, lecture: 100)
  let training = setting.samples.training
  let learners = [
    ("without dropout", Learner(hidden: [setting.width], epochs: epochs)),
    ("keep probability 0.5", Learner(hidden: [setting.width], hiddenKeep: 0.5, epochs: epochs)),
  ]
  let sweep = Sweep("co-adaptation", steps: 2 * epochs, progress: setting.progress)
  let features = try sweep.results(of: learners) { item, step in
    let network = try item.1.network(trainedOn: training, draws: setting.draws("co-adaptation")) { _ in step() }
    return Features(name: item.0, of: network, images: training.features)
  }
  let largest = features.map { $0.weights.maximumMagnitude }.max() ?? 1
  var table = Table("dropout", "unit", "norm of weights", "mean correlation of its activation with the others'")
  for feature in features {
    for unit in 0..<feature.weights.columns {
      table.append(
        .text(feature.name), .integer(unit), .number(feature.weights.column(unit).norm),
        .number(feature.correlations[unit]))
    }
  }
  let means = features.map { $0.correlations.mean() }
  let figure = Figure(
    caption:
      "Weights of the first 40 of \(setting.width) hidden units, blue below 0 and red above, one scale. Mean size of "
      + "the correlation between two units over the training images: "
      + zip(features, means).map { "\($0.name) \(($1 * 1000).rounded() / 1000)" }.joined(separator: ", ") + ". "
      + setting.provenance,
    columns: 2
  ) {
    for feature in features {
      Chart(feature.name) {
        ImageMark(feature.picture(rows: setting.data.training.images.rows, largest: largest))
      }
      .hiddenAxes().equalAspect()
    }
  }
  return Drawing(
    figure, table: table,
    results: ["coAdaptation.without": .number(means[0]), "coAdaptation.with": .number(means[1])],
    size: (1500, 640))
}

/// The first layer of a network.
private struct Features: Sendable {
  let name: String
  /// `[pixels, units]`.
  let weights: Matrix<Double>
  /// For each unit, the mean size of the correlation of its activation with those of the others that are ever active.
  let correlations: Vector<Double>

  init(name: String, of network: Network<Float>, images: Matrix<Float>) {
    self.name = name
    let blocks = network.blocks.prefix(2)
    let numbers = blocks.map { block in block.range.map { Double(network.parameters[$0]) } }
    let weights = Matrix(rows: blocks[0].rows, columns: blocks[0].columns, elements: numbers[0])
    let sums = Matrix<Double>(converting: images).dot(weights).adding(Vector(numbers[1]), to: .rows)
    self.weights = weights
    correlations = Self.meanCorrelations(maximum(sums, 0))
  }

  private static func meanCorrelations(_ activations: Matrix<Double>) -> Vector<Double> {
    let centred = activations.subtracting(activations.mean(over: .rows), from: .rows)
    let covariances = centred.transposed.dot(centred)
    let deviations = sqrt(covariances.diagonal)
    let active = deviations.indices.filter { deviations[$0] > 0 }
    return Vector(count: deviations.count) { unit in
      if deviations[unit] == 0 { return 0 }
      let others = active.filter { $0 != unit }
      let sizes = others.map { abs(covariances[unit, $0]) / (deviations[unit] * deviations[$0]) }
      return sizes.reduce(0, +) / Double(max(others.count, 1))
    }
  }

  /// Forty features, eight a row, with a pixel between them.
  func picture(rows: Int, largest: Double) -> PixelImage {
    let (across, down) = (8, 5)
    let columns = weights.rows / rows
    let (width, height) = (across * (columns + 1) - 1, down * (rows + 1) - 1)
    var values = [Double](repeating: .nan, count: width * height)
    for unit in 0..<min(across * down, weights.columns) {
      let (left, top) = (unit % across * (columns + 1), unit / across * (rows + 1))
      for pixel in 0..<weights.rows {
        values[(top + pixel / columns) * width + left + pixel % columns] = weights[pixel, unit]
      }
    }
    // The largest weight of all would leave the others pale.
    return PixelImage(width: width, height: height, values: values, map: .diverging, domain: -largest / 2...largest / 2)
  }
}
