import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// A step of Nesterov's method (1.7), with the mistakes asked for.
  public func nesterovStep(
    weights: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double, momentum: Double,
    gradient: (Vector<Double>) throws -> Vector<Double>
  ) throws -> Vector<Double> {
    let ahead = momentum * velocity
    let point =
      makes("gradient-at-weights") || makes("library-form")
      ? weights
      : makes("look-ahead-sign")
        ? weights - ahead : makes("look-ahead-whole-velocity") ? weights + velocity : weights + ahead
    let sign = makes("velocity-sign-mixed") ? 1.0 : -1
    let push = sign * (makes("rate-forgotten") ? 1 : learningRate) * (try gradient(point))
    let new = ahead + push
    if !makes("velocity-not-kept") { velocity = new }
    let start = makes("steps-from-look-ahead") ? point : weights
    return makes("weights-unchanged") ? weights : start + (makes("library-form") ? momentum * new + push : new)
  }
}

let nesterovMisconceptions = [
  velocitySignMixed("1.7"), velocityNotKept("1.7"), velocityRateForgotten("1.7"), weightsUnchanged("1.7"),
  Misconception(
    "1.7", "gradient-at-weights",
    "This is plain momentum: the gradient is taken at w. Take it at the look-ahead, w + a v.",
    source: Origin.common("the gradient is asked for at the weights, as in every other method"),
    section: Section.lookAhead),
  Misconception(
    "1.7", "look-ahead-sign",
    """
    You look back, not ahead: the gradient is taken at w - a v. That is right where the velocity is subtracted from \
    w; here it is added, so look at w + a v.
    """,
    source: Origin.kretov(on: "Nesterov's accelerated gradient") + ", whose velocity has the other sign",
    section: Section.velocitySigns),
  Misconception(
    "1.7", "look-ahead-whole-velocity",
    "You look ahead by all of v. Only a v survives into the next step, so the look-ahead is w + a v.",
    source: Origin.common("the momentum is left out of the look-ahead"), section: Section.lookAhead),
  Misconception(
    "1.7", "steps-from-look-ahead",
    """
    You step from the look-ahead, so a v is taken twice. The look-ahead is only where the gradient is measured; the \
    step starts at w.
    """,
    source: Origin.common("the variable for the weights is overwritten by the look-ahead"),
    section: Section.lookAhead),
  Misconception(
    "1.7", "library-form",
    """
    This is the form of libraries, which keeps the look-ahead itself as the weights and takes the gradient there. It \
    is the same method seen from another point; asked is w.
    """,
    source: """
      "Advances in optimizing recurrent networks" (Bengio, Boulanger-Lewandowski, Pascanu, 2013); PyTorch's and \
      Keras's `SGD`
      """, section: Section.lookAhead, credit: 0.5),
]
