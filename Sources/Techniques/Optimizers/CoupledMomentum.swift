import NumericCore

/// Coupled momentum: v ← a v - (1 - a) η g, then w ← w + v. The velocity is an average of past steps.
public struct CoupledMomentum<Scalar: Real>: Optimizer {
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
    let (rate, a) = ((1 - momentum) * learningRate, momentum)
    update(&weights, &velocity, gradient) { w, v, g in
      v = a * v - rate * g
      w += v
    }
  }
}
