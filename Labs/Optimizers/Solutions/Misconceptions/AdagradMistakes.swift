import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// A step of Adagrad (1.8), with the mistakes asked for.
  public func adagradStep(
    weights: Vector<Double>, gradient g: Vector<Double>, sumOfSquares: inout Vector<Double>, learningRate: Double,
    epsilon: Double
  ) throws -> Vector<Double> {
    let old = sumOfSquares
    var square = makes("gradient-not-squared") ? g : g * g
    if makes("one-sum-for-all") { square = Vector(repeating: square.sum(), count: g.count) }
    let new = makes("forgets-the-past") ? 0.9 * old + 0.1 * square : old + square
    if !makes("sum-not-kept") { sumOfSquares = new }
    let used = makes("old-sum-used") ? old : new
    let root = makes("root-forgotten") ? used : sqrt(used)
    let scale = makes("epsilon-inside") ? sqrt(used + epsilon) : root + epsilon
    return moved(weights, down: learningRate * g / scale)
  }
}

let adagradMisconceptions = [
  ascent("1.8", section: Section.adagrad), weightsUnchanged("1.8"), oldAverageUsed("1.8", name: "old-sum-used"),
  squareForgotten("1.8"), scaleRootForgotten("1.8"),
  Misconception(
    "1.8", "sum-not-kept",
    """
    Your sum starts anew at each step, so that every step is about η long. Leave the new sum in `sumOfSquares`.
    """,
    source: Origin.common("the new sum stays in a local variable"), section: Section.adagrad),
  Misconception(
    "1.8", "forgets-the-past",
    "You average the squares with 0.9 and 0.1, as RMSprop does. Adagrad sums them, and never forgets.",
    source: Origin.common("RMSprop is remembered instead; 0.9 is the lectures' ρ"), section: Section.averages),
  Misconception(
    "1.8", "one-sum-for-all",
    """
    You use one sum for all coordinates. Then none gets a learning rate of its own, which is the point of the method. \
    Square element by element.
    """,
    source: """
      "AdaGrad stepsizes: Sharp convergence over nonconvex landscapes" (Ward, Wu, Bottou, 2019), a method of its own
      """, section: Section.adagrad),
  Misconception(
    "1.8", "epsilon-inside",
    "Your ε stands inside the root, √(s + ε). Asked is √s + ε.",
    source: """
      Keras's `Adagrad`; "An overview of gradient descent optimization algorithms" (Ruder, 2016)
      """, section: Section.epsilon, credit: 0.5),
]

func oldAverageUsed(_ exercise: String, name: String) -> Misconception {
  Misconception(
    exercise, name,
    """
    You divide by the s from before the update. It is zero in the first step, and ε alone is left to divide by. Update \
    s first.
    """,
    source: Origin.common("the two lines of the update in the wrong order"), section: Section.adagrad)
}

func squareForgotten(_ exercise: String) -> Misconception {
  Misconception(
    exercise, "gradient-not-squared",
    """
    Your s collects g, not g². Where gradients are negative, its root is no number. Square them, element by element.
    """,
    source: Origin.common("the square is forgotten"), section: Section.adagrad)
}

func scaleRootForgotten(_ exercise: String) -> Misconception {
  Misconception(
    exercise, "root-forgotten",
    """
    You divide by s, not by its root. Then large gradients give smaller steps than small ones do. Take √s.
    """,
    source: Origin.common("s is used as if it were already a length"), section: Section.adagrad)
}
