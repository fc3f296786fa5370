import AnswerChecks
import NumericCore
import SkewedClassesQuestions

extension WrongAnswers {
  /// Average precision (6.7), with the mistakes asked for.
  public func averagePrecision(scores: Vector<Double>, isPositive: [Bool]) throws -> Double? {
    let positives = isPositive.count { $0 }
    guard positives > 0 else { return undefined }
    if makes("roc-area") { return try right.rocArea(scores: scores, isPositive: isPositive) ?? 1 }
    let cuts =
      makes("point-a-sample")
      ? ranked(scores, isPositive)
      : try thresholds(scores).map { threshold in
        let counts = try right.counts(scores: scores, isPositive: isPositive, threshold: threshold)
        return (found: counts.truePositives, mistaken: counts.falsePositives)
      }
    let divisor = makes("all-samples") ? isPositive.count : positives
    var points = cuts.map {
      (recall: Double($0.found) / Double(divisor), precision: Double($0.found) / Double($0.found + $0.mistaken))
    }
    if makes("mean-of-precisions") { return points.reduce(0) { $0 + $1.precision } / Double(points.count) }
    if makes("interpolated") {
      for index in points.indices { points[index].precision = points[index...].map(\.precision).max() ?? 0 }
    }
    var (sum, before) = (0.0, (recall: 0.0, precision: 1.0))
    for point in points {
      let height =
        makes("trapezoid")
        ? (before.precision + point.precision) / 2 : makes("precision-before") ? before.precision : point.precision
      sum += (point.recall - before.recall) * height
      before = point
    }
    return sum
  }
}

let averagePrecisionMisconceptions = [
  Misconception(
    "6.7", "trapezoid",
    """
    You take the trapezia below straight lines. Between two points of this curve precision doesn't run straight, and the \
    lines are mostly too high: sum steps.
    """,
    source: Origin.davis, section: Section.averagePrecision),
  Misconception(
    "6.7", "point-a-sample",
    "You step at each sample. Samples of the same score are predicted alike: step at each different score.",
    source: Origin.common("formulas for rankings, which have no ties"), section: Section.averagePrecision),
  Misconception(
    "6.7", "mean-of-precisions",
    "You take the plain mean of the precisions. Each counts as much as recall rises there.",
    source: Origin.common("the name, read literally"), section: Section.averagePrecision),
  Misconception(
    "6.7", "interpolated",
    "You replace each precision by the largest at this recall or beyond. That is interpolated average precision.",
    source: "\"The PASCAL visual object classes challenge\" (Everingham et al., 2010), which interpolates so",
    section: Section.averagePrecision),
  Misconception(
    "6.7", "precision-before",
    "You take the precision from before each step, and 1 for the first. Take the one that is reached there.",
    source: Origin.common("the left end of each step in place of the right"), section: Section.averagePrecision),
  Misconception(
    "6.7", "all-samples",
    "Your recall divides by all samples. Divide by the positives.",
    source: Origin.common("n stands for samples in one formula, for positives in the next"),
    section: Section.averagePrecision),
  Misconception(
    "6.7", "roc-area",
    "This is the area under the ROC curve. Average precision is about precision and recall.",
    source: Origin.common("\"area under the curve\", without saying which"), section: Section.averagePrecision),
  Misconception(
    "6.7", "undefined-is-zero",
    "Without positives there is no recall, and nothing to average: return nil, not 0.",
    source: "scikit-learn's average_precision_score, which returns 0 with a warning", section: Section.undefined),
]
