import AnswerChecks
import NumericCore
import SkewedClassesQuestions

extension WrongAnswers {
  /// The four counts (6.1), with the mistakes asked for.
  public func counts(scores: Vector<Double>, isPositive: [Bool], threshold: Double) throws -> FourCounts {
    var counts = FourCounts.none
    for (score, isPositive) in zip(scores, isPositive) {
      let reaches = makes("strictly-above") ? score > threshold : score >= threshold
      switch (reaches != makes("below-is-positive"), isPositive) {
      case (true, true): counts.truePositives += 1
      case (true, false): counts.falsePositives += 1
      case (false, true): counts.falseNegatives += 1
      case (false, false): counts.trueNegatives += 1
      }
    }
    if makes("errors-exchanged") { swap(&counts.falsePositives, &counts.falseNegatives) }
    if makes("classes-exchanged") { counts = counts.ofNegatives }
    let (predicted, actual) = (counts.predictedPositives, counts.positives)
    if makes("predicted-for-found") { counts.truePositives = predicted }
    if makes("actual-for-missed") { counts.falseNegatives = actual }
    return counts
  }
}

let countsMisconceptions = [
  Misconception(
    "6.1", "strictly-above",
    "You ask for a score above the threshold. A sample that just reaches it is predicted to be positive too: >=.",
    source: Origin.common("> in place of >=, which shows only where scores tie with the threshold"),
    section: Section.counts),
  Misconception(
    "6.1", "errors-exchanged",
    """
    You exchange false positives and false negatives. The second word says what was predicted, the first whether that \
    was right: a false positive is a negative.
    """,
    source: Origin.myrvoll("a table whose rows and columns other texts exchange"), section: Section.counts),
  Misconception(
    "6.1", "classes-exchanged",
    "You take the negative class for the positive one: what was true of positives you report of negatives.",
    source: Origin.common("the rare class is the positive one, and in a file it is often the class 0 or -1"),
    section: Section.counts),
  Misconception(
    "6.1", "predicted-for-found",
    "Your true positives are all predicted positives. Only those that are positive are true; the others are false.",
    source: Origin.myrvoll("\"Total positive predictions\", the denominator of precision, taken for its numerator"),
    section: Section.counts),
  Misconception(
    "6.1", "actual-for-missed",
    "Your false negatives are all positives. Only those that were missed count: TP and FN together are the positives.",
    source: Origin.myrvoll("\"Total positive examples\", the denominator of recall, taken for a count of the table"),
    section: Section.counts),
  Misconception(
    "6.1", "below-is-positive",
    "You predict positive below the threshold. Large scores stand for the positive class here.",
    source: Origin.common("scores that are distances or p-values, where small means positive"), section: Section.counts),
]
