import NumericCore
import SkewedClassesQuestions

extension ReferenceAnswers {
  /// Precision at another prevalence (6.12).
  public func predictedPrecision(recall: Double, falsePositiveRate: Double, prevalence: Double) throws -> Double? {
    let found = recall * prevalence
    let mistaken = falsePositiveRate * (1 - prevalence)
    return found + mistaken == 0 ? nil : found / (found + mistaken)
  }

  /// Who made the table (6.13).
  public func suspect(
    scores: Vector<Double>, isPositive: [Bool], threshold: Double, copies: Int, report: EvaluationReport
  ) throws -> EvaluationSuspect {
    let input = EvaluationInput(
      scores: scores, isPositive: isPositive, threshold: threshold, copies: copies, report: report)
    let distances = try EvaluationSuspect.allCases.map { ($0, try distance(of: $0, from: input)) }
    return distances.min { $0.1 < $1.1 }?.0 ?? .noMistake
  }

  /// How far this suspect's report is from the one that is seen: the largest difference of its numbers.
  package func distance(of suspect: EvaluationSuspect, from seen: EvaluationInput) throws -> Double {
    guard let report = try report(of: suspect, on: seen) else { return .infinity }
    return max(
      abs(report.accuracy - seen.report.accuracy), abs(report.precision - seen.report.precision),
      abs(report.recall - seen.report.recall))
  }

  /// What this suspect would have written; nothing where a number in it is undefined.
  package func report(of suspect: EvaluationSuspect, on input: EvaluationInput) throws -> EvaluationReport? {
    var right = try counts(scores: input.scores, isPositive: input.isPositive, threshold: input.threshold)
    switch suspect {
    case .noMistake: break
    case .strictThreshold:
      right = try counts(scores: input.scores, isPositive: input.isPositive, threshold: input.threshold.nextUp)
    case .errorsExchanged: swap(&right.falsePositives, &right.falseNegatives)
    case .classesExchanged: right = right.ofNegatives
    case .oversampledTest:
      right.truePositives *= input.copies
      right.falseNegatives *= input.copies
    case .macroAverages: return try averages(right) { _ in 1 }
    case .weightedAverages: return try averages(right) { $0 }
    }
    return try report(right, try precisionAndRecall(counts: right))
  }

  private func report(_ counts: FourCounts, _ metrics: PrecisionAndRecall) throws -> EvaluationReport? {
    guard let accuracy = try accuracies(counts: counts).accuracy, let precision = metrics.precision,
      let recall = metrics.recall
    else { return nil }
    return EvaluationReport(accuracy: accuracy, precision: precision, recall: recall)
  }

  /// Means over both classes, with weights that follow their numbers of samples.
  private func averages(_ counts: FourCounts, weight: (Double) -> Double) throws -> EvaluationReport? {
    guard let positive = try report(counts, try precisionAndRecall(counts: counts)),
      let negative = try report(counts.ofNegatives, try precisionAndRecall(counts: counts.ofNegatives))
    else { return nil }
    let (w, v) = (weight(Double(counts.positives)), weight(Double(counts.negatives)))
    return EvaluationReport(
      accuracy: positive.accuracy, precision: (w * positive.precision + v * negative.precision) / (w + v),
      recall: (w * positive.recall + v * negative.recall) / (w + v))
  }
}

extension FourCounts {
  /// The same with the negative class as the positive one.
  var ofNegatives: FourCounts {
    FourCounts(
      truePositives: trueNegatives, falsePositives: falseNegatives, falseNegatives: falsePositives,
      trueNegatives: truePositives)
  }
}
