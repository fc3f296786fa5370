import DeepLearning
import NumericCore

/// Natural exponential decay: η₀ · exp(-k t / n) at step t.
///
/// It is `ExponentialDecay` with the factor exp(-k). TensorFlow's `natural_exp_decay` is the same.
public struct NaturalExponentialDecay: LearningRateSchedule, Hashable {
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
  ///   - decay: k, 0 or more and finite: after n / k steps the rate is η₀ / e.
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
    return initialRate * exp(-decay * Double(step) / Double(steps))
  }
}
