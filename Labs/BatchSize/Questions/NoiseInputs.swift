import NumericCore

/// Input of 5.4.
public struct GradientsInput: Codable, Sendable {
  /// One a sample, with respect to one weight.
  public var gradients: Vector<Double>
  /// M.
  public var batchSize: Int

  /// The gradients of all samples, and how many a batch has.
  public init(gradients: Vector<Double>, batchSize: Int) {
    self.gradients = gradients
    self.batchSize = batchSize
  }
}

/// Input of 5.5.
public struct ScheduleInput: Codable, Sendable {
  /// t.
  public var update: Int
  /// η₀.
  public var baseRate: Double
  /// M₀.
  public var baseBatchSize: Int
  /// M.
  public var batchSize: Int
  /// n.
  public var warmUpUpdates: Int

  /// An update of a schedule.
  public init(update: Int, baseRate: Double, baseBatchSize: Int, batchSize: Int, warmUpUpdates: Int) {
    self.update = update
    self.baseRate = baseRate
    self.baseBatchSize = baseBatchSize
    self.batchSize = batchSize
    self.warmUpUpdates = warmUpUpdates
  }
}

/// Input of 5.8.
public struct TwoSizesInput: Codable, Sendable {
  /// N.
  public var samples: Int
  /// M₁.
  public var smaller: Int
  /// M₂.
  public var larger: Int

  /// Two batch sizes.
  public init(samples: Int, smaller: Int, larger: Int) {
    self.samples = samples
    self.smaller = smaller
    self.larger = larger
  }
}
