import NumericCore

/// Exercises 4.1 to 4.4: penalties, and what they do to a single weight.
///
/// A penalty here is the sum over the weights, without one half and without a mean: λ Σ |w| and λ Σ w².
public protocol PenaltyQuestions: Sendable {
  /// **4.1 The L2 penalty** (1 point).
  ///
  /// R(w) = λ Σ w², and its gradient. There is no factor one half in front.
  ///
  /// Source: "Ridge regression: Biased estimation for nonorthogonal problems" (Hoerl, Kennard, 1970).
  ///
  /// - Parameters:
  ///   - weights: w, `[weights]`.
  ///   - strength: λ, 0 or more.
  /// - Returns: R(w) and ∇R(w).
  func l2Penalty(weights: Vector<Double>, strength: Double) throws -> PenaltyAndGradient

  /// **4.2 The L1 penalty** (1 point).
  ///
  /// R(w) = λ Σ |w|, and a subgradient of it: at w = 0, where |w| has a kink, take 0.
  ///
  /// Source: "Regression shrinkage and selection via the lasso" (Tibshirani, 1996).
  ///
  /// - Parameters:
  ///   - weights: w, `[weights]`; some are 0.
  ///   - strength: λ, 0 or more.
  /// - Returns: R(w) and the subgradient.
  func l1Penalty(weights: Vector<Double>, strength: Double) throws -> PenaltyAndGradient

  /// **4.3 The elastic net** (1 point).
  ///
  /// R(w) = λ (s Σ |w| + (1 - s) Σ w²), and a subgradient of it, with 0 for the slope of |w| at 0.
  ///
  /// Source: "Regularization and variable selection via the elastic net" (Zou, Hastie, 2005), section 2.
  ///
  /// - Parameters:
  ///   - weights: w, `[weights]`.
  ///   - strength: λ, 0 or more.
  ///   - l1Share: s, from 0 to 1.
  /// - Returns: R(w) and the subgradient.
  func elasticNet(weights: Vector<Double>, strength: Double, l1Share: Double) throws -> PenaltyAndGradient

  /// **4.4 The soft threshold** (1 point).
  ///
  /// Each number moves towards 0 by t, and stops there: it is the w that minimizes 1/2 (w - z)² + t |w|.
  ///
  /// Source: "Ideal spatial adaptation by wavelet shrinkage" (Donoho, Johnstone, 1994).
  ///
  /// - Parameters:
  ///   - values: z, `[weights]`.
  ///   - threshold: t, 0 or more.
  /// - Returns: the minimizing w, `[weights]`.
  func softThreshold(values: Vector<Double>, threshold: Double) throws -> Vector<Double>
}

/// The value of a penalty and its gradient at some weights.
public struct PenaltyAndGradient: Codable, Sendable, Equatable {
  /// R(w).
  public var value: Double
  /// ∇R(w), or a subgradient, `[weights]`.
  public var gradient: Vector<Double>

  /// The value and the gradient.
  public init(value: Double, gradient: Vector<Double>) {
    self.value = value
    self.gradient = gradient
  }
}
