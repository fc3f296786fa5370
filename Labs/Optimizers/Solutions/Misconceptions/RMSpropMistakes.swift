import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// A step of RMSprop (1.9), with the mistakes asked for.
  public func rmspropStep(
    weights: Vector<Double>, gradient g: Vector<Double>, meanSquare: inout Vector<Double>, learningRate: Double,
    rho: Double, epsilon: Double
  ) throws -> Vector<Double> {
    let old = meanSquare
    let square = makes("gradient-not-squared") ? g : g * g
    let kept = makes("sum-not-average") ? 1 : makes("shares-exchanged") ? 1 - rho : rho
    let share = makes("sum-not-average") || makes("share-forgotten") ? 1 : makes("shares-exchanged") ? rho : 1 - rho
    let new = kept * old + share * square
    if !makes("average-not-kept") { meanSquare = new }
    let used = makes("old-average-used") ? old : new
    let root = makes("root-forgotten") ? used : sqrt(used)
    let scale = makes("epsilon-inside") ? sqrt(used + epsilon) : root + epsilon
    return moved(weights, down: learningRate * g / scale)
  }
}

let rmspropMisconceptions = [
  ascent("1.9", section: Section.rmsprop), weightsUnchanged("1.9"), oldAverageUsed("1.9", name: "old-average-used"),
  squareForgotten("1.9"), scaleRootForgotten("1.9"), averageNotKept("1.9"), sharesExchanged("1.9"),
  Misconception(
    "1.9", "sum-not-average",
    "You sum the squares, as Adagrad does, so the steps shrink for good. RMSprop averages: ρ of the old, 1 - ρ of the new.",
    source: Origin.common("Adagrad is remembered instead"), section: Section.averages),
  Misconception(
    "1.9", "share-forgotten",
    "The factor 1 - ρ is missing at g²: s becomes 1/(1 - ρ) times too large, and the steps are too short.",
    source: Origin.common("the second share of the average is left out"), section: Section.averages),
  Misconception(
    "1.9", "epsilon-inside",
    "Your ε stands inside the root, √(s + ε). Asked is √s + ε; with a tiny ε both do nearly the same.",
    source: Origin.falcao(on: "RMSProp") + "; " + Origin.pujari(on: "RMSprop"), section: Section.epsilon, credit: 0.5),
]

func averageNotKept(_ exercise: String) -> Misconception {
  Misconception(
    exercise, "average-not-kept",
    "Your average starts anew at each step. Leave the new average in `meanSquare`.",
    source: Origin.common("the new average stays in a local variable"), section: Section.averages)
}

func sharesExchanged(_ exercise: String) -> Misconception {
  Misconception(
    exercise, "shares-exchanged",
    """
    ρ and 1 - ρ are exchanged: ρ is the share of the old average that is kept. With ρ = 0.9, yours forgets nearly all \
    of the past at every step.
    """,
    source: Origin.common("smoothing factors are defined for the new value in statistics, for the old one here"),
    section: Section.averages)
}
