import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.6 Coupled momentum** (1 point).
  ///
  /// v ← a v - (1 - a) η g, then w ← w + v. The velocity is now an average of past steps, so a and η are coupled:
  /// raising a alone no longer makes the steps longer.
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - velocity: v, `[dimensions]`; leave the new velocity in it.
  ///   - learningRate: η, positive.
  ///   - momentum: a, from 0 to below 1.
  /// - Returns: the weights after the step.
  public func coupledMomentumStep(
    weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
    momentum: Double
  ) throws -> Vector<Double> {
    throw NotAttempted("1.6")
  }
}
