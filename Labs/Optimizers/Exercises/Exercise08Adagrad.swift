import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.8 Adagrad** (1 point).
  ///
  /// s ← s + g², then w ← w - η g / (√s + ε). Here ε stands outside the root.
  ///
  /// Source: "Adaptive subgradient methods for online learning and stochastic optimization" (Duchi, Hazan, Singer, 2011).
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - sumOfSquares: s, `[dimensions]`; leave the new sum in it.
  ///   - learningRate: η, positive.
  ///   - epsilon: ε, positive: no division by zero.
  /// - Returns: the weights after the step.
  public func adagradStep(
    weights: Vector<Double>, gradient: Vector<Double>, sumOfSquares: inout Vector<Double>, learningRate: Double,
    epsilon: Double
  ) throws -> Vector<Double> {
    throw NotAttempted("1.8")
  }
}
