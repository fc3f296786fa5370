import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.1 Value and gradient of a quadratic** (1 point).
  ///
  /// f(w) = 1/2 wᵀHw - bᵀw, and its gradient ∇f(w) = Hw - b.
  ///
  /// - Parameters:
  ///   - hessian: H, `[dimensions, dimensions]`, symmetric.
  ///   - linearTerm: b, `[dimensions]`.
  ///   - weights: w, `[dimensions]`.
  /// - Returns: f(w) and ∇f(w).
  public func quadratic(hessian: Matrix<Double>, linearTerm: Vector<Double>, weights: Vector<Double>) throws
    -> ValueAndGradient
  {
    throw NotAttempted("1.1")
  }
}
