import DeepLearning
import NumericCore

/// Nadam: Adam's m, s and ŝ; w ← w - η (β₁ m / (1 - β₁ᵗ⁺¹) + (1 - β₁) g / (1 - β₁ᵗ)) / (√ŝ + ε).
///
/// Source: "Incorporating Nesterov momentum into Adam" (Dozat, 2016), algorithm 2, with a constant momentum.
public struct Nadam<Scalar: Real>: Optimizer {
  /// η, positive.
  public var learningRate: Scalar
  /// β₁, from 0 to below 1: 0.9 by default, as in the paper.
  public var beta1: Scalar
  /// β₂, from 0 to below 1: 0.999 by default, as in the paper.
  public var beta2: Scalar
  /// ε, positive: 1e-8 by default.
  public var epsilon: Scalar
  private var firstMoment: Vector<Scalar>
  private var secondMoment: Vector<Scalar>
  private var power1: Scalar
  private var power2: Scalar

  /// The method before its first step on weights of this many dimensions.
  public init(
    dimensions: Int, learningRate: Scalar, beta1: Scalar = 0.9, beta2: Scalar = 0.999, epsilon: Scalar = 1e-8
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    firstMoment = .zeros(dimensions)
    secondMoment = .zeros(dimensions)
    power1 = 1
    power2 = 1
  }

  /// Takes one step, in place.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func step(_ weights: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    power1 *= beta1
    power2 *= beta2
    let (beta1, beta2, epsilon, rate) = (beta1, beta2, epsilon, learningRate)
    let (share, fresh) = (beta1 / (1 - power1 * beta1), (1 - beta1) / (1 - power1))
    let correction = 1 / (1 - power2)
    update(&weights, &firstMoment, &secondMoment, gradient) { w, m, s, g in
      m = beta1 * m + (1 - beta1) * g
      s = beta2 * s + (1 - beta2) * g * g
      w -= rate * (share * m + fresh * g) / ((correction * s).squareRoot() + epsilon)
    }
  }
}
