import AnswerChecks
import SkewedClassesQuestions

extension WrongAnswers {
  /// Accuracy, its baseline, and balanced accuracy (6.2), with the mistakes asked for.
  public func accuracies(counts: FourCounts) throws -> Accuracies {
    let samples = counts.samples
    let recall = ratio(counts.truePositives, counts.positives)
    let specificity = ratio(counts.trueNegatives, counts.negatives)
    let precision = ratio(counts.truePositives, counts.predictedPositives)
    let right = counts.truePositives + (makes("positives-only") ? 0 : counts.trueNegatives)
    let accuracy = ratio(right, samples)
    let other = makes("precision-for-specificity") ? precision : specificity
    let shares = [recall, other].compactMap { $0 }
    let isDefined = shares.count == 2 || makes("missing-class-left-out") && !shares.isEmpty
    let mean = isDefined ? shares.reduce(0, +) / Double(shares.count) : nil
    let most =
      makes("always-negative")
      ? counts.negatives
      : makes("predicted-majority")
        ? max(counts.predictedPositives, samples - counts.predictedPositives) : max(counts.positives, counts.negatives)
    return Accuracies(
      accuracy: (makes("balanced-for-accuracy") ? mean : accuracy) ?? undefined,
      baseline: ratio(most, samples) ?? undefined,
      balanced: (makes("accuracy-for-balanced") ? accuracy : mean) ?? undefined)
  }
}

let accuraciesMisconceptions = [
  Misconception(
    "6.2", "positives-only",
    "Your accuracy counts the true positives alone. True negatives are right answers too.",
    source: Origin.myrvoll("accuracy, with half of its numerator"), section: Section.accuracy),
  Misconception(
    "6.2", "balanced-for-accuracy",
    "Your accuracy is the balanced one. Plain accuracy is the share of right answers among all samples.",
    source: Origin.common("libraries report both, under names that differ by a word"), section: Section.accuracy),
  Misconception(
    "6.2", "accuracy-for-balanced",
    """
    Your balanced accuracy is plain accuracy, in which the larger class decides. Work out the share of right answers in \
    each class, and take their mean.
    """,
    source: Origin.common("accuracy for balanced accuracy, which agree only where the classes are equally large"),
    section: Section.accuracy),
  Misconception(
    "6.2", "precision-for-specificity",
    """
    Your balanced accuracy is the mean of recall and precision. It takes recall and specificity, TN / (TN + FP): the \
    share of right answers in each true class.
    """,
    source: Origin.common("two shares are averaged, and precision is the better known"), section: Section.accuracy),
  Misconception(
    "6.2", "always-negative",
    "Your baseline always answers negative. Where most samples are positive, always answering positive is better.",
    source: Origin.myrvoll("a table with many negatives, taken for the general case"), section: Section.accuracy),
  Misconception(
    "6.2", "predicted-majority",
    "Your baseline is the share of the class that was predicted most. Take the class that most samples have.",
    source: Origin.common("the columns of the table are summed in place of its rows"), section: Section.accuracy),
  Misconception(
    "6.2", "undefined-is-zero",
    "You return 0 where a metric is undefined. Nothing was there to be wrong about: return nil.",
    source: Origin.scikitLearn, section: Section.undefined),
  Misconception(
    "6.2", "missing-class-left-out",
    "Where a class has no samples, your balanced accuracy is that of the other class. It is undefined then: return nil.",
    source: "scikit-learn's balanced_accuracy_score, which leaves such a class out", section: Section.undefined),
]
