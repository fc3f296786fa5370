import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.10 Adadelta** (2 points).
  ///
  /// s ← ρ s + (1 - ρ) g²; d = - √(u + ε) / √(s + ε) · g; u ← ρ u + (1 - ρ) d²; w ← w + η d.
  /// Here ε stands inside both roots, and d² is averaged only after d was computed. The paper has no learning rate
  /// (η = 1); libraries add one, and it multiplies the step, not d.
  ///
  /// Source: "ADADELTA: An adaptive learning rate method" (Zeiler, 2012).
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - meanSquare: s, `[dimensions]`, the average of g²; leave the new one in it.
  ///   - meanSquaredUpdate: u, `[dimensions]`, the average of d²; leave the new one in it.
  ///   - learningRate: η, positive; 1 in the paper.
  ///   - rho: ρ, from 0 to below 1.
  ///   - epsilon: ε, positive. Without it the first step would be zero, and so all others.
  /// - Returns: the weights after the step.
  public func adadeltaStep(
    weights: Vector<Double>, gradient: Vector<Double>, meanSquare: inout Vector<Double>,
    meanSquaredUpdate: inout Vector<Double>, learningRate: Double, rho: Double, epsilon: Double
  ) throws -> Vector<Double> {
    throw NotAttempted("1.10")
  }
}
