import DoubleDescentQuestions
import NumericCore

extension MyAnswers {
  /// **7.2 The minimum-norm solution** (3 points).
  ///
  /// Of all W with the least |Y - ΦW|², the one with the least |W|². Let Φ = U diag(s) Vᵀ be the singular value
  /// decomposition, `svd(features)`. Along a singular vector whose s is zero the data say nothing, and the shortest solution
  /// has nothing there. A singular value of at most `tolerance` times the largest counts as zero.
  ///
  /// Source: "Matrix Computations" (Golub, Van Loan, 2013), section 5.5.
  ///
  /// - Parameters:
  ///   - features: Φ, `[samples, features]`: tall, square or wide, and not always of full rank.
  ///   - targets: Y, `[samples, outputs]`.
  ///   - tolerance: above 0 and below 1.
  /// - Returns: W, `[features, outputs]`.
  public func minimumNorm(features: Matrix<Double>, targets: Matrix<Double>, tolerance: Double) throws -> Matrix<Double>
  {
    throw NotAttempted("7.2")
  }
}
