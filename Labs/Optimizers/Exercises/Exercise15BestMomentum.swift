import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.15 The best momentum for a condition number** (2 points).
  ///
  /// Momentum on a quadratic converges fastest when the slowest and the fastest direction are both damped just
  /// critically: a = (1 - √(η λ_min))² and a = (1 - √(η λ_max))². Solve for η and a.
  ///
  /// Source: "Some methods of speeding up the convergence of iteration methods" (Polyak, 1964).
  ///
  /// - Parameters:
  ///   - smallestEigenvalue: λ_min of H, positive.
  ///   - largestEigenvalue: λ_max of H, at least λ_min.
  /// - Returns: η and a.
  public func bestMomentum(smallestEigenvalue: Double, largestEigenvalue: Double) throws -> MomentumSettings {
    throw NotAttempted("1.15")
  }
}
