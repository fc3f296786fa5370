import DeepLearning
import NumericCore

/// Adadelta: s ← ρ s + (1 - ρ) g²; d = - √(u + ε) / √(s + ε) · g; u ← ρ u + (1 - ρ) d²; w ← w + η d.
///
/// Source: "ADADELTA: An adaptive learning rate method" (Zeiler, 2012), which has η = 1.
public struct Adadelta<Scalar: Real>: Optimizer {
  /// η, positive: 1 by default, as in the paper.
  public var learningRate: Scalar
  /// ρ, from 0 to below 1: 0.9 by default, as in the source.
  public var rho: Scalar
  /// ε, positive: 1e-6 by default, as in the paper. It decides how the method starts.
  public var epsilon: Scalar
  private var meanSquare: Vector<Scalar>
  private var meanSquaredUpdate: Vector<Scalar>

  /// The method before its first step on weights of this many dimensions.
  public init(dimensions: Int, learningRate: Scalar = 1, rho: Scalar = 0.9, epsilon: Scalar = 1e-6) {
    self.learningRate = learningRate
    self.rho = rho
    self.epsilon = epsilon
    meanSquare = .zeros(dimensions)
    meanSquaredUpdate = .zeros(dimensions)
  }

  /// Takes one step, in place.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func step(_ weights: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    let (rate, rho, epsilon) = (learningRate, rho, epsilon)
    update(&weights, &meanSquare, &meanSquaredUpdate, gradient) { w, s, u, g in
      s = rho * s + (1 - rho) * g * g
      let d = -((u + epsilon) / (s + epsilon)).squareRoot() * g
      u = rho * u + (1 - rho) * d * d
      w += rate * d
    }
  }
}
