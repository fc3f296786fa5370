import DeepLearning
import NumericCore

/// λ (s Σ |w| + (1 - s) Σ w²), the elastic net: some weights go to 0, and the others shrink.
///
/// The square has **no factor one half**, so that s = 1 is `L1Penalty` and s = 0 is `L2Penalty` of the same λ. The gradient
/// is λ (s sign(w) + 2 (1 - s) w), with sign(0) = 0.
///
/// scikit-learn's `ElasticNet` writes α (r Σ |w| + (1 - r)/2 Σ w²), with `alpha` and `l1_ratio`. The same penalty is here
/// λ = α (1 + r) / 2 and s = 2 r / (1 + r).
///
/// Source: "Regularization and variable selection via the elastic net" (Zou, Hastie, 2005), section 2, which has this form
/// with 1 - s for its α.
public struct ElasticNet<Scalar: Real>: Penalty, Hashable {
  /// λ, 0 or more.
  public let strength: Scalar
  /// s, the share of the magnitudes, from 0 to 1.
  public let l1Share: Scalar

  /// The penalty.
  ///
  /// - Parameters:
  ///   - strength: λ, 0 or more and finite.
  ///   - l1Share: s, from 0, which is `L2Penalty`, to 1, which is `L1Penalty`.
  public init(strength: Scalar, l1Share: Scalar) {
    requireStrength(strength)
    require(0 <= l1Share && l1Share <= 1, "The share of L1 in an elastic net lies between 0 and 1; \(l1Share) doesn't.")
    self.strength = strength
    self.l1Share = l1Share
  }

  /// λ (s Σ |w| + (1 - s) Σ w²), summed in double precision.
  public func value(of weights: Span<Scalar>) -> Double {
    let share = Double(l1Share)
    return Double(strength)
      * weights.withUnsafeBufferPointer { share * sumOfMagnitudes($0) + (1 - share) * sumOfSquares($0) }
  }

  /// Adds λ (s sign(w) + 2 (1 - s) w) to the gradient.
  public func addGradient(of weights: Span<Scalar>, to gradient: inout MutableSpan<Scalar>) {
    Techniques.addGradient(
      step: strength * l1Share, slope: 2 * strength * (1 - l1Share), of: weights, to: &gradient)
  }
}
