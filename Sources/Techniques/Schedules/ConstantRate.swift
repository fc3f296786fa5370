import DeepLearning

/// η at each step: no schedule.
public struct ConstantRate: LearningRateSchedule, Hashable {
  /// η, above 0.
  public let rate: Double

  /// The schedule. Precondition: the rate is above 0 and finite.
  public init(_ rate: Double) {
    requireRate(rate)
    self.rate = rate
  }

  /// η of a step, counted from 0.
  public func learningRate(at step: Int) -> Double {
    requireStep(step)
    return rate
  }
}
