import NumericCore
import SparsityQuestions

extension MyAnswers {
  /// **4.1 The L2 penalty** (1 point).
  ///
  /// R(w) = λ Σ w², and its gradient. There is no factor one half in front.
  ///
  /// Source: "Ridge regression: Biased estimation for nonorthogonal problems" (Hoerl, Kennard, 1970).
  ///
  /// - Parameters:
  ///   - weights: w, `[weights]`.
  ///   - strength: λ, 0 or more.
  /// - Returns: R(w) and ∇R(w).
  public func l2Penalty(weights: Vector<Double>, strength: Double) throws -> PenaltyAndGradient {
    throw NotAttempted("4.1")
  }
}
