import DeepLearning
import NumericCore

/// Coupled momentum: v ← a v - (1 - a) η g, then w ← w + v. The velocity is an average of past steps.
///
/// It is momentum with the rate (1 - a) η.
public struct CoupledMomentum<Scalar: Real>: Optimizer {
  /// η, positive.
  public var learningRate: Scalar
  private var plain: Momentum<Scalar>

  /// The method before its first step on weights of this many dimensions.
  ///
  /// - Parameters:
  ///   - dimensions: how many weights.
  ///   - learningRate: η, positive.
  ///   - momentum: a, from 0 to below 1: 0.9 by default, the usual value.
  public init(dimensions: Int, learningRate: Scalar, momentum: Scalar = 0.9) {
    self.learningRate = learningRate
    plain = Momentum(dimensions: dimensions, learningRate: learningRate, momentum: momentum)
  }

  /// a, from 0 to below 1.
  public var momentum: Scalar {
    get { plain.momentum }
    set { plain.momentum = newValue }
  }

  /// Takes one step, in place.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func step(_ weights: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    plain.learningRate = (1 - momentum) * learningRate
    plain.step(&weights, gradient: gradient)
  }
}
