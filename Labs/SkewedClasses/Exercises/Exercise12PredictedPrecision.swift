import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.12 Predict: precision at another prevalence** (2 points).
  ///
  /// A classifier finds a share r of the positives, and takes a share f of the negatives for positives. It now goes to a
  /// population in which a share π is positive. What is its precision there? Answer before you run it. Your answer is
  /// compared with a count over such a population.
  ///
  /// Source: Bayes' rule; "Interpretation by physicians of clinical laboratory results" (Casscells, Schoenberger,
  /// Graboys, 1978) asked it of physicians.
  ///
  /// - Parameters:
  ///   - recall: r, from 0 to 1.
  ///   - falsePositiveRate: f, from 0 to 1.
  ///   - prevalence: π, between 0 and 1.
  /// - Returns: the precision; nil where nobody is predicted to be positive.
  public func predictedPrecision(recall: Double, falsePositiveRate: Double, prevalence: Double) throws -> Double? {
    throw NotAttempted("6.12")
  }
}
