import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// A step of gradient descent (1.3), with the mistakes asked for.
  public func gradientDescentStep(weights: Vector<Double>, gradient: Vector<Double>, learningRate: Double) throws
    -> Vector<Double>
  {
    let direction = makes("sign-only") ? sign(gradient) : gradient
    let length = makes("normalized") ? direction.norm : makes("averaged-over-dimensions") ? Double(gradient.count) : 1
    let step = (makes("rate-forgotten") ? 1 : learningRate) * direction / length
    return makes("step-returned") ? moved(.zeros(weights.count), down: step) : moved(weights, down: step)
  }

  /// The bound and the best learning rate (1.4), with the mistakes asked for.
  public func learningRates(eigenvalues: Vector<Double>) throws -> LearningRates {
    let last = eigenvalues.count - 1
    let (smallest, largest) =
      makes("first-is-smallest")
      ? (eigenvalues[0], eigenvalues[last])
      : makes("first-is-largest") ? (eigenvalues[last], eigenvalues[0]) : (eigenvalues.min(), eigenvalues.max())
    let bound = (makes("bound-half") ? 1 : 2) / (makes("bound-from-smallest") ? smallest : largest)
    return LearningRates(
      largestStable: bound, best: best(smallest: smallest, largest: largest, eigenvalues, bound: bound))
  }

  private func best(smallest: Double, largest: Double, _ eigenvalues: Vector<Double>, bound: Double) -> Double {
    if makes("best-one-over-largest") { return 1 / largest }
    if makes("best-one-over-smallest") { return 1 / smallest }
    if makes("best-one-over-mean") { return 1 / eigenvalues.mean() }
    if makes("best-is-bound") { return bound }
    return (makes("best-without-two") ? 1 : 2) / (largest + smallest)
  }
}

let gradientDescentMisconceptions = [
  ascent("1.3", section: Section.descent),
  weightsUnchanged("1.3"),
  Misconception(
    "1.3", "rate-forgotten",
    "The learning rate is missing: you subtract the whole gradient. Multiply it by η.",
    source: Origin.common("the rate is left out, as where it is 1"), section: Section.descent),
  Misconception(
    "1.3", "step-returned",
    "You return the step, -η g, and not where it leads. Add it to the weights.",
    source: Origin.common("the change is returned instead of the new weights"), section: Section.descent),
  Misconception(
    "1.3", "normalized",
    """
    You divide the gradient by its length, so every step is η long. Gradient descent takes g as it is: its steps \
    shorten by themselves near a minimum.
    """,
    source: """
      Normalized gradient descent, a method of its own: "Introductory Lectures on Convex Programming" (Nesterov, 1998)
      """, section: Section.descent),
  Misconception(
    "1.3", "averaged-over-dimensions",
    "You divide by the number of weights. A mean is taken over samples, never over the coordinates of the gradient.",
    source: Origin.common("a mean over the wrong axis"), section: Section.descent),
  Misconception(
    "1.3", "sign-only",
    "You use the sign of each gradient and lose its size. Subtract η times the gradient itself.",
    source: """
      "signSGD: Compressed optimisation for non-convex problems" (Bernstein et al., 2018), a method of its own
      """, section: Section.descent),
]

let learningRatesMisconceptions = [
  Misconception(
    "1.4", "bound-half",
    """
    You give 1/λ_max as the bound. There the factor of the steepest direction is 0, which is as safe as can be; it \
    reaches -1 at 2/λ_max.
    """,
    source: """
      "Introductory Lectures on Convex Programming" (Nesterov, 1998) recommends 1/L, which is often read as the bound
      """, section: Section.rates),
  Misconception(
    "1.4", "bound-from-smallest",
    "Your bound uses the smallest eigenvalue. The steepest direction is the first to diverge: the largest sets the bound.",
    source: Origin.common("the slowest direction is taken for the most dangerous"), section: Section.rates),
  Misconception(
    "1.4", "best-one-over-largest",
    """
    Your best rate is 1/λ_max. It ends the steepest direction in one step, but leaves the slowest one slower than it \
    need be. Make both factors equal in size.
    """,
    source: """
      "Introductory Lectures on Convex Programming" (Nesterov, 1998): 1/L, a good rate where λ_min is unknown
      """, section: Section.rates),
  Misconception(
    "1.4", "best-one-over-smallest",
    "Your best rate is 1/λ_min. It ends the slowest direction in one step, but makes the steepest diverge where κ > 2.",
    source: Origin.common("only the slowest direction is looked at"), section: Section.rates),
  Misconception(
    "1.4", "best-one-over-mean",
    """
    You divide by the mean of all eigenvalues. Only the two extremes matter: take the mean of the smallest and the \
    largest. For two eigenvalues both are the same.
    """,
    source: Origin.common("worked out for two eigenvalues and generalized to all"), section: Section.rates),
  Misconception(
    "1.4", "best-is-bound",
    "Your best rate is the bound itself. There the steepest direction jumps to and fro forever. The best lies below it.",
    source: Origin.common("the largest rate is taken for the fastest"), section: Section.rates),
  Misconception(
    "1.4", "best-without-two",
    "Your best rate is half of what it should be: the 2 is missing. From 1 - η λ_min = η λ_max - 1 follows the 2.",
    source: Origin.common("a slip when the two factors are set equal"), section: Section.rates),
  Misconception(
    "1.4", "first-is-smallest",
    "You take the first eigenvalue for the smallest and the last for the largest. They come in any order.",
    source: Origin.common("`symmetricEigen` and NumPy's `eigh` sort upwards, but not every list is theirs"),
    section: Section.rates),
  Misconception(
    "1.4", "first-is-largest",
    "You take the first eigenvalue for the largest and the last for the smallest. They come in any order.",
    source: Origin.common("singular values are sorted downwards, but not every list is"), section: Section.rates),
]
