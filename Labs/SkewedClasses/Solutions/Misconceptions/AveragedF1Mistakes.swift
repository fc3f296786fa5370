import AnswerChecks
import SkewedClassesQuestions

extension WrongAnswers {
  /// Micro, macro, weighted (6.11), with the mistakes asked for.
  public func averagedF1(confusion: [[Int]]) throws -> AveragedF1 {
    let counts = confusion.indices.map { FourCounts(of: $0, in: confusion) }
    let samples = counts.reduce(0) { $0 + $1.positives }
    guard samples > 0 else { return AveragedF1(micro: undefined, macro: undefined, weighted: undefined) }
    let scores = try counts.map { counts -> Double? in
      let value =
        makes("recall-for-f1")
        ? ratio(counts.truePositives, counts.positives) : try right.fMeasure(counts: counts, beta: 1)
      return value ?? undefined
    }
    let sum = counts.reduce(FourCounts.none) { $0 + $1 }
    var micro = try right.fMeasure(counts: sum, beta: 1)
    if makes("micro-with-negatives") { micro = try right.accuracies(counts: sum).accuracy }
    var macro = makes("f1-of-means") ? f1OfMeans(counts) : mean(scores, weights: counts.map { _ in 1 })
    let weights = counts.map { makes("weighted-by-predicted") ? $0.predictedPositives : $0.positives }
    let weighted = mean(zip(scores, weights).map { $1 == 0 ? 0 : $0 }, weights: weights)
    if makes("micro-for-macro") { swap(&micro, &macro) }
    return AveragedF1(
      micro: micro, macro: macro,
      weighted: makes("weighted-is-plain") ? mean(scores, weights: counts.map { _ in 1 }) : weighted)
  }

  /// The harmonic mean of mean precision and mean recall; a class without one of them counts as 0.
  private func f1OfMeans(_ counts: [FourCounts]) -> Double? {
    guard
      counts.allSatisfy({ $0.positives + $0.predictedPositives > 0 }) || makes("undefined-is-zero")
        || makes("undefined-left-out")
    else { return nil }
    let precision = counts.reduce(0.0) { $0 + (ratio($1.truePositives, $1.predictedPositives) ?? 0) }
    let recall = counts.reduce(0.0) { $0 + (ratio($1.truePositives, $1.positives) ?? 0) }
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) / Double(counts.count)
  }

  /// The mean of the scores; nil where one is, unless such are left out.
  private func mean(_ scores: [Double?], weights: [Int]) -> Double? {
    let known = zip(scores, weights).compactMap { score, weight in score.map { ($0, Double(weight)) } }
    guard known.count == scores.count || makes("undefined-left-out") else { return nil }
    return known.reduce(0) { $0 + $1.0 * $1.1 } / known.reduce(0) { $0 + $1.1 }
  }
}

let averagedF1Misconceptions = [
  Misconception(
    "6.11", "f1-of-means",
    """
    Your macro F1 is the F1 of mean precision and mean recall. It is the mean of the classes' F1, which is mostly smaller.
    """,
    source: Origin.opitz, section: Section.averages),
  Misconception(
    "6.11", "micro-for-macro",
    "You exchange micro and macro. Micro adds the counts first, so samples count the same; in macro classes do.",
    source: Origin.common("the two prefixes are confused"), section: Section.averages),
  Misconception(
    "6.11", "micro-with-negatives",
    """
    Your micro average counts true negatives as right answers. Then each sample is right once for every class that it \
    isn't and wasn't taken for; F1 leaves them out.
    """,
    source: Origin.common("the accuracy of one class against the rest, averaged"), section: Section.averages),
  Misconception(
    "6.11", "weighted-by-predicted",
    "You weigh each class with how often it was predicted. Weigh it with its samples: the sum of its row.",
    source: Origin.common("rows and columns of the table are exchanged, which F1 itself doesn't show"),
    section: Section.averages),
  Misconception(
    "6.11", "weighted-is-plain",
    "Your weighted average is the plain mean. Weigh each class with its number of samples.",
    source: Origin.common("the weights are left out"), section: Section.averages),
  Misconception(
    "6.11", "recall-for-f1",
    "You average the classes' recalls in place of their F1.",
    source: Origin.common("balanced accuracy, which is macro recall, is at hand"), section: Section.averages),
  Misconception(
    "6.11", "undefined-is-zero",
    "A class that has no samples and is never predicted counts as 0 in your averages. Its F1 is undefined: macro is nil.",
    source: Origin.scikitLearn, section: Section.undefined),
  Misconception(
    "6.11", "undefined-left-out",
    "You leave a class without F1 out of the plain mean. Then two models are averaged over different classes: return nil.",
    source: Origin.common("what is missing is dropped on the way to a mean"), section: Section.undefined),
]
