/// The four counts of a classifier with two classes, and what is made of them.
///
/// A metric whose denominator is zero is undefined, and nil here: nothing was predicted positive, say, so nothing can be said
/// about the precision. scikit-learn gives a number there, mostly 0, with a warning; docs/metrics.md has the table.
public struct BinaryCounts: Hashable, Sendable, Codable {
  /// Positives that were found.
  public var truePositives: Int
  /// Negatives that were taken for positives.
  public var falsePositives: Int
  /// Positives that were missed.
  public var falseNegatives: Int
  /// Negatives that were left alone.
  public var trueNegatives: Int

  /// The four counts, each 0 or more.
  public init(truePositives: Int, falsePositives: Int, falseNegatives: Int, trueNegatives: Int) {
    require(
      min(truePositives, falsePositives, falseNegatives, trueNegatives) >= 0, "Counts are 0 or more.")
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }

  /// Counts predictions, as many as there are samples.
  public init(predicted: [Bool], actual: [Bool]) {
    require(predicted.count == actual.count, "There are \(predicted.count) predictions for \(actual.count) samples.")
    self.init(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
    for (predicted, actual) in zip(predicted, actual) {
      switch (predicted, actual) {
      case (true, true): truePositives += 1
      case (true, false): falsePositives += 1
      case (false, true): falseNegatives += 1
      case (false, false): trueNegatives += 1
      }
    }
  }

  /// All samples.
  public var samples: Int { positives + negatives }
  /// The samples that are positive.
  public var positives: Int { truePositives + falseNegatives }
  /// The samples that are negative.
  public var negatives: Int { trueNegatives + falsePositives }
  /// The samples that are predicted to be positive.
  public var predictedPositives: Int { truePositives + falsePositives }

  /// The share of positives, positives / samples.
  public var prevalence: Double? { ratio(positives, samples) }

  /// The share of right answers, (TP + TN) / samples.
  public var accuracy: Double? { ratio(truePositives + trueNegatives, samples) }

  /// How many of the predicted positives are positive, TP / (TP + FP).
  public var precision: Double? { ratio(truePositives, predictedPositives) }

  /// How many of the positives are found, TP / (TP + FN); also called sensitivity, or the true positive rate.
  public var recall: Double? { ratio(truePositives, positives) }

  /// How many of the negatives are left alone, TN / (TN + FP); 1 minus the false positive rate.
  public var specificity: Double? { ratio(trueNegatives, negatives) }

  /// The harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN).
  public var f1: Double? { f(beta: 1) }

  /// (1 + β²) TP / ((1 + β²) TP + β² FN + FP): a mean of precision and recall, in which recall counts β times as much.
  ///
  /// It is defined as long as there is a positive or one is predicted, also where precision or recall alone isn't.
  ///
  /// - Parameter beta: β, above 0.
  /// - Source: "Information Retrieval", van Rijsbergen, 1979, chapter 7.
  public func f(beta: Double) -> Double? {
    require(beta > 0 && beta.isFinite, "β of an F measure is above 0; \(beta) isn't.")
    let square = beta * beta
    let found = (1 + square) * Double(truePositives)
    let all = found + square * Double(falseNegatives) + Double(falsePositives)
    return all == 0 ? nil : found / all
  }

  /// The mean of recall and specificity: what accuracy would be with as many positives as negatives.
  public var balancedAccuracy: Double? {
    guard let recall, let specificity else { return nil }
    return (recall + specificity) / 2
  }

  /// (TP TN - FP FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN)): the correlation of predictions and classes, from -1 to 1.
  ///
  /// Undefined where all samples are of one class, or predicted to be.
  ///
  /// - Source: "Comparison of the predicted and observed secondary structure of T4 phage lysozyme", Matthews, 1975.
  public var matthewsCorrelation: Double? {
    let product =
      Double(predictedPositives).squareRoot() * Double(positives).squareRoot() * Double(negatives).squareRoot()
      * Double(trueNegatives + falseNegatives).squareRoot()
    guard product > 0 else { return nil }
    let (tp, tn) = (Double(truePositives), Double(trueNegatives))
    return (tp * tn - Double(falsePositives) * Double(falseNegatives)) / product
  }

  /// (accuracy - chance) / (1 - chance), where chance is how often two independent raters with these shares would agree.
  ///
  /// Undefined where both always say the same class, or where there are no samples.
  ///
  /// - Source: "A coefficient of agreement for nominal scales", Cohen, 1960.
  public var cohensKappa: Double? { confusion.cohensKappa }

  /// The same as a table of two classes: 0 is negative, 1 positive.
  public var confusion: ConfusionMatrix {
    ConfusionMatrix(counts: [[trueNegatives, falsePositives], [falseNegatives, truePositives]])
  }
}

/// A ratio of counts; nil where nothing is divided by.
func ratio(_ part: Int, _ whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
