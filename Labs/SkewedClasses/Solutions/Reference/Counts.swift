import NumericCore
import SkewedClassesQuestions

extension ReferenceAnswers {
  /// The four counts (6.1).
  public func counts(scores: Vector<Double>, isPositive: [Bool], threshold: Double) throws -> FourCounts {
    let pairs = zip(scores, isPositive)
    return FourCounts(
      truePositives: pairs.count { score, isPositive in score >= threshold && isPositive },
      falsePositives: pairs.count { score, isPositive in score >= threshold && !isPositive },
      falseNegatives: pairs.count { score, isPositive in score < threshold && isPositive },
      trueNegatives: pairs.count { score, isPositive in score < threshold && !isPositive })
  }

  /// Accuracy, its baseline, and balanced accuracy (6.2).
  public func accuracies(counts: FourCounts) throws -> Accuracies {
    let recall = ratio(counts.truePositives, counts.positives)
    let specificity = ratio(counts.trueNegatives, counts.negatives)
    return Accuracies(
      accuracy: ratio(counts.truePositives + counts.trueNegatives, counts.samples),
      baseline: ratio(max(counts.positives, counts.negatives), counts.samples),
      balanced: recall.flatMap { recall in specificity.map { (recall + $0) / 2 } })
  }

  /// Precision and recall (6.3).
  public func precisionAndRecall(counts: FourCounts) throws -> PrecisionAndRecall {
    PrecisionAndRecall(
      precision: ratio(counts.truePositives, counts.predictedPositives),
      recall: ratio(counts.truePositives, counts.positives))
  }

  /// F-beta (6.4).
  public func fMeasure(counts: FourCounts, beta: Double) throws -> Double? {
    let found = (1 + beta * beta) * Double(counts.truePositives)
    let all = found + beta * beta * Double(counts.falseNegatives) + Double(counts.falsePositives)
    return all == 0 ? nil : found / all
  }
}
