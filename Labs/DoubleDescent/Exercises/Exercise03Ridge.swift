import DoubleDescentQuestions
import NumericCore

extension MyAnswers {
  /// **7.3 Ridge regression of any width** (2 points).
  ///
  /// The W that minimizes 1/(2n) |Y - ΦW|² + λ |W|², for fewer or more features than samples.
  ///
  /// Source: "Ridge regression: Biased estimation for nonorthogonal problems" (Hoerl, Kennard, 1970).
  ///
  /// - Parameters:
  ///   - features: Φ, `[samples, features]`.
  ///   - targets: Y, `[samples, outputs]`.
  ///   - strength: λ, above 0.
  /// - Returns: W, `[features, outputs]`.
  public func ridge(features: Matrix<Double>, targets: Matrix<Double>, strength: Double) throws -> Matrix<Double> {
    throw NotAttempted("7.3")
  }
}
