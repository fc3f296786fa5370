import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// A step of AdaMax (1.12), with the mistakes asked for.
  public func adaMaxStep(
    weights: Vector<Double>, gradient g: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    let (keep1, keep2) = makes("betas-exchanged") ? (beta2, beta1) : (beta1, beta2)
    memory.step += 1
    memory.firstMoment = keep1 * memory.firstMoment + (1 - keep1) * g
    memory.secondMoment = largest(g, memory.secondMoment, kept: keep2, epsilon: epsilon)
    let step = Double(makes("step-from-zero") ? memory.step - 1 : memory.step)
    if makes("slide-read-literally") {
      let (first, second) = (memory.firstMoment / (1 - pow(keep1, step)), memory.secondMoment / (1 - pow(keep2, step)))
      return moved(weights, down: learningRate * first * sqrt(second + epsilon))
    }
    let correction = makes("no-bias-correction") ? 1 : 1 - pow(keep1, makes("correction-without-power") ? 1 : step)
    let second = makes("maximum-corrected") ? memory.secondMoment / (1 - pow(keep2, step)) : memory.secondMoment
    let scale = makes("root-of-maximum") ? sqrt(second) : second
    let offset = makes("epsilon-left-out") || makes("epsilon-in-maximum") ? 0 : epsilon
    return moved(weights, down: learningRate / correction * memory.firstMoment / (scale + offset))
  }

  /// The new s.
  private func largest(_ g: Vector<Double>, _ old: Vector<Double>, kept: Double, epsilon: Double) -> Vector<Double> {
    var size =
      makes("absolute-value-forgotten") || makes("slide-read-literally")
      ? g : makes("gradient-squared") ? g * g : abs(g)
    if makes("one-maximum-for-all") { size = Vector(repeating: size.max(), count: g.count) }
    if makes("epsilon-in-maximum") { size = size + epsilon }
    if makes("average-instead-of-maximum") { return kept * old + (1 - kept) * size }
    return (makes("maximum-without-decay") ? old : kept * old).zip(size) { max($0, $1) }
  }
}

let adaMaxMisconceptions = [
  ascent("1.12", section: Section.adaMax), weightsUnchanged("1.12"),
  Misconception(
    "1.12", "absolute-value-forgotten",
    """
    Your maximum takes g with its sign, so negative gradients count for nothing, and a coordinate that has only those \
    divides by ε. Take |g|.
    """,
    source: Origin.falcao(on: "AdaMax"), section: Section.adaMax),
  Misconception(
    "1.12", "slide-read-literally",
    """
    This is the slide's formula to the letter: no absolute value, s corrected and under a root, and the root \
    multiplies. AdaMax divides by the largest |g|, without root and correction.
    """,
    source: Origin.falcao(on: "Adam, Nadam and AdaMax"), section: Section.adaMax),
  Misconception(
    "1.12", "gradient-squared",
    "Your maximum is over g². AdaMax compares sizes, not squares: take |g|, and no root is needed.",
    source: Origin.common("Adam's g² is kept, only its average replaced"), section: Section.adaMax),
  Misconception(
    "1.12", "root-of-maximum",
    "You take the root of s. In AdaMax s is already a size, the largest |g|; divide by s itself.",
    source: Origin.common("Adam's root is kept"), section: Section.adaMax),
  Misconception(
    "1.12", "average-instead-of-maximum",
    "You average |g|. AdaMax keeps the larger of β₂ s and |g|, so that one large gradient acts at once.",
    source: Origin.common("the norm with p = 1 instead of the limit of large p"), section: Section.adaMax),
  Misconception(
    "1.12", "maximum-without-decay",
    "Your maximum never decays: a single large gradient would shorten all later steps. Compare |g| with β₂ s, not with s.",
    source: Origin.common("the decay before the maximum is left out"), section: Section.adaMax),
  Misconception(
    "1.12", "one-maximum-for-all",
    """
    You take the largest gradient of all coordinates. The infinity norm here runs over time, not over coordinates: \
    compare element by element.
    """,
    source: Origin.common("the infinity norm of a vector is the largest of its components"), section: Section.adaMax),
  Misconception(
    "1.12", "maximum-corrected",
    "You correct s for its bias as well. A maximum does not start too small: divide only m by 1 - β₁ᵗ.",
    source: Origin.common("both of Adam's corrections are kept"), section: Section.bias),
  Misconception(
    "1.12", "no-bias-correction",
    "m starts at zero, and you don't correct for it: the first steps are too short. Divide the rate by 1 - β₁ᵗ.",
    source: Origin.common("no correction of the maximum is mistaken for none at all"), section: Section.bias),
  Misconception(
    "1.12", "correction-without-power",
    "You divide by 1 - β₁ at every step. The β₁ is raised to the power t, which you count in `memory.step`.",
    source: Origin.common("the power t is dropped, or t is not counted on"), section: Section.bias),
  Misconception(
    "1.12", "step-from-zero",
    """
    Your t is 0 in the first step, where 1 - β₁⁰ is zero and the weights run away to infinity. Count t up first.
    """,
    source: Origin.common("t starts at 0 in the code and at 1 in the paper"), section: Section.bias),
  Misconception(
    "1.12", "betas-exchanged",
    "The two betas are exchanged: β₁ belongs to the first moment m, β₂ to s.",
    source: Origin.common("both are Doubles, so the compiler can't see it"), section: Section.adaMax),
  Misconception(
    "1.12", "epsilon-in-maximum",
    "You add ε to |g|, inside the maximum. That works too; asked is s + ε in the step.",
    source: "PyTorch's `Adamax`", section: Section.epsilon, credit: 0.5),
  Misconception(
    "1.12", "epsilon-left-out",
    "Your ε is missing. The paper has none, but then a coordinate whose gradient was always zero becomes 0/0.",
    source: """
      "Adam: A method for stochastic optimization" (Kingma, Ba, 2015), algorithm 2
      """, section: Section.epsilon, credit: 0.5),
]
