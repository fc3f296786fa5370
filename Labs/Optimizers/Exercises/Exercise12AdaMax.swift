import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.12 AdaMax** (2 points).
  ///
  /// t ← t + 1; m ← β₁ m + (1 - β₁) g; s ← max(β₂ s, |g|), element by element; w ← w - η / (1 - β₁ᵗ) · m / (s + ε).
  /// Only m needs its bias corrected: a maximum does not start too small.
  ///
  /// Source: "Adam: A method for stochastic optimization" (Kingma, Ba, 2015), algorithm 2, which has no ε; here it
  /// keeps a coordinate whose gradient was always zero from becoming 0/0.
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - memory: t, m, and s as `secondMoment`; leave the new ones in it.
  ///   - learningRate: η, positive.
  ///   - beta1: β₁, from 0 to below 1.
  ///   - beta2: β₂, from 0 to below 1.
  ///   - epsilon: ε, positive.
  /// - Returns: the weights after the step.
  public func adaMaxStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    throw NotAttempted("1.12")
  }
}
