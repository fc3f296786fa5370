import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.9 RMSprop** (1 point).
  ///
  /// s ← ρ s + (1 - ρ) g², then w ← w - η g / (√s + ε). Here ε stands outside the root; some texts put it inside.
  ///
  /// Source: "Neural networks for machine learning", lecture 6 (Hinton, 2012).
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - meanSquare: s, `[dimensions]`; leave the new average in it.
  ///   - learningRate: η, positive.
  ///   - rho: ρ, from 0 to below 1: how much of the past is kept.
  ///   - epsilon: ε, positive.
  /// - Returns: the weights after the step.
  public func rmspropStep(
    weights: Vector<Double>, gradient: Vector<Double>, meanSquare: inout Vector<Double>, learningRate: Double,
    rho: Double, epsilon: Double
  ) throws -> Vector<Double> {
    throw NotAttempted("1.9")
  }
}
