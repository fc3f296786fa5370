import NumericCore

/// Exercises 6.1 to 6.4: what is counted at a threshold, and what is made of the counts.
///
/// A metric whose denominator is zero is undefined: there is nothing to say. Then return nil, not 0 and not 1.
public protocol CountQuestions: Sendable {
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
  func counts(scores: Vector<Double>, isPositive: [Bool], threshold: Double) throws -> FourCounts

  /// **6.2 Accuracy, and what to hold it against** (1 point).
  ///
  /// Accuracy is the share of right answers. Its baseline is the accuracy of always giving the class that more samples
  /// have. Balanced accuracy is the mean of two shares: of the positives that were found, TP / (TP + FN), and of the
  /// negatives that were left alone, TN / (TN + FP).
  ///
  /// - Parameter counts: of any classifier.
  /// - Returns: the three; nil for accuracy and baseline where there are no samples, and for balanced accuracy where a
  ///   class has none.
  func accuracies(counts: FourCounts) throws -> Accuracies

  /// **6.3 Precision and recall** (2 points).
  ///
  /// Precision is the share of the predicted positives that are positive, TP / (TP + FP). Recall is the share of the
  /// positives that are found, TP / (TP + FN).
  ///
  /// - Parameter counts: of any classifier.
  /// - Returns: both; nil for each whose own denominator is zero, whatever the other is.
  func precisionAndRecall(counts: FourCounts) throws -> PrecisionAndRecall

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
  func fMeasure(counts: FourCounts, beta: Double) throws -> Double?
}

/// What becomes of the samples of two classes.
public struct FourCounts: Codable, Sendable, Hashable {
  /// TP: positives that are predicted to be positive.
  public var truePositives: Int
  /// FP: negatives that are predicted to be positive.
  public var falsePositives: Int
  /// FN: positives that are predicted to be negative.
  public var falseNegatives: Int
  /// TN: negatives that are predicted to be negative.
  public var trueNegatives: Int

  /// The four counts.
  public init(truePositives: Int, falsePositives: Int, falseNegatives: Int, trueNegatives: Int) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }
}

/// Accuracy, and two numbers that put it in its place.
public struct Accuracies: Codable, Sendable, Equatable {
  /// The share of right answers.
  public var accuracy: Double?
  /// The accuracy of always giving the class that more samples have.
  public var baseline: Double?
  /// The mean share of right answers in the two classes.
  public var balanced: Double?

  /// The three; nil what is undefined.
  public init(accuracy: Double?, baseline: Double?, balanced: Double?) {
    self.accuracy = accuracy
    self.baseline = baseline
    self.balanced = balanced
  }

  /// Writes nil as null, so that a number in its place is seen.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(accuracy, forKey: .accuracy)
    try container.encode(baseline, forKey: .baseline)
    try container.encode(balanced, forKey: .balanced)
  }
}

/// The two sides of finding positives.
public struct PrecisionAndRecall: Codable, Sendable, Equatable {
  /// The share of the predicted positives that are positive.
  public var precision: Double?
  /// The share of the positives that are found.
  public var recall: Double?

  /// Both; nil what is undefined.
  public init(precision: Double?, recall: Double?) {
    self.precision = precision
    self.recall = recall
  }

  /// Writes nil as null, so that a number in its place is seen.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(precision, forKey: .precision)
    try container.encode(recall, forKey: .recall)
  }
}
