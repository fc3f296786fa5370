import DeepLearning
import NumericCore

/// Half a cosine from the highest rate to the lowest, then a restart: lowest + ½ (highest - lowest) (1 + cos(π u / T)) at
/// the u-th step of a period of T steps, u counted from 0.
///
/// Each period is `multiplier` times as long as the one before. The lowest rate itself isn't reached: it would be that of
/// u = T, which is step 0 of the next period. PyTorch's `CosineAnnealingWarmRestarts` is the same.
///
/// Source: "SGDR: Stochastic gradient descent with warm restarts" (Loshchilov, Hutter, 2017), equation 5.
public struct CosineRestarts: LearningRateSchedule, Hashable {
  /// The rate of each period's first step, above 0.
  public let highestRate: Double
  /// The rate to which each period falls, 0 or more.
  public let lowestRate: Double
  /// The steps of the first period, 1 or more.
  public let firstPeriod: Int
  /// How much longer each period is than the one before, 1 or more.
  public let multiplier: Int

  /// The schedule.
  ///
  /// - Parameters:
  ///   - highestRate: above 0 and finite.
  ///   - lowestRate: from 0 to the highest: 0 by default, as in the paper's runs.
  ///   - firstPeriod: steps of the first period, 1 or more.
  ///   - multiplier: 1 or more: 1 by default, where all periods are as long; the paper advises 2.
  public init(highestRate: Double, lowestRate: Double = 0, firstPeriod: Int, multiplier: Int = 1) {
    requireRate(highestRate)
    requireLowestRate(lowestRate, below: highestRate)
    requirePeriod(firstPeriod)
    require(multiplier >= 1, "Each period is 1 or more times as long as the one before, not \(multiplier).")
    self.highestRate = highestRate
    self.lowestRate = lowestRate
    self.firstPeriod = firstPeriod
    self.multiplier = multiplier
  }

  /// η of a step, counted from 0.
  public func learningRate(at step: Int) -> Double {
    requireStep(step)
    let share = shareOfPeriod(at: step)
    return lowestRate + (highestRate - lowestRate) * (1 + cos(.pi * share)) / 2
  }

  /// u / T, from 0 to below 1.
  private func shareOfPeriod(at step: Int) -> Double {
    if multiplier == 1 { return Double(step % firstPeriod) / Double(firstPeriod) }
    // In floating point, where a period that outgrows all integers does no harm.
    var (place, period) = (Double(step), Double(firstPeriod))
    while place >= period {
      place -= period
      period *= Double(multiplier)
    }
    return place / period
  }
}
