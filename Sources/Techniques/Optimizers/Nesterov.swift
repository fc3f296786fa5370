import NumericCore

/// Nesterov's accelerated gradient: v ← a v - η ∇f(w + a v), then w ← w + v.
///
/// Source: "A method of solving a convex programming problem with convergence rate O(1/k²)" (Nesterov, 1983), in the form
/// of "On the importance of initialization and momentum in deep learning" (Sutskever et al., 2013).
public struct Nesterov<Scalar: Real>: Optimizer {
  /// η, positive.
  public var learningRate: Scalar
  /// a, from 0 to below 1: 0.9 by default, the usual value.
  public var momentum: Scalar
  private var velocity: Vector<Scalar>

  /// The method before its first step on weights of this many dimensions.
  public init(dimensions: Int, learningRate: Scalar, momentum: Scalar = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
    velocity = .zeros(dimensions)
  }

  /// Takes one step, in place.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func step(_ weights: inout Vector<Scalar>, gradient: Vector<Scalar>) {
    let (rate, a) = (learningRate, momentum)
    update(&weights, &velocity, gradient) { w, v, g in
      v = a * v - rate * g
      w += v
    }
  }

  /// w + a v: where the velocity alone would carry the weights.
  public func lookAhead(from weights: Vector<Scalar>, into point: inout Vector<Scalar>) -> Bool {
    point = weights
    point.add(velocity, times: momentum)
    return true
  }
}
