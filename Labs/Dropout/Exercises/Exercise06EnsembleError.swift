import DropoutQuestions
import NumericCore

extension MyAnswers {
  /// **3.6 The error of an ensemble** (1 point).
  ///
  /// The errors εᵢ of k networks have mean 0, variance v, and covariance c between any two. What is the expected square
  /// of the average error, (1/k) Σ εᵢ?
  ///
  /// Source: "Deep Learning" (Goodfellow, Bengio, Courville, 2016), section 7.11.
  ///
  /// - Parameters:
  ///   - variance: v = E[εᵢ²], positive.
  ///   - covariance: c = E[εᵢ εⱼ] for i ≠ j.
  ///   - networks: k, 1 or more.
  /// - Returns: the expected squared error of the ensemble.
  public func ensembleError(variance: Double, covariance: Double, networks: Int) throws -> Double {
    throw NotAttempted("3.6")
  }
}
