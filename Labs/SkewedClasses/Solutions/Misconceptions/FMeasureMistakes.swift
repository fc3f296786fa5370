import AnswerChecks
import NumericCore
import SkewedClassesQuestions

extension WrongAnswers {
  /// F-beta (6.4), with the mistakes asked for.
  public func fMeasure(counts: FourCounts, beta: Double) throws -> Double? {
    let (found, mistaken, missed) = (
      Double(counts.truePositives), Double(counts.falsePositives), Double(counts.falseNegatives)
    )
    guard found + mistaken + missed > 0 else { return undefined }
    let (precision, recall) = (
      ratio(counts.truePositives, counts.predictedPositives), ratio(counts.truePositives, counts.positives)
    )
    if makes("undefined-as-precision"), precision == nil || recall == nil { return undefined }
    let beta = makes("always-one") ? 1 : beta
    var square = makes("not-squared") ? beta : beta * beta
    if makes("precision-counts-more") { square = 1 / square }
    let (p, r) = (precision ?? 0, recall ?? 0)
    if makes("arithmetic-mean") { return (p + square * r) / (1 + square) }
    if makes("geometric-mean") { return pow(p * pow(r, square), 1 / (1 + square)) }
    let value = (1 + square) * found / ((1 + square) * found + square * missed + mistaken)
    return makes("factor-forgotten") ? value / (1 + square) : value
  }
}

let fMeasureMisconceptions = [
  Misconception(
    "6.4", "arithmetic-mean",
    "You take the arithmetic mean of precision and recall. F is their harmonic mean, which stays near the smaller one.",
    source: Origin.common("a mean without a name is taken for the arithmetic one"), section: Section.fMeasure),
  Misconception(
    "6.4", "geometric-mean",
    "You take the geometric mean of precision and recall, the Fowlkes-Mallows index. F is their harmonic mean.",
    source: "\"A method for comparing two hierarchical clusterings\" (Fowlkes, Mallows, 1983), a neighbour of F",
    section: Section.fMeasure),
  Misconception(
    "6.4", "not-squared",
    "You use β where β² belongs, in numerator and denominator. With β = 1 it makes no difference, with any other it does.",
    source: Origin.common("the square is left out, which β = 1 hides"), section: Section.fMeasure),
  Misconception(
    "6.4", "precision-counts-more",
    "Your β weighs precision in place of recall: β² belongs to the false negatives.",
    source: Origin.common("β is put with the wrong count"), section: Section.fMeasure),
  Misconception(
    "6.4", "always-one",
    "You return F1 whatever β is. Use β² in numerator and denominator.",
    source: Origin.common("the best known case is taken for the whole"), section: Section.fMeasure),
  Misconception(
    "6.4", "factor-forgotten",
    "You forget the factor 1 + β² before the numerator. A perfect classifier has F = 1.",
    source: Origin.common("P R / (β² P + R) without its factor"), section: Section.fMeasure),
  Misconception(
    "6.4", "undefined-as-precision",
    """
    You return nil where precision or recall is undefined. F needs neither: with a positive that is missed, or a \
    negative that is not left alone, it is 0.
    """,
    source: Origin.common("F is worked out from precision and recall, not from the counts"), section: Section.undefined),
  Misconception(
    "6.4", "undefined-is-zero",
    "Without positives, and none predicted, F is undefined: return nil, not 0.",
    source: Origin.scikitLearn, section: Section.undefined),
]
