import NumericCore
import SparsityQuestions

extension MyAnswers {
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
  public func coordinateDescentSweep(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, strength: Double, l1Share: Double
  ) throws -> Vector<Double> {
    throw NotAttempted("4.5")
  }
}
