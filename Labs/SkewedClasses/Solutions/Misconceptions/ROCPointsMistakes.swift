import AnswerChecks
import NumericCore
import SkewedClassesQuestions

extension WrongAnswers {
  /// The points of the ROC curve (6.5), with the mistakes asked for.
  public func rocPoints(scores: Vector<Double>, isPositive: [Bool]) throws -> [ROCPoint]? {
    let (positives, negatives) = (isPositive.count { $0 }, isPositive.count { !$0 })
    guard positives > 0 && negatives > 0 || makes("undefined-is-zero") else { return nil }
    func point(_ found: Int, _ mistaken: Int) -> ROCPoint {
      let mistakes = makes("false-discovery") ? ratio(mistaken, found + mistaken) : ratio(mistaken, negatives)
      var (x, y) = (mistakes ?? 0, ratio(found, positives) ?? 0)
      if makes("specificity") { x = 1 - x }
      if makes("axes-exchanged") { swap(&x, &y) }
      return ROCPoint(falsePositiveRate: x, truePositiveRate: y)
    }
    var points = cuts(scores, isPositive).map { point($0.found, $0.mistaken) }
    if !makes("no-origin") { points.insert(point(0, 0), at: 0) }
    return makes("from-the-smallest") ? points.reversed() : points
  }

  /// The counts at each different score, from the largest down.
  private func cuts(_ scores: Vector<Double>, _ isPositive: [Bool]) -> [(found: Int, mistaken: Int)] {
    if makes("point-a-sample") { return ranked(scores, isPositive) }
    return thresholds(scores).map { threshold in
      let reached = zip(scores, isPositive).filter {
        makes("strictly-above") ? $0.0 > threshold : $0.0 >= threshold
      }
      return (reached.count { $0.1 }, reached.count { !$0.1 })
    }
  }

  /// The counts after each sample, from the largest score down; samples of one score in the order in which they came.
  func ranked(_ scores: Vector<Double>, _ isPositive: [Bool]) -> [(found: Int, mistaken: Int)] {
    let order = scores.indices.sorted { (scores[$0], -$0) > (scores[$1], -$1) }
    return order.indices.map { last in
      let found = order[...last].count { isPositive[$0] }
      return (found, last + 1 - found)
    }
  }
}

let rocPointsMisconceptions = [
  Misconception(
    "6.5", "point-a-sample",
    """
    You make a point a sample. Samples of the same score are predicted alike, so they make one point together; \
    otherwise the curve depends on the order in which they came.
    """,
    source: Origin.fawcett, section: Section.roc),
  Misconception(
    "6.5", "no-origin",
    "The point (0, 0) is missing: above the largest score nothing is predicted to be positive.",
    source: Origin.common("only thresholds that are scores are tried"), section: Section.roc),
  Misconception(
    "6.5", "axes-exchanged",
    "You exchange the two rates. The share of the positives is the true positive rate.",
    source: Origin.common("x and y are exchanged"), section: Section.roc),
  Misconception(
    "6.5", "from-the-smallest",
    "Your points begin at the smallest score. Begin at the largest, so that the curve goes from (0, 0) to (1, 1).",
    source: Origin.common("sorting rises by default"), section: Section.roc),
  Misconception(
    "6.5", "false-discovery",
    """
    Your false positive rate divides by the predicted positives, which is 1 - precision. Divide by the negatives: FP + TN.
    """,
    source: Origin.common("the false discovery rate is taken for the false positive rate"), section: Section.roc),
  Misconception(
    "6.5", "specificity",
    "Your first rate is the specificity. The false positive rate is 1 minus that.",
    source: Origin.common("medical texts draw the axis of specificity backwards"), section: Section.roc),
  Misconception(
    "6.5", "strictly-above",
    "You count scores above each threshold. Those that reach it count too, and then the last point is (1, 1).",
    source: Origin.common("> in place of >="), section: Section.roc),
  Misconception(
    "6.5", "undefined-is-zero",
    "Where a class has no samples you give its rate as 0. The curve is undefined then: return nil.",
    source: Origin.common("a guard against division by zero that invents a number"), section: Section.undefined),
]
