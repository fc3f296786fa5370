/// How often samples of each class were taken for each class.
public struct ConfusionMatrix: Hashable, Sendable, Codable {
  /// The counts: a row for each actual class, in it a column for each predicted one. As scikit-learn's; others transpose it.
  public let counts: [[Int]]

  /// A table with as many columns as rows, each count 0 or more.
  public init(counts: [[Int]]) {
    require(
      counts.allSatisfy { $0.count == counts.count && $0.allSatisfy { $0 >= 0 } },
      "A confusion matrix has as many columns as rows, and counts of 0 or more.")
    self.counts = counts
  }

  /// Counts predictions.
  ///
  /// - Parameters:
  ///   - predicted: a class for each sample, from 0 to `classes` - 1.
  ///   - actual: the right ones.
  ///   - classes: how many there are.
  public init(predicted: [Int], actual: [Int], classes: Int) {
    require(predicted.count == actual.count, "There are \(predicted.count) predictions for \(actual.count) samples.")
    requireClasses(predicted, below: classes)
    requireClasses(actual, below: classes)
    var counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
    for (predicted, actual) in zip(predicted, actual) { counts[actual][predicted] += 1 }
    self.counts = counts
  }

  /// How many classes there are.
  public var classes: Int { counts.count }

  /// All samples.
  public var samples: Int { actualCounts.reduce(0, +) }

  /// How many samples each class has.
  public var actualCounts: [Int] { counts.map { $0.reduce(0, +) } }

  /// How often each class was predicted.
  public var predictedCounts: [Int] { counts.indices.map { column in counts.reduce(0) { $0 + $1[column] } } }

  /// The samples that were right.
  public var right: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// One class against all others.
  public func counts(of aClass: Int) -> BinaryCounts {
    let found = counts[aClass][aClass]
    let (actual, predicted) = (actualCounts[aClass], predictedCounts[aClass])
    return BinaryCounts(
      truePositives: found, falsePositives: predicted - found, falseNegatives: actual - found,
      trueNegatives: samples - actual - predicted + found)
  }

  /// The share of right answers.
  public var accuracy: Double? { ratio(right, samples) }

  /// The mean recall: what accuracy would be if all classes had as many samples. Undefined where a class has none;
  /// scikit-learn leaves that class out.
  public var balancedAccuracy: Double? { average(\.recall, .macro) }

  /// (accuracy - chance) / (1 - chance); see `BinaryCounts.cohensKappa`.
  public var cohensKappa: Double? {
    let n = Double(samples)
    let agreement = zip(actualCounts, predictedCounts).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    guard n > 0, agreement < n * n else { return nil }
    return (Double(right) * n - agreement) / (n * n - agreement)
  }

  /// The correlation of predictions and classes, for any number of classes.
  ///
  /// With two it is `BinaryCounts.matthewsCorrelation`. Source: "Comparing two K-category assignments by a K-category
  /// correlation coefficient", Gorodkin, 2004.
  public var matthewsCorrelation: Double? {
    let n = Double(samples)
    let (actual, predicted) = (actualCounts.map(Double.init), predictedCounts.map(Double.init))
    let (both, ofActual) = (sumOfProducts(actual, predicted), n * n - sumOfProducts(actual, actual))
    let ofPredicted = n * n - sumOfProducts(predicted, predicted)
    guard ofActual > 0, ofPredicted > 0 else { return nil }
    return (Double(right) * n - both) / (ofActual.squareRoot() * ofPredicted.squareRoot())
  }

  private func sumOfProducts(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

/// Stops where a label names no class.
func requireClasses(_ labels: [Int], below classes: Int) {
  require(classes >= 0, "There can't be \(classes) classes.")
  for label in labels {
    require(label >= 0 && label < classes, "Classes go from 0 to \(classes - 1); \(label) is none.")
  }
}

extension ConfusionMatrix {
  /// How the metrics of the classes become one.
  public enum Average: String, CaseIterable, Hashable, Sendable, Codable {
    /// The counts of all classes are added first, so each sample counts the same.
    case micro
    /// The plain mean, so each class counts the same.
    case macro
    /// The mean, each class weighted with its number of samples.
    case weighted
  }

  /// A metric of all classes, each against the others.
  ///
  /// - Parameters:
  ///   - metric: as `\.precision`, or `{ $0.f(beta: 2) }`.
  ///   - average: how they become one.
  ///   - replacement: what stands for a class whose metric is undefined. Without one the average is undefined too, unless
  ///     that class has no weight. scikit-learn takes 0.
  public func average(
    _ metric: (BinaryCounts) -> Double?, _ average: Average, replacing replacement: Double? = nil
  ) -> Double? {
    let each = counts.indices.map(counts(of:))
    if average == .micro { return metric(each.reduce(.none, +)) ?? replacement }
    let weights = average == .macro ? each.map { _ in 1 } : actualCounts
    var sum = 0.0
    for (counts, weight) in zip(each, weights) where weight > 0 {
      guard let value = metric(counts) ?? replacement else { return nil }
      sum += Double(weight) * value
    }
    let total = weights.reduce(0, +)
    return total == 0 ? replacement : sum / Double(total)
  }
}

extension BinaryCounts {
  /// No samples.
  static var none: BinaryCounts {
    BinaryCounts(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
  }

  /// The counts of both.
  static func + (left: BinaryCounts, right: BinaryCounts) -> BinaryCounts {
    BinaryCounts(
      truePositives: left.truePositives + right.truePositives,
      falsePositives: left.falsePositives + right.falsePositives,
      falseNegatives: left.falseNegatives + right.falseNegatives,
      trueNegatives: left.trueNegatives + right.trueNegatives)
  }
}
