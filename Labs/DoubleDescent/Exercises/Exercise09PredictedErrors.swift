import DoubleDescentQuestions
import NumericCore

extension MyAnswers {
  /// **7.9 Predict: what is left of pure noise?** (2 points).
  ///
  /// n samples have targets that are nothing but noise, independent, with mean 0 and standard deviation σ. A minimum-norm fit
  /// with p features in general position is made, and its mean squared error taken on the noise it was fitted to. Then new
  /// noise is drawn for the *same* n samples, and the error taken on that. What are the two errors, averaged over the noise,
  /// for each p? Answer before you run it. Your answer is compared with the run.
  ///
  /// - Parameters:
  ///   - samples: n.
  ///   - widths: each p, below n, equal to it, and above.
  ///   - deviation: σ.
  /// - Returns: both errors for each p.
  public func predictedErrors(samples: Int, widths: [Int], deviation: Double) throws -> [NoiseErrors] {
    throw NotAttempted("7.9")
  }
}
