import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.2 Condition number** (1 point).
  ///
  /// κ = λ_max / λ_min, the largest eigenvalue of H over its smallest. It says how far the level sets are from circles.
  ///
  /// - Parameter hessian: H, `[dimensions, dimensions]`, symmetric with positive eigenvalues.
  /// - Returns: κ, 1 or more.
  public func conditionNumber(hessian: Matrix<Double>) throws -> Double {
    throw NotAttempted("1.2")
  }
}
