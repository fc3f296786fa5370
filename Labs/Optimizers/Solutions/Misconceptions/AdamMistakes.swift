import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// A step of Adam (1.11), with the mistakes asked for.
  public func adamStep(
    weights: Vector<Double>, gradient g: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    let (keep1, keep2) = makes("betas-exchanged") ? (beta2, beta1) : (beta1, beta2)
    memory.step += 1
    let past = makes("first-moment-from-second") ? memory.secondMoment : memory.firstMoment
    memory.firstMoment = keep1 * past + (makes("first-share-forgotten") ? 1 : 1 - keep1) * g
    let square = makes("gradient-not-squared") ? g : g * g
    memory.secondMoment = keep2 * memory.secondMoment + (makes("second-share-forgotten") ? 1 : 1 - keep2) * square

    let (correction1, correction2) = corrections(step: memory.step, keep1, keep2)
    let first = memory.firstMoment / correction1
    let second = memory.secondMoment / correction2
    if makes("corrected-moments-kept") { (memory.firstMoment, memory.secondMoment) = (first, second) }

    let root = makes("root-forgotten") ? second : sqrt(second)
    // ε joins the root of the uncorrected moment where the correction is folded into the learning rate.
    let offset = makes("epsilon-hat") ? epsilon / correction2.squareRoot() : epsilon
    let scale = makes("epsilon-inside") ? sqrt(second + epsilon) : root + offset
    return moved(weights, down: learningRate * (makes("root-multiplied") ? first * scale : first / scale))
  }

  /// What the moments are divided by.
  private func corrections(step: Int, _ keep1: Double, _ keep2: Double) -> (Double, Double) {
    let counted = makes("step-from-zero") ? step - 1 : makes("step-ahead") ? step + 1 : step
    let power = makes("correction-without-power") ? 1 : Double(counted)
    let none = makes("no-bias-correction")
    return (
      none || makes("first-uncorrected") ? 1 : 1 - pow(keep1, power),
      none || makes("second-uncorrected") ? 1 : 1 - pow(keep2, power)
    )
  }
}

let adamMisconceptions = [
  weightsUnchanged("1.11"),
  Misconception(
    "1.11", "ascent",
    """
    Your step goes uphill. A first moment that collects -g is added, one that collects +g is subtracted; with a minus \
    in both places the signs cancel.
    """,
    source: Origin.falcao(on: "Adam") + ": a minus in the first moment and a plus in the step, right only together",
    section: Section.adam),
  Misconception(
    "1.11", "no-bias-correction",
    """
    This is Adam without bias correction. m and s start at zero, so both are too small at first, s more than m, and \
    the first steps are too long. Divide m by 1 - β₁ᵗ and s by 1 - β₂ᵗ.
    """,
    source: Origin.kretov(on: "Adam"), section: Section.bias),
  Misconception(
    "1.11", "first-uncorrected",
    "Only s is corrected. m starts at zero too, so the first steps are too short: divide m by 1 - β₁ᵗ.",
    source: Origin.common("one of the two corrections is left out"), section: Section.bias),
  Misconception(
    "1.11", "second-uncorrected",
    "Only m is corrected. s starts at zero too, so the first steps are far too long: divide s by 1 - β₂ᵗ.",
    source: Origin.common("one of the two corrections is left out"), section: Section.bias),
  Misconception(
    "1.11", "correction-without-power",
    """
    Your correction divides by 1 - β at every step, which is right for the first step alone. The β is raised to the \
    power t, so the correction fades; count the steps in `memory.step`.
    """,
    source: Origin.common("the power t is dropped, or t is not counted on"), section: Section.bias),
  Misconception(
    "1.11", "step-from-zero",
    """
    Your weights are no numbers from the first step on: 0/0, as when t is still 0 in the correction and \
    1 - β⁰ is zero. Count t up first, so that it is 1 in the first step.
    """,
    source: Origin.common("t starts at 0 in the code and at 1 in the paper"), section: Section.bias),
  Misconception(
    "1.11", "step-ahead",
    "Your t is one ahead: it is 2 in the first step. Count it up once a step, and use it as it then is.",
    source: Origin.common("t is counted up and 1 is added again in the power"), section: Section.bias),
  Misconception(
    "1.11", "corrected-moments-kept",
    """
    You store the corrected moments, so the next step corrects them once more. Keep m and s as they are in `memory`, \
    and correct copies.
    """,
    source: Origin.common("m̂ overwrites m"), section: Section.bias),
  Misconception(
    "1.11", "first-moment-from-second",
    "Your first moment grows out of s. It continues from the old m: β₁ m + (1 - β₁) g.",
    source: Origin.kretov(on: "Adam") + " writes the second accumulator there", section: Section.adam),
  Misconception(
    "1.11", "root-multiplied",
    """
    You multiply by the root. It must divide: coordinates with large gradients get small steps. Multiplied, the steps \
    crawl where gradients are small and explode where they are large.
    """,
    source: Origin.falcao(on: "Adam"), section: Section.adam),
  Misconception(
    "1.11", "root-forgotten",
    "You divide by ŝ without its root. Then the step has the unit of 1/g, and small gradients make huge steps. Take √ŝ.",
    source: Origin.common("the second moment is used as if it were already a length"), section: Section.adam),
  Misconception(
    "1.11", "gradient-not-squared",
    """
    Your second moment averages g, not g². It can become negative, and then its root is no number. Average the squares.
    """,
    source: Origin.common("the square is forgotten"), section: Section.adam),
  Misconception(
    "1.11", "first-share-forgotten",
    "The factor 1 - β₁ is missing at g: m becomes a sum, and the steps are about 1/(1 - β₁) times too long.",
    source: Origin.common("m is taken for a velocity as in plain momentum"), section: Section.averages),
  Misconception(
    "1.11", "second-share-forgotten",
    "The factor 1 - β₂ is missing at g²: s becomes a sum, and the steps are far too short.",
    source: Origin.common("s is taken for a sum as in Adagrad"), section: Section.averages),
  Misconception(
    "1.11", "betas-exchanged",
    "The two betas are exchanged: β₁ belongs to the first moment m, β₂ to the second, s.",
    source: Origin.common("both are Doubles, so the compiler can't see it"), section: Section.adam),
  Misconception(
    "1.11", "epsilon-inside",
    "Your ε stands inside the root, √(ŝ + ε). Asked is √ŝ + ε, as in the paper.",
    source: Origin.falcao(on: "Adam"), section: Section.epsilon, credit: 0.5),
  Misconception(
    "1.11", "epsilon-hat",
    """
    You fold the corrections into the learning rate, so ε is added to √s, before its correction. The paper allows this \
    form with another ε; asked is √ŝ + ε.
    """,
    source: """
      "Adam: A method for stochastic optimization" (Kingma, Ba, 2015), end of section 2; Keras's `Adam`
      """, section: Section.epsilon, credit: 0.5),
]
