import DeepLearning
import NumericCore

#if canImport(Techniques)
  import Techniques
#endif

/// A network of one hidden layer of ReLU units, trained under a penalty.
struct PenalizedTraining: Sendable {
  let kind: PenaltyKind
  let epochs: Int
  /// Which start and which order of the images.
  let seed: Int

  /// The lecture's network has so many hidden units.
  static let hidden = 200
  static let batchSize = 100
  static let learningRate: Float = 0.05

  /// λ, chosen so that all penalties reach about the same test accuracy on all of MNIST.
  var strength: Double {
    switch kind {
    case .none: 0
    case .lasso: 3e-5
    case .elasticNet: 6e-5
    case .ridge: 2e-4
    }
  }

  /// The penalties that this copy of the project has.
  static var kinds: [PenaltyKind] {
    #if canImport(Techniques)
      [.none, .lasso, .elasticNet, .ridge]
    #else
      [.none]
    #endif
  }

  private var rules: TrainingRules<Float> {
    #if canImport(Techniques)
      switch kind {
      case .none: TrainingRules()
      case .lasso: TrainingRules(penalties: [L1Penalty(strength: Float(strength))])
      case .elasticNet: TrainingRules(penalties: [ElasticNet(strength: Float(strength), l1Share: Float(kind.l1Share))])
      case .ridge: TrainingRules(penalties: [L2Penalty(strength: Float(strength))])
      }
    #else
      TrainingRules()
    #endif
  }

  /// Trains: momentum 0.9, learning rate 0.05, batches of 100. The start and the order are the same for all penalties.
  ///
  /// - Parameter step: called after each epoch.
  func network(on samples: Samples<Float>, draws: Philox4x32x10, step: () -> Void) throws -> Network<Float> {
    let draws = draws.stream("seed", seed)
    var network = Network<Float>(inputs: samples.features.columns, [.dense(Self.hidden, .relu), .dense(10)])
    network.initialize(draws: draws.stream("weights"))
    var training = Training(
      network, TrainingSettings(batchSize: Self.batchSize, epochs: epochs), rules: rules,
      draws: draws.stream("training")
    ) { StochasticGradientDescent(dimensions: $0, learningRate: Self.learningRate) }
    while !training.isFinished {
      try training.runEpoch(on: samples)
      step()
    }
    return training.network
  }
}

extension Network<Float> {
  /// The weights of one junction, counted from 0.
  func junction(_ index: Int) -> [Float] {
    let weights = blocks.filter { $0.role == .weights }[index]
    return weights.range.map { parameters[$0] }
  }

  /// All weights, without biases.
  var weights: [Float] { blocks.filter { $0.role == .weights }.flatMap { $0.range.map { parameters[$0] } } }

  /// The same network with 0 for all weights that are smaller in size.
  func pruned(below size: Float) -> Network<Float> {
    var network = self
    for block in blocks where block.role == .weights {
      for index in block.range where abs(parameters[index]) < size { network.parameters[index] = 0 }
    }
    return network
  }

  /// The share of samples that it gets right, in inference.
  func accuracy(on samples: Samples<Float>) -> Double {
    evaluation(of: .softmaxCrossEntropy, on: samples).accuracy ?? .nan
  }
}
