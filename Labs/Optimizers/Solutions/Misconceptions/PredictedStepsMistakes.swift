import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// The steps that gradient descent needs (1.16), with the mistakes asked for.
  public func predictedSteps(smallestEigenvalue: Double, largestEigenvalue: Double, reduction: Double) throws -> Int {
    let condition = largestEigenvalue / smallestEigenvalue
    let shape = makes("momentum-instead") ? condition.squareRoot() : condition
    let factor = makes("rate-one-over-largest") ? 1 - 1 / shape : (shape - 1) / (shape + 1)
    let wanted = makes("logarithms-mixed") ? log(reduction) / log(10) : log(reduction)
    let perStep = makes("distance-instead-of-loss") ? log(factor) : 2 * log(factor)
    let exact = makes("rule-of-thumb") ? -shape * wanted : wanted / perStep
    let rule: FloatingPointRoundingRule =
      makes("rounded-down") ? .down : makes("rounded-to-nearest") ? .toNearestOrAwayFromZero : .up
    return Int(exact.rounded(rule)) + (makes("one-more") ? 1 : 0)
  }
}

let predictedStepsMisconceptions = [
  Misconception(
    "1.16", "distance-instead-of-loss",
    """
    You count how long the distance needs. The loss is the square of the distance, so it shrinks by the squared factor \
    at each step, and needs half as many.
    """,
    source: Origin.common("the factor of the distance is used for the loss"), section: Section.countingSteps),
  Misconception(
    "1.16", "rounded-down",
    "You round down, and one step is still missing. The loss must be at or below its target: round up.",
    source: Origin.common("converting to Int cuts the fraction off"), section: Section.countingSteps),
  Misconception(
    "1.16", "rounded-to-nearest",
    "You round to the nearest number, which is one step too few in about half of all cases. Round up.",
    source: Origin.common("the usual rounding"), section: Section.countingSteps),
  Misconception(
    "1.16", "one-more",
    "You count one step too many: the start is step 0, and no step was taken to get there.",
    source: Origin.common("points are counted instead of the steps between them"), section: Section.countingSteps),
  Misconception(
    "1.16", "logarithms-mixed",
    "You divide a logarithm to base 10 by a natural one. Any base will do, but it must be the same above and below.",
    source: Origin.common("powers of ten above, `log` below"), section: Section.countingSteps),
  Misconception(
    "1.16", "rate-one-over-largest",
    """
    Your factor, 1 - 1/κ, belongs to the learning rate 1/λ_max. The run uses the best rate, which is nearly twice \
    as fast.
    """,
    source: """
      "Introductory Lectures on Convex Programming" (Nesterov, 1998): 1/L, a good rate where λ_min is unknown
      """, section: Section.countingSteps),
  Misconception(
    "1.16", "rule-of-thumb",
    """
    You use the rule of thumb: κ times the logarithm of the reduction. It gives the order of magnitude, and is about \
    four times too large here. Take the exact factor of one step.
    """,
    source: """
      "Convex Optimization" (Boyd, Vandenberghe, 2004), section 9.3: steps grow in proportion to κ
      """, section: Section.countingSteps),
  Misconception(
    "1.16", "momentum-instead",
    "Your factor has √κ in it: that is how fast momentum converges. This run is plain gradient descent; use κ.",
    source: Origin.common("the rate of the method from the exercise before"), section: Section.countingSteps),
]
