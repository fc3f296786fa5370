import NumericCore

/// Exercises 4.5, 4.6, 4.9 and 4.10: linear regression with a penalty.
///
/// All are about 1/(2n) |y - Xw|² + λ (s Σ |w| + (1 - s) Σ w²), with X and y centred: the mean of each column is taken off,
/// so the intercept is not penalized.
public protocol RegressionQuestions: Sendable {
  /// **4.5 One sweep of coordinate descent** (3 points).
  ///
  /// For j = 0, 1, 2, ... in turn, put the best value there is for w(j) while all others stand still:
  ///
  /// w(j) ← S(x(j)ᵀr/n + |x(j)|²/n w(j), λ s) / (|x(j)|²/n + 2 λ (1 - s)),
  ///
  /// with the soft threshold S of 4.4, column j of X as x(j), and the residuals r = y - Xw of that moment: the weights
  /// that this sweep has changed already are in them.
  ///
  /// Source: "Regularization paths for generalized linear models via coordinate descent" (Friedman, Hastie, Tibshirani,
  /// 2010), there for columns with |x(j)|² = n.
  ///
  /// - Parameters:
  ///   - features: X, `[samples, features]`, centred, not scaled; no column is 0.
  ///   - targets: y, `[samples]`, centred.
  ///   - weights: w before the sweep, `[features]`.
  ///   - strength: λ, 0 or more.
  ///   - l1Share: s, from 0 to 1.
  /// - Returns: w after the sweep, `[features]`.
  func coordinateDescentSweep(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, strength: Double, l1Share: Double
  ) throws -> Vector<Double>

  /// **4.6 Ridge regression in closed form** (2 points).
  ///
  /// The w and the intercept b that minimize 1/(2n) |y - Xw - b|² + λ Σ w². The data are as they were measured, not
  /// centred. The intercept is not penalized.
  ///
  /// Source: "Ridge regression: Biased estimation for nonorthogonal problems" (Hoerl, Kennard, 1970).
  ///
  /// - Parameters:
  ///   - features: X, `[samples, features]`.
  ///   - targets: y, `[samples]`.
  ///   - strength: λ, above 0.
  /// - Returns: w and b.
  func ridge(features: Matrix<Double>, targets: Vector<Double>, strength: Double) throws -> LinearModel

  /// **4.9 Lambda max** (1 point).
  ///
  /// The smallest λ at which all weights of the elastic net are 0. The data are as they were measured, not centred;
  /// the model has an intercept, which is not penalized.
  ///
  /// - Parameters:
  ///   - features: X, `[samples, features]`.
  ///   - targets: y, `[samples]`.
  ///   - l1Share: s, above 0 and at most 1.
  /// - Returns: that λ.
  func largestStrength(features: Matrix<Double>, targets: Vector<Double>, l1Share: Double) throws -> Double

  /// **4.10 The duality gap of the lasso** (3 points).
  ///
  /// P(w) = 1/(2n) |y - Xw|² + λ Σ |w| is to be minimized. For every vector u with max |Xᵀu| ≤ n λ,
  ///
  /// D(u) = 1/(2n) (|y|² - |y - u|²)
  ///
  /// is at most that minimum. So P(w) - D(u) says how far w is from it, at most. Take for u the residuals r = y - Xw,
  /// multiplied by the largest number up to 1 that makes the condition true.
  ///
  /// Source: "Gap Safe screening rules for sparsity enforcing penalties" (Ndiaye, Fercoq, Gramfort, Salmon, 2017).
  ///
  /// - Parameters:
  ///   - features: X, `[samples, features]`, centred.
  ///   - targets: y, `[samples]`, centred.
  ///   - weights: w, `[features]`.
  ///   - strength: λ, above 0.
  /// - Returns: P(w) - D(u).
  func dualityGap(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, strength: Double
  ) throws -> Double
}

/// Weights with their intercept.
public struct LinearModel: Codable, Sendable, Equatable {
  /// w, `[features]`.
  public var weights: Vector<Double>
  /// b.
  public var intercept: Double

  /// Weights with their intercept.
  public init(weights: Vector<Double>, intercept: Double) {
    self.weights = weights
    self.intercept = intercept
  }
}
