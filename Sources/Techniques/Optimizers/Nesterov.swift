import DeepLearning
import NumericCore

/// Nesterov's accelerated gradient: v ← a v - η ∇f(w + a v), then w ← w + v.
///
/// It is momentum with the gradient taken at the look-ahead.
///
/// Source: "A method of solving a convex programming problem with convergence rate O(1/k²)" (Nesterov, 1983), in the form
/// of "On the importance of initialization and momentum in deep learning" (Sutskever et al., 2013).
public struct Nesterov<Scalar: Real>: Optimizer {
  private var plain: Momentum<Scalar>

  /// The method before its first step on weights of this many dimensions.
  ///
  /// - Parameters:
  ///   - dimensions: how many weights.
  ///   - learningRate: η, positive.
  ///   - momentum: a, from 0 to below 1: 0.9 by default, the usual value.
  public init(dimensions: Int, learningRate: Scalar, momentum: Scalar = 0.9) {
    plain = Momentum(dimensions: dimensions, learningRate: learningRate, momentum: momentum)
  }

  /// η, positive.
  public var learningRate: Scalar {
    get { plain.learningRate }
    set { plain.learningRate = newValue }
  }

  /// a, from 0 to below 1.
  public var momentum: Scalar {
    get { plain.momentum }
    set { plain.momentum = newValue }
  }

  /// w + a v: where the velocity alone would carry the weights.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func lookAhead(from weights: Span<Scalar>, into point: inout MutableSpan<Scalar>) -> Bool {
    let a = momentum
    for index in weights.indices { point[index] = weights[index] + a * plain.velocity[index] }
    return true
  }

  /// Takes one step, in place.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func step(_ weights: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    plain.step(&weights, gradient: gradient)
  }
}
