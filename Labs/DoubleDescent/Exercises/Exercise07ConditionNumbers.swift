import DoubleDescentQuestions
import NumericCore

extension MyAnswers {
  /// **7.7 Condition numbers near the threshold** (2 points).
  ///
  /// The condition number of Φ is its largest singular value over the smallest one that isn't zero. A singular value of at
  /// most `tolerance` times the largest counts as zero. Return that of Φ, and that of the product ΦᵀΦ, whose zeros are those
  /// of Φ; and what to expect of Φ before it is drawn: if its entries are independent, with mean 0 and one variance, the
  /// singular values of an n × p matrix lie between about |√n - √p| and √n + √p of their scale.
  ///
  /// Source: "Distribution of eigenvalues for some sets of random matrices" (Marchenko, Pastur, 1967).
  ///
  /// - Parameters:
  ///   - features: Φ, `[samples, features]`, not square, not all 0.
  ///   - tolerance: above 0 and below 1.
  /// - Returns: the two condition numbers, and the one to expect of Φ from its shape alone.
  public func conditionNumbers(features: Matrix<Double>, tolerance: Double) throws -> ConditionNumbers {
    throw NotAttempted("7.7")
  }
}
