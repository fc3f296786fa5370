import DeepLearning
import NumericCore

/// RMSprop: s ← ρ s + (1 - ρ) g², then w ← w - η g / (√s + ε), with ε outside the root.
///
/// Source: "Neural networks for machine learning", lecture 6 (Hinton, 2012).
public struct RMSprop<Scalar: Real>: Optimizer {
  /// η, positive.
  public var learningRate: Scalar
  /// ρ, from 0 to below 1: 0.9 by default, as in the source.
  public var rho: Scalar
  /// ε, positive: 1e-8 by default.
  public var epsilon: Scalar
  private var meanSquare: Vector<Scalar>

  /// The method before its first step on weights of this many dimensions.
  public init(dimensions: Int, learningRate: Scalar, rho: Scalar = 0.9, epsilon: Scalar = 1e-8) {
    self.learningRate = learningRate
    self.rho = rho
    self.epsilon = epsilon
    meanSquare = .zeros(dimensions)
  }

  /// Takes one step, in place.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func step(_ weights: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    let (rate, rho, epsilon) = (learningRate, rho, epsilon)
    update(&weights, &meanSquare, gradient) { w, s, g in
      s = rho * s + (1 - rho) * g * g
      w -= rate * g / (s.squareRoot() + epsilon)
    }
  }
}
