import NumericCore

/// Input of 5.6.
public struct ShardsInput: Codable, Sendable {
  /// x, `[samples, inputs]`.
  public var features: Matrix<Double>
  /// t, `[samples]`.
  public var targets: Vector<Double>
  /// w, `[inputs]`.
  public var weights: Vector<Double>
  /// K.
  public var workers: Int

  /// A linear model, its data, and how many workers share them.
  public init(features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, workers: Int) {
    self.features = features
    self.targets = targets
    self.weights = weights
    self.workers = workers
  }
}

/// What is judged of 5.6.
public struct ShardedGradient: Codable, Sendable, Equatable {
  /// The gradient that was put together.
  public var gradient: Vector<Double>
  /// Which shards were side by side: a list for each time that the workers were called, with the sizes of the shards that
  /// they got, the largest first.
  public var shardSizes: [[Int]]
}

/// Input of 5.7.
public struct TwoCurvesInput: Codable, Sendable {
  /// A run.
  public var first: AccuracyCurve
  /// Another.
  public var second: AccuracyCurve
  /// N.
  public var samples: Int
  /// The accuracy to reach.
  public var target: Double

  /// Two runs and a target.
  public init(first: AccuracyCurve, second: AccuracyCurve, samples: Int, target: Double) {
    self.first = first
    self.second = second
    self.samples = samples
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
