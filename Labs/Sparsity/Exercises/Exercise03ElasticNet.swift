import NumericCore
import SparsityQuestions

extension MyAnswers {
  /// **4.3 The elastic net** (1 point).
  ///
  /// R(w) = λ (s Σ |w| + (1 - s) Σ w²), and a subgradient of it, with 0 for the slope of |w| at 0.
  ///
  /// Source: "Regularization and variable selection via the elastic net" (Zou, Hastie, 2005), section 2.
  ///
  /// - Parameters:
  ///   - weights: w, `[weights]`.
  ///   - strength: λ, 0 or more.
  ///   - l1Share: s, from 0 to 1.
  /// - Returns: R(w) and the subgradient.
  public func elasticNet(weights: Vector<Double>, strength: Double, l1Share: Double) throws -> PenaltyAndGradient {
    throw NotAttempted("4.3")
  }
}
