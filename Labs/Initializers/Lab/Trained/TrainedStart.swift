import DeepLearning
import NumericCore

/// A network that learned from one start.
struct TrainedStart: Sendable {
  let name: StartName
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
  /// How often each start is trained, each time with other draws.
  static let repeats = 3
  /// Training images at quick scale.
  static let quickImages = 3000
  /// Test images at quick scale.
  static let quickTests = 1000
}

/// One training to be done: of a start, with the draws of one repeat.
struct TrainingPlan: Sendable {
  let start: Start
  /// From 0.
  let repetition: Int
  let seed: UInt64

  /// The first repeat draws from the seed itself, the others from streams beside it.
  private func draws(_ stream: String) -> Philox4x32x10 {
    let draws = Philox4x32x10(seed: seed, stream: stream)
    return repetition == 0 ? draws : draws.stream("repeat", repetition)
  }

  /// Trains [784, 200, 10]: the same images in the same order for all starts.
  ///
  /// - Throws: `MissingAnswer` where the start's rule is a student's and gives no weights.
  func trained(
    on samples: (training: Samples<Float>, test: Samples<Float>), step: () -> Void
  ) throws -> TrainedStart {
    var network = try network(inputs: samples.training.features.columns)
    let before = network.weights(ofLayer: 1)
    var training = Training(
      network, TrainingSettings(batchSize: Lecture.batchSize, epochs: Lecture.epochs), draws: draws("training")
    ) {
      StochasticGradientDescent(dimensions: $0, learningRate: Lecture.learningRate, momentum: 0)
    }
    var isBroken = false
    do { try training.run(on: samples.training, validation: samples.test) { _ in step() } } catch { isBroken = true }
    network = training.network
    return TrainedStart(
      name: start.name, before: before, after: network.weights(ofLayer: 1),
      unlikenessAfter: unlikeness(network.weights(ofLayer: 0), units: Lecture.hidden), history: training.history,
      isBroken: isBroken)
  }

  private func network(inputs: Int) throws -> Network<Float> {
    let layers = [LayerShape(inputs: inputs, outputs: Lecture.hidden), LayerShape(inputs: Lecture.hidden, outputs: 10)]
    let draws = draws("weights")
    let weights = try layers.enumerated().map { index, layer in
      var generator = draws.stream("weights", index)
      return try start.rule.weights(of: layer, using: &generator)
    }
    var network = Network<Float>(inputs: inputs, [.dense(Lecture.hidden, .relu), .dense(10)])
    network.start(at: weights, bias: start.name.bias)
    return network
  }
}

/// The largest difference between the incoming weights of two units, from weights row after row.
private func unlikeness(_ weights: [Double], units: Int) -> Double {
  let matrix = Matrix(rows: weights.count / units, columns: units, elements: weights)
  return (matrix.max(over: .columns) - matrix.min(over: .columns)).max()
}

extension Network {
  /// The weights of one layer, row after row.
  fileprivate func weights(ofLayer layer: Int) -> [Double] {
    blocks.filter { $0.layer == layer && $0.role == .weights }.flatMap { block in
      block.range.map { Double(parameters[$0]) }
    }
  }

  /// Gives all dense layers these weights, and all biases one number.
  fileprivate mutating func start(at weights: [Matrix<Double>], bias: Double) {
    for block in blocks {
      for (index, place) in block.range.enumerated() {
        parameters[place] = Scalar(block.role == .weights ? weights[block.layer].elements[index] : bias)
      }
    }
  }
}
