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
  public mutating func step(_ weights: inout Vector<Scalar>, gradient: Vector<Scalar>) {
    weights.add(gradient, times: -learningRate)
  }
}
