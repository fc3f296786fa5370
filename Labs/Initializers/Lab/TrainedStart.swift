import DeepLearning
import LabKit
import NumericCore
import TrainingLabs

/// A network that learned from one start.
struct TrainedStart: Sendable {
  let start: Start
  /// The second junction's weights before the first step.
  let before: [Double]
  /// The same after the last.
  let after: [Double]
  /// The largest difference between the incoming weights of two hidden units, after the last step.
  let unlikenessAfter: Double
  /// What each epoch gave.
  let history: [Epoch]
  /// Whether a number overflowed, which ended the training.
  let isBroken: Bool

  /// The spread of weights around their mean.
  static func spread(_ weights: [Double]) -> Double { standardDeviation(Vector(weights), .population) }

  /// Of the test images after the last epoch.
  var accuracy: Double { history.last?.validation?.accuracy ?? .nan }
}

/// The lecture's network and how long it learns.
enum Lecture {
  static let hidden = 200
  static let epochs = 10
  static let learningRate: Float = 0.1
  static let batchSize = 128
  /// Training images at quick scale.
  static let quickImages = 3000
  /// Test images at quick scale.
  static let quickTests = 1000
}

/// Trains [784, 200, 10] from every start on the same images in the same order.
func trainedStarts(on images: ImageData, scale: Scale, seed: UInt64) throws -> [TrainedStart] {
  let isQuick = scale == .quick
  let samples = images.samples(
    training: isQuick ? Lecture.quickImages : nil, test: isQuick ? Lecture.quickTests : nil)
  let steps = (samples.training.count + Lecture.batchSize - 1) / Lecture.batchSize * Lecture.epochs
  let progress = ProgressLine()
  defer { progress.clear() }
  let sweep = Sweep("initializers: training", steps: steps * allStarts.count, progress: progress)
  return try sweep.results(of: allStarts) { start, step in
    var network = Network<Float>(
      inputs: samples.training.features.columns, [.dense(Lecture.hidden, .relu), .dense(10)])
    network.initialize(
      start.initializer, bias: start.bias, draws: Philox4x32x10(seed: seed, stream: "weights"))
    let before = network.weights(ofLayer: 1)
    var training = Training(
      network, TrainingSettings(batchSize: Lecture.batchSize, epochs: Lecture.epochs),
      draws: Philox4x32x10(seed: seed, stream: "training")
    ) {
      StochasticGradientDescent(dimensions: $0, learningRate: Lecture.learningRate, momentum: 0)
    }
    var isBroken = false
    do {
      try training.run(on: samples.training, validation: samples.test) { _ in step() }
    } catch {
      isBroken = true
    }
    return TrainedStart(
      start: start, before: before, after: training.network.weights(ofLayer: 1),
      unlikenessAfter: unlikeness(training.network.weights(ofLayer: 0), units: Lecture.hidden),
      history: training.history,
      isBroken: isBroken)
  }
}

/// The largest difference between the incoming weights of two units, from weights row after row.
private func unlikeness(_ weights: [Double], units: Int) -> Double {
  let matrix = Matrix(rows: weights.count / units, columns: units, elements: weights)
  return (matrix.max(over: .columns) - matrix.min(over: .columns)).max()
}

extension Network {
  /// The weights of one layer, row after row.
  func weights(ofLayer layer: Int) -> [Double] {
    blocks.filter { $0.layer == layer && $0.role == .weights }.flatMap { block in
      block.range.map { Double(parameters[$0]) }
    }
  }
}
