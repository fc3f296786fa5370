import DeepLearning
import NumericCore

/// λ Σ |w|, the lasso's penalty: it drives weights to exactly 0 or near it, however small they are.
///
/// The gradient is λ sign(w). At the kink, where w = 0, it is 0, which is one of the subgradients. It is a sum, not a mean,
/// over the weights.
///
/// Source: "Regression shrinkage and selection via the lasso" (Tibshirani, 1996).
public struct L1Penalty<Scalar: Real>: Penalty, Hashable {
  /// λ, 0 or more.
  public let strength: Scalar

  /// The penalty.
  ///
  /// - Parameter strength: λ, 0 or more and finite.
  public init(strength: Scalar) {
    requireStrength(strength)
    self.strength = strength
  }

  /// λ Σ |w|, summed in double precision.
  public func value(of weights: Span<Scalar>) -> Double {
    Double(strength) * weights.withUnsafeBufferPointer { sumOfMagnitudes($0) }
  }

  /// Adds λ sign(w) to the gradient.
  public func addGradient(of weights: Span<Scalar>, to gradient: inout MutableSpan<Scalar>) {
    Techniques.addGradient(step: strength, slope: 0, of: weights, to: &gradient)
  }
}
