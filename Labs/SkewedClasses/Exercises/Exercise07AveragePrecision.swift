import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.7 Average precision** (2 points).
  ///
  /// For each different score as the threshold, from the largest down, work out recall R and precision P. Then sum
  /// (R - recall before) P over the thresholds; before the first, recall is 0. Steps, no trapezia: a straight line between
  /// two points of this curve promises what no threshold keeps.
  ///
  /// Source: "The relationship between precision-recall and ROC curves" (Davis, Goadrich, 2006).
  ///
  /// - Parameters:
  ///   - scores: in any order, `[samples]`.
  ///   - isPositive: the true class of each sample, `[samples]`.
  /// - Returns: the sum; nil where there are no positives.
  public func averagePrecision(scores: Vector<Double>, isPositive: [Bool]) throws -> Double? {
    throw NotAttempted("6.7")
  }
}
