import NumericCore
import SparsityQuestions

extension MyAnswers {
  /// **4.6 Ridge regression in closed form** (2 points).
  ///
  /// The w and the intercept b that minimize 1/(2n) |y - Xw - b|² + λ Σ w². The data are as they were measured, not
  /// centred. The intercept is not penalized.
  ///
  /// Source: "Ridge regression: Biased estimation for nonorthogonal problems" (Hoerl, Kennard, 1970).
  ///
  /// - Parameters:
  ///   - features: X, `[samples, features]`.
  ///   - targets: y, `[samples]`.
  ///   - strength: λ, above 0.
  /// - Returns: w and b.
  public func ridge(features: Matrix<Double>, targets: Vector<Double>, strength: Double) throws -> LinearModel {
    throw NotAttempted("4.6")
  }
}
