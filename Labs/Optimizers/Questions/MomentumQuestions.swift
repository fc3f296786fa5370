import NumericCore

/// Exercises 1.5 to 1.7: methods with a velocity.
///
/// The velocity v is zero before the first step. It is passed in and out: update it, then move the weights.
public protocol MomentumQuestions: Sendable {
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
  func momentumStep(
    weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
    momentum: Double
  ) throws -> Vector<Double>

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
  func coupledMomentumStep(
    weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
    momentum: Double
  ) throws -> Vector<Double>

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
  func nesterovStep(
    weights: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double, momentum: Double,
    gradient: (Vector<Double>) throws -> Vector<Double>
  ) throws -> Vector<Double>
}
