import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.6 The area under the ROC curve** (2 points).
  ///
  /// Take each pair of a positive and a negative. It counts 1 where the positive scores more, 1/2 where both score the
  /// same, and 0 otherwise. The area is the sum over all pairs, divided by their number.
  ///
  /// Source: "The meaning and use of the area under a receiver operating characteristic (ROC) curve" (Hanley, McNeil,
  /// 1982).
  ///
  /// - Parameters:
  ///   - scores: in any order, `[samples]`.
  ///   - isPositive: the true class of each sample, `[samples]`.
  /// - Returns: the area; nil where a class has no samples.
  public func rocArea(scores: Vector<Double>, isPositive: [Bool]) throws -> Double? {
    throw NotAttempted("6.6")
  }
}
