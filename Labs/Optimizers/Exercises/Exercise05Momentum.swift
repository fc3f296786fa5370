import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.5 Momentum** (2 points).
  ///
  /// v ← a v - η g, then w ← w + v.
  ///
  /// Source: "Some methods of speeding up the convergence of iteration methods" (Polyak, 1964).
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - velocity: v, `[dimensions]`; leave the new velocity in it.
  ///   - learningRate: η, positive.
  ///   - momentum: a, from 0 to below 1.
  /// - Returns: the weights after the step.
  public func momentumStep(
    weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
    momentum: Double
  ) throws -> Vector<Double> {
    throw NotAttempted("1.5")
  }
}
