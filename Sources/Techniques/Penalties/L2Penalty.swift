import DeepLearning
import NumericCore

/// λ Σ w², **without the factor one half**: ridge regression's penalty, which shrinks each weight in proportion to it.
///
/// The gradient is 2 λ w; the Hessian's eigenvalues grow by 2 λ. It is a sum, not a mean, over the weights.
///
/// Others write λ/2 Σ w², whose gradient is λ w: their λ is twice this one. So PyTorch's `weight_decay` of plain gradient
/// descent is 2 λ; Keras' `L2` and scikit-learn's `Ridge` have the form without the half, as here.
///
/// Source: "Ridge regression: Biased estimation for nonorthogonal problems" (Hoerl, Kennard, 1970).
public struct L2Penalty<Scalar: Real>: Penalty, Hashable {
  /// λ, 0 or more.
  public let strength: Scalar

  /// The penalty.
  ///
  /// - Parameter strength: λ, 0 or more and finite; half of what a formula with λ/2 has.
  public init(strength: Scalar) {
    requireStrength(strength)
    self.strength = strength
  }

  /// λ Σ w², summed in double precision.
  public func value(of weights: Span<Scalar>) -> Double {
    Double(strength) * weights.withUnsafeBufferPointer { sumOfSquares($0) }
  }

  /// Adds 2 λ w to the gradient.
  public func addGradient(of weights: Span<Scalar>, to gradient: inout MutableSpan<Scalar>) {
    Techniques.addGradient(step: 0, slope: 2 * strength, of: weights, to: &gradient)
  }
}
