import DeepLearning

/// A triangle, again and again: η rises from the lowest rate to the highest in n steps and falls back in n, so a cycle has
/// 2 n steps: lowest + (highest - lowest) · (1 - |(t mod 2n) / n - 1|) at step t.
///
/// PyTorch's `CyclicLR` in its `triangular` mode is the same.
///
/// Source: "Cyclical learning rates for training neural networks" (Smith, 2017), section 3, which advises a half cycle of
/// 2 to 10 epochs.
public struct TriangularCycle: LearningRateSchedule, Hashable {
  /// Where each cycle starts and ends, 0 or more.
  public let lowestRate: Double
  /// The rate in the middle of each cycle.
  public let highestRate: Double
  /// n, 1 or more.
  public let halfCycle: Int

  /// The schedule.
  ///
  /// - Parameters:
  ///   - lowestRate: of steps 0, 2n, 4n, from 0 to the highest. With 0 nothing is learned at these steps.
  ///   - highestRate: of steps n, 3n, 5n, above 0 and finite.
  ///   - halfCycle: n, the steps from the lowest rate to the highest, 1 or more.
  public init(lowestRate: Double, highestRate: Double, halfCycle: Int) {
    requireRate(highestRate)
    requireLowestRate(lowestRate, below: highestRate)
    requirePeriod(halfCycle)
    self.lowestRate = lowestRate
    self.highestRate = highestRate
    self.halfCycle = halfCycle
  }

  /// η of a step, counted from 0.
  public func learningRate(at step: Int) -> Double {
    requireStep(step)
    let place = step % (2 * halfCycle)
    let height = Double(min(place, 2 * halfCycle - place)) / Double(halfCycle)
    return lowestRate + (highestRate - lowestRate) * height
  }
}
