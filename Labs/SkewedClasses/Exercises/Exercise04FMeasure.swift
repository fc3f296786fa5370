import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.4 F-beta** (1 point).
  ///
  /// (1 + β²) TP / ((1 + β²) TP + β² FN + FP): a weighted harmonic mean of precision and recall, in which recall counts β
  /// times as much. It needs no precision to be defined: with positives, none of them predicted, it is 0.
  ///
  /// Source: "Information Retrieval" (van Rijsbergen, 1979), chapter 7.
  ///
  /// - Parameters:
  ///   - counts: of any classifier.
  ///   - beta: β, positive.
  /// - Returns: the measure; nil where there is no positive and none is predicted.
  public func fMeasure(counts: FourCounts, beta: Double) throws -> Double? {
    throw NotAttempted("6.4")
  }
}
