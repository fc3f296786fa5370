import DeepLearning
import NumericCore
import TrainingLabs

/// A network of hidden ReLU layers with dropout, and how long it is trained.
struct Learner: Sendable {
  /// The units of each hidden layer.
  var hidden: [Int]
  /// The keep probability of the inputs.
  var inputKeep = 1.0
  /// The keep probability of the hidden units.
  var hiddenKeep = 1.0
  /// How often training goes through the data.
  var epochs: Int

  /// How many samples a step learns from.
  static let batchSize = 50

  /// How many updates training makes, batch after batch.
  func updates(samples: Int) -> Int {
    epochs * Array(stride(from: 0, to: samples, by: Self.batchSize)).count
  }

  /// The layers, with ten outputs.
  var layers: [Layer] {
    func dropout(_ keep: Double) -> [Layer] { keep < 1 ? [.dropout(keepProbability: keep)] : [] }
    return dropout(inputKeep) + hidden.flatMap { [.dense($0, .relu)] + dropout(hiddenKeep) } + [.dense(10)]
  }

  /// A network that has learned nothing.
  ///
  /// - Parameter masks: what its layers of dropout multiply by; without such layers none are needed.
  func start(inputs: Int, masks: (any DropoutMasks<Float>)?, draws: Philox4x32x10) -> Network<Float> {
    var network = Network<Float>(inputs: inputs, layers, masks: masks)
    network.initialize(draws: draws.stream("weights"))
    return network
  }

  /// Trains a network of its own start, order and masks.
  ///
  /// Momentum with the engine's defaults: learning rate 0.05, batches of 50.
  ///
  /// - Parameters:
  ///   - masks: what its layers of dropout multiply by; without such layers none are needed.
  ///   - draws: the run's own stream.
  ///   - epoch: called after each epoch with the network as it is then.
  func network(
    trainedOn samples: Samples<Float>, masks: (any DropoutMasks<Float>)?, draws: Philox4x32x10,
    epoch: (Network<Float>) -> Void = { _ in }
  ) throws -> Network<Float> {
    var training = Training(
      start(inputs: samples.features.columns, masks: masks, draws: draws),
      TrainingSettings(batchSize: Self.batchSize, epochs: epochs), draws: draws.stream("training")
    ) { StochasticGradientDescent(dimensions: $0, learningRate: 0.05) }
    while !training.isFinished {
      try training.runEpoch(on: samples)
      epoch(training.network)
    }
    return training.network
  }
}

extension Network<Float> {
  /// The share of samples that it takes for another class, in inference.
  func error(on samples: Samples<Float>) -> Double {
    evaluation(of: .softmaxCrossEntropy, on: samples).error ?? .nan
  }
}

/// Probabilities of some samples, `[samples, classes]`.
typealias Probabilities = Matrix<Double>

/// The probabilities of single-precision logits, in double precision.
func probabilities(_ logits: Matrix<Float>) -> Probabilities { softmax(Matrix<Double>(converting: logits)) }

/// softmax of each row.
func softmax(_ logits: Matrix<Double>) -> Probabilities {
  let powers = exp(logits.subtracting(logits.max(over: .columns), from: .columns))
  return powers.dividing(.columns, by: powers.sum(over: .columns))
}

/// The share of rows whose largest probability isn't that of its class.
func error(_ probabilities: Probabilities, _ classes: [Int]) -> Double {
  let wrong = zip(probabilities.argMax(over: .columns), classes).filter { $0 != $1 }
  return Double(wrong.count) / Double(classes.count)
}
