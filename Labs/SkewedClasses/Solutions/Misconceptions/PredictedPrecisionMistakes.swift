import AnswerChecks
import SkewedClassesQuestions

extension WrongAnswers {
  /// Precision at another prevalence (6.12), with the mistakes asked for.
  public func predictedPrecision(recall: Double, falsePositiveRate: Double, prevalence: Double) throws -> Double? {
    let prevalence = makes("prevalence-exchanged") ? 1 - prevalence : prevalence
    let rate = makes("specificity-for-rate") ? 1 - falsePositiveRate : falsePositiveRate
    if makes("one-minus-rate") { return 1 - rate }
    if makes("recall-for-precision") { return recall }
    if makes("joint-share") { return recall * prevalence }
    let found = recall * (makes("prevalence-forgotten") ? 0.5 : prevalence)
    let mistaken = rate * (makes("prevalence-forgotten") ? 0.5 : makes("rare-negatives") ? 1 : 1 - prevalence)
    return found + mistaken == 0 ? undefined : found / (found + mistaken)
  }
}

let predictedPrecisionMisconceptions = [
  Misconception(
    "6.12", "one-minus-rate",
    """
    You answer 1 - f, the share of negatives that are left alone. Precision asks the other way round: how many of \
    those that were predicted are positive.
    """,
    source: Origin.casscells, section: Section.prevalence),
  Misconception(
    "6.12", "recall-for-precision",
    "You answer with the recall. How many positives are predicted isn't how many of the predicted are positive.",
    source: Origin.casscells, section: Section.prevalence),
  Misconception(
    "6.12", "prevalence-forgotten",
    "You predict as if both classes were equally large, as r / (r + f). Weigh r with π and f with 1 - π.",
    source: Origin.casscells, section: Section.prevalence),
  Misconception(
    "6.12", "joint-share",
    "You return the share of true positives in the population, r π. Divide by the share of all that are predicted.",
    source: Origin.common("Bayes' rule without its denominator"), section: Section.prevalence),
  Misconception(
    "6.12", "prevalence-exchanged",
    "You weigh with the prevalence of the other class. π belongs to the positives, and so to r.",
    source: Origin.common("the majority is taken for the positive class"), section: Section.prevalence),
  Misconception(
    "6.12", "specificity-for-rate",
    "You take f for the share of negatives that are left alone. It is the share that is taken for positives.",
    source: Origin.common("texts give specificity, 1 - f, as often as f"), section: Section.prevalence),
  Misconception(
    "6.12", "rare-negatives",
    "You weigh f with the whole population. Only the negatives, 1 - π of it, can be false positives.",
    source: Origin.common("1 - π is rounded to 1, which is fine for rare classes only"), section: Section.prevalence),
  Misconception(
    "6.12", "undefined-is-zero",
    "Where nobody is predicted to be positive there is no precision: return nil, not 0.",
    source: Origin.scikitLearn, section: Section.undefined),
]
