import NumericCore
import SparsityQuestions

extension MyAnswers {
  /// **4.13 Diagnose: which rule made this path?** (3 points).
  ///
  /// XᵀX = n I again, so each weight has a minimum of its own. Somebody wanted the lasso, which is to minimize
  /// 1/2 (w - z)² + λ |w| for each least-squares weight z, and printed the weights for rising λ. One of the suspects
  /// was at work. Say which it was.
  ///
  /// - Parameters:
  ///   - leastSquares: z, `[features]`; some are negative.
  ///   - strengths: λ, rising; the first is 0.
  ///   - path: the weights, `[strengths, features]`.
  /// - Returns: the suspect whose rule gives this path.
  public func suspect(leastSquares: Vector<Double>, strengths: Vector<Double>, path: Matrix<Double>) throws -> Suspect {
    throw NotAttempted("4.13")
  }
}
