import BatchSizeQuestions
import NumericCore

extension MyAnswers {
  /// **5.4 The variance of a mini-batch's gradient** (2 points).
  ///
  /// You are given the gradients of all N samples with respect to one weight. A mini-batch's gradient is the mean of M of
  /// them. What is its variance over random batches, where samples are drawn with replacement, and where they are drawn
  /// without? Let σ² be the variance of the N gradients divided by N, and s² the one divided by N - 1. Then
  ///
  /// - with replacement: σ²/M;
  /// - without: σ²/M (N - M)/(N - 1), which is the same as s²/M (1 - M/N). Each variance has its own correction.
  ///
  /// Source: "Sampling Techniques" (Cochran, 1977), theorem 2.2.
  ///
  /// - Parameters:
  ///   - gradients: of all samples, `[samples]`, 2 or more.
  ///   - batchSize: M, from 1 to N.
  /// - Returns: both variances.
  public func gradientVariance(gradients: Vector<Double>, batchSize: Int) throws -> GradientVariance {
    throw NotAttempted("5.4")
  }
}
