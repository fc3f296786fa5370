import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// A step of momentum (1.5), with the mistakes asked for.
  public func momentumStep(
    weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
    momentum: Double
  ) throws -> Vector<Double> {
    let old = velocity
    let sign = makes("velocity-sign-mixed") ? 1.0 : -1
    let share = makes("coupled") ? 1 - momentum : 1
    let rate = makes("rate-forgotten") ? 1 : learningRate
    let push = sign * share * rate * gradient
    let kept = makes("momentum-on-step") ? old : momentum * old
    let new = makes("momentum-on-both") ? momentum * (old + push) : kept + push
    if !makes("velocity-not-kept") { velocity = new }
    let used = makes("old-velocity-used") ? old : new
    var step = makes("nesterov-instead") ? momentum * used + push : used
    if makes("momentum-on-step") { step = momentum * step }
    if makes("rate-twice") { step = learningRate * step }
    return makes("weights-unchanged") ? weights : weights + step
  }

  /// A step of coupled momentum (1.6), with the mistakes asked for.
  public func coupledMomentumStep(
    weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
    momentum: Double
  ) throws -> Vector<Double> {
    let exchanged = makes("shares-exchanged")
    let kept = exchanged || makes("share-on-velocity") ? 1 - momentum : momentum
    let share = exchanged ? momentum : makes("plain-momentum") || makes("share-on-velocity") ? 1 : 1 - momentum
    let sign = makes("velocity-sign-mixed") ? 1.0 : -1
    let rate = makes("rate-forgotten") ? 1 : learningRate
    let new = kept * velocity + sign * share * rate * gradient
    if !makes("velocity-not-kept") { velocity = new }
    let step = makes("rate-twice") ? learningRate * new : new
    return makes("weights-unchanged") ? weights : weights + step
  }
}

let momentumMisconceptions = [
  velocitySignMixed("1.5"), velocityNotKept("1.5"), velocityRateForgotten("1.5"), velocityRateTwice("1.5"),
  weightsUnchanged("1.5"),
  Misconception(
    "1.5", "coupled",
    """
    This is coupled momentum: the factor 1 - a before the gradient belongs to exercise 1.6. Here the gradient enters \
    with η alone.
    """,
    source: Origin.dey("Alternate way to apply momentum"), section: Section.coupled, credit: 0.5),
  Misconception(
    "1.5", "nesterov-instead",
    """
    This is Nesterov's method as libraries write it: the step is a v - η g with the new v. Plain momentum moves by \
    v itself.
    """,
    source: "PyTorch's `SGD` and Keras's `SGD` with `nesterov=True`", section: Section.lookAhead),
  Misconception(
    "1.5", "old-velocity-used",
    "You move by the velocity from before the update, so every step comes one too late. Update v first, then add it to w.",
    source: Origin.common("the two lines of the update in the wrong order"), section: Section.momentum),
  Misconception(
    "1.5", "momentum-on-both",
    "Your momentum multiplies the gradient too: a (v - η g). It multiplies the old velocity alone: a v - η g.",
    source: Origin.common("a bracket around the whole update"), section: Section.momentum),
  Misconception(
    "1.5", "momentum-on-step",
    """
    Your momentum multiplies the step, not the velocity: v itself never decays, and the run swings without end. \
    Multiply the old velocity by a, then move by all of v.
    """,
    source: Origin.common("a is taken for a share of the velocity that is applied"), section: Section.momentum),
]

let coupledMomentumMisconceptions = [
  velocitySignMixed("1.6"), velocityNotKept("1.6"), velocityRateForgotten("1.6"), velocityRateTwice("1.6"),
  weightsUnchanged("1.6"),
  Misconception(
    "1.6", "plain-momentum",
    "This is plain momentum, as in 1.5. The coupled form has the factor 1 - a before the gradient.",
    source: Origin.dey("Momentum") + "; its alternative couples a and η", section: Section.coupled),
  Misconception(
    "1.6", "shares-exchanged",
    """
    The two shares are exchanged: the old velocity keeps a, and the gradient gets 1 - a. With a = 0.9, yours forgets \
    most of the past at every step.
    """,
    source: Origin.common("smoothing factors are defined for the new value in statistics, for the old one here"),
    section: Section.coupled),
  Misconception(
    "1.6", "share-on-velocity",
    "Your factor 1 - a stands at the velocity. It belongs to the gradient: a v - (1 - a) η g.",
    source: Origin.common("the share that makes an average is put at the wrong term"), section: Section.coupled),
]

func velocitySignMixed(_ exercise: String) -> Misconception {
  Misconception(
    exercise, "velocity-sign-mixed",
    """
    Two conventions are mixed, and the step goes uphill. Either v collects -η g and w + v is returned, as here, or \
    v collects +η g and w - v is returned.
    """,
    source: Origin.kretov(on: "momentum") + " subtracts its velocity; " + Origin.falcao(on: "momentum") + " adds it",
    section: Section.velocitySigns)
}

func velocityNotKept(_ exercise: String) -> Misconception {
  Misconception(
    exercise, "velocity-not-kept",
    "Your velocity is zero again at each step: this is plain gradient descent. Leave the new velocity in `velocity`.",
    source: Origin.common("the new velocity stays in a local variable"), section: Section.momentum)
}

func velocityRateForgotten(_ exercise: String) -> Misconception {
  Misconception(
    exercise, "rate-forgotten",
    "The learning rate is missing: the gradient enters the velocity as it is. Multiply it by η.",
    source: "PyTorch's `SGD` keeps the rate out of the velocity, and multiplies by it in the step",
    section: Section.momentum)
}

func velocityRateTwice(_ exercise: String) -> Misconception {
  Misconception(
    exercise, "rate-twice",
    """
    The learning rate acts twice: once in the velocity and once in the step. Here the velocity contains it, so move by \
    v itself.
    """,
    source:
      "PyTorch's `SGD` multiplies by the rate in the step, the lectures in the velocity; both at once is too much",
    section: Section.momentum)
}
