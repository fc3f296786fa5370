import DeepLearning
import NumericCore

/// Momentum: v ← a v - η g, then w ← w + v.
///
/// Source: "Some methods of speeding up the convergence of iteration methods" (Polyak, 1964).
public struct Momentum<Scalar: Real>: Optimizer {
  /// η, positive.
  public var learningRate: Scalar
  /// a, from 0 to below 1: 0.9 by default, the usual value.
  public var momentum: Scalar
  private(set) var velocity: Vector<Scalar>

  /// The method before its first step on weights of this many dimensions.
  public init(dimensions: Int, learningRate: Scalar, momentum: Scalar = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
    velocity = .zeros(dimensions)
  }

  /// Takes one step, in place.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func step(_ weights: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    let (rate, a) = (learningRate, momentum)
    update(&weights, &velocity, gradient) { w, v, g in
      v = a * v - rate * g
      w += v
    }
  }
}
