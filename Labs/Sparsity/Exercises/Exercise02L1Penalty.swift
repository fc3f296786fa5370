import NumericCore
import SparsityQuestions

extension MyAnswers {
  /// **4.2 The L1 penalty** (1 point).
  ///
  /// R(w) = λ Σ |w|, and a subgradient of it: at w = 0, where |w| has a kink, take 0.
  ///
  /// Source: "Regression shrinkage and selection via the lasso" (Tibshirani, 1996).
  ///
  /// - Parameters:
  ///   - weights: w, `[weights]`; some are 0.
  ///   - strength: λ, 0 or more.
  /// - Returns: R(w) and the subgradient.
  public func l1Penalty(weights: Vector<Double>, strength: Double) throws -> PenaltyAndGradient {
    throw NotAttempted("4.2")
  }
}
