import DeepLearning
import NumericCore

/// Polynomial decay: (η₀ - η₁) (1 - t / n)^p + η₁ at step t, and η₁ from step n on. With p = 1 it is linear decay.
///
/// PyTorch's `PolynomialLR` is this with η₁ = 0, TensorFlow's `polynomial_decay` the same without its cycles.
public struct PolynomialDecay: LearningRateSchedule, Hashable {
  /// η₀, above 0.
  public let initialRate: Double
  /// η₁, from 0 to η₀.
  public let endRate: Double
  /// n, 1 or more.
  public let steps: Int
  /// p, above 0.
  public let power: Double

  /// The schedule.
  ///
  /// - Parameters:
  ///   - initialRate: η₀ of step 0, above 0 and finite.
  ///   - endRate: η₁, from 0 to η₀. With 0 nothing is learned any more from step n on.
  ///   - steps: n, after how many steps the end rate is reached, 1 or more.
  ///   - power: p, above 0 and finite: 1 by default, which is linear.
  public init(initialRate: Double, endRate: Double, over steps: Int, power: Double = 1) {
    requireRate(initialRate)
    requireLowestRate(endRate, below: initialRate)
    requirePeriod(steps)
    require(power > 0 && power.isFinite, "The power of a polynomial decay is above 0 and finite; \(power) isn't.")
    self.initialRate = initialRate
    self.endRate = endRate
    self.steps = steps
    self.power = power
  }

  /// η of a step, counted from 0.
  public func learningRate(at step: Int) -> Double {
    requireStep(step)
    let left = 1 - Double(min(step, steps)) / Double(steps)
    return (initialRate - endRate) * pow(left, power) + endRate
  }
}
