import NumericCore
import SparsityQuestions

extension MyAnswers {
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
  public func dualityGap(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, strength: Double
  ) throws -> Double {
    throw NotAttempted("4.10")
  }
}
