import DeepLearning
import NumericCore

/// Step decay: η₀ · f^⌊t / n⌋ at step t. The rate stays for n steps, then falls by the factor f.
///
/// PyTorch's `StepLR` is the same; f = 0.1 is the usual value.
public struct StepDecay: LearningRateSchedule, Hashable {
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
  ///   - steps: n, for how many steps each rate holds, 1 or more.
  public init(initialRate: Double, factor: Double, every steps: Int) {
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
    return initialRate * pow(factor, Double(step / steps))
  }
}
