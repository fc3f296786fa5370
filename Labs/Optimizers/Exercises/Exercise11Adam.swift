import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.11 Adam** (3 points).
  ///
  /// t ← t + 1; m ← β₁ m + (1 - β₁) g; s ← β₂ s + (1 - β₂) g²;
  /// w ← w - η m̂ / (√ŝ + ε) with m̂ = m / (1 - β₁ᵗ) and ŝ = s / (1 - β₂ᵗ).
  /// Here ε stands outside the root, and t is 1 in the first step.
  ///
  /// Source: "Adam: A method for stochastic optimization" (Kingma, Ba, 2015), algorithm 1.
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - memory: t, m and s; leave the new ones in it.
  ///   - learningRate: η, positive.
  ///   - beta1: β₁, from 0 to below 1.
  ///   - beta2: β₂, from 0 to below 1.
  ///   - epsilon: ε, positive.
  /// - Returns: the weights after the step.
  public func adamStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    throw NotAttempted("1.11")
  }
}
