import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.3 Gradient descent** (1 point).
  ///
  /// w ← w - η g.
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - learningRate: η, positive.
  /// - Returns: the weights after the step.
  public func gradientDescentStep(weights: Vector<Double>, gradient: Vector<Double>, learningRate: Double) throws
    -> Vector<Double>
  {
    throw NotAttempted("1.3")
  }
}
