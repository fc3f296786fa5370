import DeepLearning
import NumericCore

/// AMSGrad: Adam's m and s; ŝ ← max(ŝ, s); w ← w - η m / (√ŝ + ε). No bias is corrected, as in the paper.
///
/// Source: "On the convergence of Adam and beyond" (Reddi, Kale, Kumar, 2018), algorithm 2; ε is added to it here.
public struct AMSGrad<Scalar: Real>: Optimizer {
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
  private var largest: Vector<Scalar>

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
    largest = .zeros(dimensions)
  }

  /// Takes one step, in place.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func step(_ weights: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    let (beta1, beta2, epsilon, rate) = (beta1, beta2, epsilon, learningRate)
    update(&weights, &firstMoment, &secondMoment, &largest, gradient) { w, m, s, highest, g in
      m = beta1 * m + (1 - beta1) * g
      s = beta2 * s + (1 - beta2) * g * g
      highest = max(highest, s)
      w -= rate * m / (highest.squareRoot() + epsilon)
    }
  }
}
