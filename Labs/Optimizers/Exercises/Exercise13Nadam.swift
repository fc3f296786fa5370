import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.13 Nadam** (3 points).
  ///
  /// t, m, s and ŝ as in Adam; then
  /// w ← w - η (β₁ m / (1 - β₁ᵗ⁺¹) + (1 - β₁) g / (1 - β₁ᵗ)) / (√ŝ + ε).
  /// This is the paper's algorithm with a constant momentum β₁. Its momentum schedule is left out here; some libraries
  /// keep it.
  ///
  /// Source: "Incorporating Nesterov momentum into Adam" (Dozat, 2016), algorithm 2.
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
  public func nadamStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    throw NotAttempted("1.13")
  }
}
