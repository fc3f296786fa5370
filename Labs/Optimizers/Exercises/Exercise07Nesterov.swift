import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.7 Nesterov's accelerated gradient** (2 points).
  ///
  /// v ← a v - η ∇f(w + a v), then w ← w + v. The gradient is taken where the velocity alone would carry the weights:
  /// at the look-ahead.
  ///
  /// Source: "A method of solving a convex programming problem with convergence rate O(1/k²)" (Nesterov, 1983), in the
  /// form of "On the importance of initialization and momentum in deep learning" (Sutskever et al., 2013).
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - velocity: v, `[dimensions]`; leave the new velocity in it.
  ///   - learningRate: η, positive.
  ///   - momentum: a, from 0 to below 1.
  ///   - gradient: gives ∇f at any point that you ask for.
  /// - Returns: the weights after the step.
  public func nesterovStep(
    weights: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double, momentum: Double,
    gradient: (Vector<Double>) throws -> Vector<Double>
  ) throws -> Vector<Double> {
    throw NotAttempted("1.7")
  }
}
