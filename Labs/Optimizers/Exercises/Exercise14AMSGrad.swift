import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.14 AMSGrad** (2 points).
  ///
  /// m ← β₁ m + (1 - β₁) g; s ← β₂ s + (1 - β₂) g²; ŝ ← max(ŝ, s), element by element; w ← w - η m / (√ŝ + ε).
  /// No bias is corrected, as in the paper; some libraries correct it. s itself is not replaced by the maximum.
  ///
  /// Source: "On the convergence of Adam and beyond" (Reddi, Kale, Kumar, 2018), algorithm 2; ε is added to it here.
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - memory: m, s, and ŝ as `largestSecondMoment`; leave the new ones in it. t isn't needed.
  ///   - learningRate: η, positive.
  ///   - beta1: β₁, from 0 to below 1.
  ///   - beta2: β₂, from 0 to below 1.
  ///   - epsilon: ε, positive.
  /// - Returns: the weights after the step.
  public func amsGradStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    throw NotAttempted("1.14")
  }
}
