import NumericCore
import SkewedClassesQuestions

extension ReferenceAnswers {
  /// The points of the ROC curve (6.5).
  public func rocPoints(scores: Vector<Double>, isPositive: [Bool]) throws -> [ROCPoint]? {
    guard isPositive.contains(true), isPositive.contains(false) else { return nil }
    let start = ROCPoint(falsePositiveRate: 0, truePositiveRate: 0)
    return try [start]
      + thresholds(scores).map { threshold in
        let counts = try counts(scores: scores, isPositive: isPositive, threshold: threshold)
        return ROCPoint(
          falsePositiveRate: Double(counts.falsePositives) / Double(counts.negatives),
          truePositiveRate: Double(counts.truePositives) / Double(counts.positives))
      }
  }

  /// The area under the ROC curve (6.6).
  public func rocArea(scores: Vector<Double>, isPositive: [Bool]) throws -> Double? {
    let positives = zip(scores, isPositive).filter(\.1).map(\.0)
    let negatives = zip(scores, isPositive).filter { !$0.1 }.map(\.0)
    guard !positives.isEmpty, !negatives.isEmpty else { return nil }
    var sum = 0.0
    for positive in positives {
      for negative in negatives { sum += positive > negative ? 1 : positive == negative ? 0.5 : 0 }
    }
    return sum / Double(positives.count * negatives.count)
  }

  /// Average precision (6.7).
  public func averagePrecision(scores: Vector<Double>, isPositive: [Bool]) throws -> Double? {
    guard isPositive.contains(true) else { return nil }
    var (sum, before) = (0.0, 0.0)
    for threshold in thresholds(scores) {
      let counts = try counts(scores: scores, isPositive: isPositive, threshold: threshold)
      let recall = Double(counts.truePositives) / Double(counts.positives)
      sum += (recall - before) * Double(counts.truePositives) / Double(counts.predictedPositives)
      before = recall
    }
    return sum
  }
}

/// The different scores, the largest first.
func thresholds(_ scores: Vector<Double>) -> [Double] { Set(scores).sorted(by: >) }
