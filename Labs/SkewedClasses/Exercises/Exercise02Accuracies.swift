import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.2 Accuracy, and what to hold it against** (1 point).
  ///
  /// Accuracy is the share of right answers. Its baseline is the accuracy of always giving the class that more samples
  /// have. Balanced accuracy is the mean of two shares: of the positives that were found, TP / (TP + FN), and of the
  /// negatives that were left alone, TN / (TN + FP).
  ///
  /// - Parameter counts: of any classifier.
  /// - Returns: the three; nil for accuracy and baseline where there are no samples, and for balanced accuracy where a
  ///   class has none.
  public func accuracies(counts: FourCounts) throws -> Accuracies {
    throw NotAttempted("6.2")
  }
}
