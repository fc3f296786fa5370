import AnswerChecks
import NumericCore
import SkewedClassesQuestions

extension WrongAnswers {
  /// The cheapest threshold, by counting (6.9), with the mistakes asked for.
  public func cheapestThreshold(
    scores: Vector<Double>, isPositive: [Bool], costOfFalsePositive: Double, costOfFalseNegative: Double
  ) throws -> CheapestThreshold {
    var (falsePositive, falseNegative) = (costOfFalsePositive, costOfFalseNegative)
    if makes("costs-exchanged") { swap(&falsePositive, &falseNegative) }
    func counts(_ threshold: Double?) throws -> FourCounts {
      guard let threshold else { return try right.counts(scores: scores, isPositive: isPositive, threshold: .infinity) }
      let least = makes("strictly-above") ? threshold.nextUp : threshold
      return try right.counts(scores: scores, isPositive: isPositive, threshold: least)
    }
    func cost(_ counts: FourCounts) -> Double {
      let (mistaken, missed) = (Double(counts.falsePositives), Double(counts.falseNegatives))
      return makes("costs-ignored")
        ? mistaken + missed
        : makes("negatives-only") ? falsePositive * mistaken : falsePositive * mistaken + falseNegative * missed
    }
    // From nobody to everybody, or the other way round; the first of several equal ones is taken.
    let lists: [Double?] = (makes("never-nobody") ? [] : [nil]) + thresholds(scores)
    let candidates = makes("most-positives") ? lists.reversed() : lists
    var best: CheapestThreshold?
    for threshold in candidates {
      let cost = cost(try counts(threshold))
      if best.map({ cost < $0.cost }) ?? true { best = CheapestThreshold(cost: cost, threshold: threshold) }
    }
    let found = best ?? CheapestThreshold(cost: 0, threshold: nil)
    let divisor = makes("cost-a-sample") ? Double(isPositive.count) : 1
    return CheapestThreshold(cost: found.cost / divisor, threshold: found.threshold)
  }
}

let cheapestThresholdMisconceptions = [
  Misconception(
    "6.9", "costs-exchanged",
    "You exchange the two costs. A missed positive is a false negative, and mostly the dearer mistake.",
    source: Origin.common("the ratio of costs is taken upside down"), section: Section.costs),
  Misconception(
    "6.9", "costs-ignored",
    "You look for the fewest mistakes. Weigh each kind with its cost.",
    source: Origin.myrvoll("accuracy, where all mistakes count the same"), section: Section.costs),
  Misconception(
    "6.9", "strictly-above",
    "You predict positive above the threshold. A score that just reaches it counts too: >=.",
    source: Origin.common("> in place of >="), section: Section.costs),
  Misconception(
    "6.9", "most-positives",
    "Of thresholds that cost the same you take the smallest. Take the one that predicts the fewest positives.",
    source: Origin.common("<= in place of < while looking for the best"), section: Section.costs),
  Misconception(
    "6.9", "never-nobody",
    "You never try to predict nobody positive. Where false positives are dear, that is cheapest: nil.",
    source: Origin.common("only thresholds that are scores are tried"), section: Section.costs),
  Misconception(
    "6.9", "cost-a-sample",
    "Your cost is the mean a sample. The cost of all samples together is asked for.",
    source: Origin.common("losses are means elsewhere"), section: Section.costs),
  Misconception(
    "6.9", "negatives-only",
    "You leave out what missed positives cost. Then it is always cheapest to predict nobody positive.",
    source: Origin.common("only alarms that were raised are counted, as they are what is seen"), section: Section.costs),
]
