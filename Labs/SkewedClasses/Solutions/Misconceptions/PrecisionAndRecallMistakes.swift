import AnswerChecks
import SkewedClassesQuestions

extension WrongAnswers {
  /// Precision and recall (6.3), with the mistakes asked for.
  public func precisionAndRecall(counts: FourCounts) throws -> PrecisionAndRecall {
    let counts = makes("negative-class") ? counts.ofNegatives : counts
    var precision = ratio(counts.truePositives, makes("share-of-all") ? counts.samples : counts.predictedPositives)
    var recall =
      makes("specificity-for-recall")
      ? ratio(counts.trueNegatives, counts.negatives) : ratio(counts.truePositives, counts.positives)
    if makes("zero-is-undefined"), counts.truePositives == 0 { (precision, recall) = (nil, nil) }
    if makes("undefined-together"), precision == nil || recall == nil { (precision, recall) = (nil, nil) }
    if makes("exchanged") { swap(&precision, &recall) }
    return PrecisionAndRecall(precision: precision ?? undefined, recall: recall ?? undefined)
  }
}

let precisionAndRecallMisconceptions = [
  Misconception(
    "6.3", "exchanged",
    "You exchange precision and recall. Precision divides by what was predicted, recall by what is positive.",
    source: Origin.common("false positives and false negatives are exchanged"), section: Section.precision),
  Misconception(
    "6.3", "undefined-is-zero",
    """
    You return 0 where nothing is divided by. Without a predicted positive there is no precision, good or bad: return \
    nil.
    """,
    source: Origin.scikitLearn, section: Section.undefined),
  Misconception(
    "6.3", "undefined-is-one",
    "You return 1 where nothing is divided by, as if no prediction were a perfect one. Return nil.",
    source: "scikit-learn's precision_recall_curve, which ends at recall 0 and precision 1", section: Section.undefined),
  Misconception(
    "6.3", "undefined-together",
    "Where one of the two is undefined you return nil for both. Each has its own denominator.",
    source: Origin.common("one guard for two quotients"), section: Section.undefined),
  Misconception(
    "6.3", "zero-is-undefined",
    "You return nil where nothing was found. If something was predicted, or is positive, a share of 0 is a number.",
    source: Origin.common("the numerator is tested for zero in place of the denominator"), section: Section.undefined),
  Misconception(
    "6.3", "specificity-for-recall",
    "Your recall is the specificity, TN / (TN + FP). Recall looks at the positives: TP / (TP + FN).",
    source: Origin.common("sensitivity and specificity are confused"), section: Section.precision),
  Misconception(
    "6.3", "share-of-all",
    "Your precision divides by all samples. Divide by those that are predicted to be positive.",
    source: Origin.myrvoll("precision, with the denominator of accuracy"), section: Section.precision),
  Misconception(
    "6.3", "negative-class",
    "These are precision and recall of the negative class. The positive one is asked for.",
    source: Origin.common("the first row of a table is taken for the positive class"), section: Section.precision),
]
