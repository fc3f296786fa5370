import NumericCore

/// Exercises 6.5 to 6.7: what scores are worth before a threshold is chosen.
///
/// Only the order of the scores counts. Samples with the same score stand or fall together at any threshold.
public protocol RankingQuestions: Sendable {
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
  func rocPoints(scores: Vector<Double>, isPositive: [Bool]) throws -> [ROCPoint]?

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
  func rocArea(scores: Vector<Double>, isPositive: [Bool]) throws -> Double?

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
  func averagePrecision(scores: Vector<Double>, isPositive: [Bool]) throws -> Double?
}

/// A point of the receiver operating characteristic.
public struct ROCPoint: Codable, Sendable, Hashable {
  /// The share of the negatives that are predicted to be positive.
  public var falsePositiveRate: Double
  /// The share of the positives that are: the recall.
  public var truePositiveRate: Double

  /// The two rates.
  public init(falsePositiveRate: Double, truePositiveRate: Double) {
    self.falsePositiveRate = falsePositiveRate
    self.truePositiveRate = truePositiveRate
  }
}
