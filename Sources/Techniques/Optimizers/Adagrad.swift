import DeepLearning
import NumericCore

/// Adagrad: s ← s + g², then w ← w - η g / (√s + ε), with ε outside the root.
///
/// Source: "Adaptive subgradient methods for online learning and stochastic optimization" (Duchi, Hazan, Singer, 2011).
public struct Adagrad<Scalar: Real>: Optimizer {
  /// η, positive.
  public var learningRate: Scalar
  /// ε, positive: 1e-8 by default.
  public var epsilon: Scalar
  private var sumOfSquares: Vector<Scalar>

  /// The method before its first step on weights of this many dimensions.
  public init(dimensions: Int, learningRate: Scalar, epsilon: Scalar = 1e-8) {
    self.learningRate = learningRate
    self.epsilon = epsilon
    sumOfSquares = .zeros(dimensions)
  }

  /// Takes one step, in place.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func step(_ weights: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    let (rate, epsilon) = (learningRate, epsilon)
    update(&weights, &sumOfSquares, gradient) { w, s, g in
      s += g * g
      w -= rate * g / (s.squareRoot() + epsilon)
    }
  }
}
