import DeepLearning

/// Inverse time decay: η₀ / (1 + k t / n) at step t, also called 1/t decay or fractional decay.
///
/// Its rates have an infinite sum and a finite sum of squares, as the convergence of stochastic approximation asks.
/// TensorFlow's `inverse_time_decay` is the same.
///
/// Source: "A stochastic approximation method" (Robbins, Monro, 1951), for the two sums.
public struct InverseTimeDecay: LearningRateSchedule, Hashable {
  /// η₀, above 0.
  public let initialRate: Double
  /// k, 0 or more.
  public let decay: Double
  /// n, 1 or more.
  public let steps: Int

  /// The schedule.
  ///
  /// - Parameters:
  ///   - initialRate: η₀ of step 0, above 0 and finite.
  ///   - decay: k, 0 or more and finite: after n / k steps the rate is η₀ / 2.
  ///   - steps: n, in how many steps time counts, 1 or more; 1 by default. With the steps of an epoch, k is by the epoch.
  public init(initialRate: Double, decay: Double, over steps: Int = 1) {
    requireRate(initialRate)
    requireDecay(decay)
    requirePeriod(steps)
    self.initialRate = initialRate
    self.decay = decay
    self.steps = steps
  }

  /// η of a step, counted from 0.
  public func learningRate(at step: Int) -> Double {
    requireStep(step)
    return initialRate / (1 + decay * Double(step) / Double(steps))
  }
}
