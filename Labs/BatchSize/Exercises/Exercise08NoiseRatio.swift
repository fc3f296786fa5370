import BatchSizeQuestions
import NumericCore

extension MyAnswers {
  /// **5.8 Predict: what a larger batch does to the noise** (2 points).
  ///
  /// Batches are drawn without replacement from N samples. The standard deviation of a mini-batch's gradient is measured
  /// over all possible batches of M₁ samples, then over all possible batches of M₂. What is the second divided by the
  /// first? Answer before you run it. Your answer is compared with the count over all batches.
  ///
  /// - Parameters:
  ///   - samples: N, 3 or more.
  ///   - smaller: M₁, from 1 to N - 1.
  ///   - larger: M₂, from M₁ + 1 to N.
  /// - Returns: the ratio, from 0 to 1.
  public func noiseRatio(samples: Int, smaller: Int, larger: Int) throws -> Double {
    throw NotAttempted("5.8")
  }
}
