import NumericCore

/// Input of 5.6: the gradients from which a worker's mean is taken.
public struct ShardsInput: Codable, Sendable {
  /// A sample a row, `[samples, dimensions]`.
  public var gradients: Matrix<Double>
  /// K.
  public var shards: Int

  /// The gradients of all samples, and in how many shards to cut them.
  public init(gradients: Matrix<Double>, shards: Int) {
    self.gradients = gradients
    self.shards = shards
  }
}

/// What is judged of 5.6.
public struct ShardedGradient: Codable, Sendable, Equatable {
  /// The gradient that was put together.
  public var gradient: Vector<Double>
  /// The sizes of the shards that workers were asked for, the largest first.
  public var shardSizes: [Int]
}

/// Input of 5.7.
public struct AccuraciesInput: Codable, Sendable {
  /// After each epoch.
  public var accuracies: Vector<Double>
  /// N.
  public var samples: Int
  /// M.
  public var batchSize: Int
  /// What an update takes.
  public var secondsPerUpdate: Double
  /// The accuracy to reach.
  public var target: Double

  /// A run and a target.
  public init(
    accuracies: Vector<Double>, samples: Int, batchSize: Int, secondsPerUpdate: Double, target: Double
  ) {
    self.accuracies = accuracies
    self.samples = samples
    self.batchSize = batchSize
    self.secondsPerUpdate = secondsPerUpdate
    self.target = target
  }
}

/// Input of 5.9.
public struct RunInput: Codable, Sendable {
  /// x.
  public var features: Vector<Double>
  /// t.
  public var targets: Vector<Double>
  /// The order of each epoch.
  public var orders: [[Int]]
  /// M.
  public var batchSize: Int
  /// η.
  public var learningRate: Double
  /// Before the first update, and after each.
  public var weights: Vector<Double>

  /// A run and what it was made from.
  public init(
    features: Vector<Double>, targets: Vector<Double>, orders: [[Int]], batchSize: Int, learningRate: Double,
    weights: Vector<Double>
  ) {
    self.features = features
    self.targets = targets
    self.orders = orders
    self.batchSize = batchSize
    self.learningRate = learningRate
    self.weights = weights
  }
}
