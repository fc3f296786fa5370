import NumericCore

/// Exercises 7.2, 7.3 and 7.8: fitting targets with features.
///
/// Models are linear in the features and have no intercept. Targets may have several columns; each has weights of its own.
public protocol FittingQuestions: Sendable {
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
  func minimumNorm(features: Matrix<Double>, targets: Matrix<Double>, tolerance: Double) throws -> Matrix<Double>

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
  func ridge(features: Matrix<Double>, targets: Matrix<Double>, strength: Double) throws -> Matrix<Double>

  /// **7.8 Effective degrees of freedom** (1 point).
  ///
  /// Ridge regression predicts HY on its own training samples, and H depends on Φ and λ alone. The trace of H is how many
  /// features' worth of freedom the fit has: the rank of Φ as λ goes to 0, and less for every λ above.
  ///
  /// Source: "The Elements of Statistical Learning" (Hastie, Tibshirani, Friedman, 2009), section 3.4.1, with the objective
  /// of 7.3.
  ///
  /// - Parameters:
  ///   - features: Φ, `[samples, features]`.
  ///   - strength: λ of 7.3, above 0.
  /// - Returns: the trace of H.
  func degreesOfFreedom(features: Matrix<Double>, strength: Double) throws -> Double
}
