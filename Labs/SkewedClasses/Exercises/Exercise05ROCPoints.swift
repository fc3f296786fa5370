import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.5 The points of the ROC curve** (2 points).
  ///
  /// For each different score as the threshold, from the largest down, a point: the share of the negatives that score as
  /// much or more, FP / (FP + TN), and the share of the positives that do, TP / (TP + FN). Before them stands (0, 0),
  /// where nothing is predicted to be positive. The last point is (1, 1).
  ///
  /// Source: "An introduction to ROC analysis" (Fawcett, 2006).
  ///
  /// - Parameters:
  ///   - scores: in any order, `[samples]`.
  ///   - isPositive: the true class of each sample, `[samples]`.
  /// - Returns: the points; nil where a class has no samples.
  public func rocPoints(scores: Vector<Double>, isPositive: [Bool]) throws -> [ROCPoint]? {
    throw NotAttempted("6.5")
  }
}
