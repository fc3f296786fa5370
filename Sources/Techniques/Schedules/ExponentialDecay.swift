import DeepLearning
import NumericCore

/// Exponential decay: η₀ · f^(t / n) at step t. It falls a little at each step, by the factor f in n steps.
///
/// PyTorch's `ExponentialLR` is this with n = 1; TensorFlow's `exponential_decay` is the same. `NaturalExponentialDecay` is
/// the same curve, written with e.
public struct ExponentialDecay: LearningRateSchedule, Hashable {
  /// η₀, above 0.
  public let initialRate: Double
  /// f, above 0 and up to 1.
  public let factor: Double
  /// n, 1 or more.
  public let steps: Int

  /// The schedule.
  ///
  /// - Parameters:
  ///   - initialRate: η₀ of step 0, above 0 and finite.
  ///   - factor: f, above 0 and up to 1.
  ///   - steps: n, in how many steps the rate falls by f, 1 or more; 1 by default.
  public init(initialRate: Double, factor: Double, over steps: Int = 1) {
    requireRate(initialRate)
    requireFactor(factor)
    requirePeriod(steps)
    self.initialRate = initialRate
    self.factor = factor
    self.steps = steps
  }

  /// η of a step, counted from 0.
  public func learningRate(at step: Int) -> Double {
    requireStep(step)
    return initialRate * pow(factor, Double(step) / Double(steps))
  }
}
