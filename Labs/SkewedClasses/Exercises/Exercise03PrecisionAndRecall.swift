import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.3 Precision and recall** (2 points).
  ///
  /// Precision is the share of the predicted positives that are positive, TP / (TP + FP). Recall is the share of the
  /// positives that are found, TP / (TP + FN).
  ///
  /// - Parameter counts: of any classifier.
  /// - Returns: both; nil for each whose own denominator is zero, whatever the other is.
  public func precisionAndRecall(counts: FourCounts) throws -> PrecisionAndRecall {
    throw NotAttempted("6.3")
  }
}
