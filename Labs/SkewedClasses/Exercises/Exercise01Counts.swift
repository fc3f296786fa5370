import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.1 The four counts** (1 point).
  ///
  /// A sample is predicted to be positive where its score is at least the threshold, and negative otherwise. Count those
  /// that are predicted rightly and wrongly, positives and negatives apart.
  ///
  /// - Parameters:
  ///   - scores: the larger, the more likely positive, `[samples]`.
  ///   - isPositive: the true class of each sample, `[samples]`.
  ///   - threshold: what a score has to reach.
  /// - Returns: true positives, false positives, false negatives, true negatives.
  public func counts(scores: Vector<Double>, isPositive: [Bool], threshold: Double) throws -> FourCounts {
    throw NotAttempted("6.1")
  }
}
