import DeepLearning
import NumericCore

/// Gradient descent: w ← w - η g.
public struct GradientDescent<Scalar: Real>: Optimizer {
  /// η, positive.
  public var learningRate: Scalar

  /// The method before its first step.
  public init(learningRate: Scalar) {
    self.learningRate = learningRate
  }

  /// Takes one step, in place.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func step(_ weights: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    let rate = learningRate
    update(&weights, gradient) { w, g in w -= rate * g }
  }
}
