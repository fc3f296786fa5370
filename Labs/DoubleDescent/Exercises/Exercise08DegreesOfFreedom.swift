import DoubleDescentQuestions
import NumericCore

extension MyAnswers {
  /// **7.8 Effective degrees of freedom** (1 point).
  ///
  /// Ridge regression predicts HY on its own training samples, and H depends on Φ and λ alone. The trace of H is how many
  /// features' worth of freedom the fit has: the rank of Φ as λ goes to 0, and less for every λ above.
  ///
  /// Source: "The Elements of Statistical Learning" (Hastie, Tibshirani, Friedman, 2009), section 3.4.1, with the objective
  /// of 7.3.
  ///
  /// - Parameters:
  ///   - features: Φ, `[samples, features]`.
  ///   - strength: λ of 7.3, above 0.
  /// - Returns: the trace of H.
  public func degreesOfFreedom(features: Matrix<Double>, strength: Double) throws -> Double {
    throw NotAttempted("7.8")
  }
}
