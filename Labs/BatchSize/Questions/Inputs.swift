import NumericCore

// What the checks send for each exercise. The names are what a student reads in "Smallest case that fails".

/// Input of 5.1 and 5.2.
public struct EpochsInput: Codable, Sendable {
  /// N.
  public var samples: Int
  /// M.
  public var batchSize: Int
  /// How often training goes through the samples.
  public var epochs: Int
  /// The seed of the generator; 5.2 alone has it.
  public var seed: UInt64?

  /// Epochs over some samples.
  public init(samples: Int, batchSize: Int, epochs: Int, seed: UInt64? = nil) {
    self.samples = samples
    self.batchSize = batchSize
    self.epochs = epochs
    self.seed = seed
  }
}

/// Input of 5.3.
public struct BatchInput: Codable, Sendable {
  /// x, `[samples, inputs]`.
  public var features: Matrix<Double>
  /// t, `[samples]`.
  public var targets: Vector<Double>
  /// w, `[inputs]`.
  public var weights: Vector<Double>
  /// The samples of the batch.
  public var batch: [Int]
  /// M.
  public var batchSize: Int

  /// A linear model, its data, and a batch of them.
  public init(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, batch: [Int], batchSize: Int
  ) {
    self.features = features
    self.targets = targets
    self.weights = weights
    self.batch = batch
    self.batchSize = batchSize
  }
}
