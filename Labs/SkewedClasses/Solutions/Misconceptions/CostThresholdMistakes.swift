import AnswerChecks
import NumericCore
import SkewedClassesQuestions

extension WrongAnswers {
  /// The threshold that costs ask for (6.8), with the mistakes asked for.
  public func costThreshold(costOfFalsePositive: Double, costOfFalseNegative: Double, positiveWeight: Double) throws
    -> Double
  {
    var odds = costOfFalsePositive / costOfFalseNegative
    if makes("upside-down") { odds = 1 / odds }
    if makes("costs-ignored") { odds = 1 }
    if makes("weight-divides") {
      odds /= positiveWeight
    } else if !makes("weight-forgotten"), !makes("weight-on-probability") {
      odds *= positiveWeight
    }
    if makes("odds-for-probability") { return odds }
    let threshold = odds / (1 + odds)
    return makes("weight-on-probability") ? min(positiveWeight * threshold, 1) : threshold
  }
}

let costThresholdMisconceptions = [
  Misconception(
    "6.8", "upside-down",
    """
    Your ratio of costs is upside down. The dearer it is to miss a positive, the lower the threshold: the cost of a false \
    positive stands in the numerator.
    """,
    source: Origin.elkan, section: Section.costs),
  Misconception(
    "6.8", "odds-for-probability",
    "You give the odds at which to decide. Asked for is the probability: odds / (1 + odds).",
    source: Origin.common("odds are taken for a probability"), section: Section.costs),
  Misconception(
    "6.8", "costs-ignored",
    "Your threshold doesn't depend on the costs. 1/2 is right only where both mistakes cost the same.",
    source: Origin.common("the default of a library's predict"), section: Section.costs),
  Misconception(
    "6.8", "weight-forgotten",
    """
    You leave the weight out. Training with weight w multiplies the predicted odds by w, so the odds at which to decide \
    are multiplied too.
    """,
    source: Origin.common("weights and a moved threshold, both at once, count the costs twice"),
    section: Section.costs),
  Misconception(
    "6.8", "weight-divides",
    "You divide the odds by the weight. Weighted training predicts larger odds, so the threshold has to be larger too.",
    source: Origin.common("the correction of a prediction is applied to the threshold"), section: Section.costs),
  Misconception(
    "6.8", "weight-on-probability",
    "You multiply the probability by the weight. The weight multiplies the odds: turn to odds first, and back after.",
    source: Origin.elkan, section: Section.costs),
]
