import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// A step of AMSGrad (1.14), with the mistakes asked for.
  public func amsGradStep(
    weights: Vector<Double>, gradient g: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    let (keep1, keep2) = makes("betas-exchanged") ? (beta2, beta1) : (beta1, beta2)
    memory.step += 1
    memory.firstMoment = keep1 * memory.firstMoment + (1 - keep1) * g
    memory.secondMoment = keep2 * memory.secondMoment + (1 - keep2) * g * g
    let old = memory.largestSecondMoment
    memory.largestSecondMoment = largest(old, memory.secondMoment, g)
    if makes("maximum-fed-back") { memory.secondMoment = memory.largestSecondMoment }

    let corrects = makes("corrected-in-moments") || makes("corrected-in-rate")
    let correction1 = corrects ? 1 - pow(keep1, Double(memory.step)) : 1
    let correction2 = corrects ? 1 - pow(keep2, Double(memory.step)) : 1
    let second = (makes("old-maximum-used") ? old : memory.largestSecondMoment) / correction2
    let offset = makes("corrected-in-rate") ? epsilon / correction2.squareRoot() : epsilon
    let root = makes("root-forgotten") ? second : sqrt(second)
    let scale = makes("epsilon-inside") ? sqrt(second + offset) : root + offset
    return moved(weights, down: learningRate / correction1 * memory.firstMoment / scale)
  }

  /// The new ŝ.
  private func largest(_ old: Vector<Double>, _ new: Vector<Double>, _ g: Vector<Double>) -> Vector<Double> {
    if makes("no-maximum") { return new }
    let candidate = makes("maximum-of-squares") ? g * g : new
    let largest = old.zip(candidate) { max($0, $1) }
    return makes("one-maximum-for-all") ? Vector(repeating: largest.max(), count: g.count) : largest
  }
}

let amsGradMisconceptions = [
  ascent("1.14", section: Section.amsGrad), weightsUnchanged("1.14"),
  Misconception(
    "1.14", "no-maximum",
    """
    Your ŝ is s itself: no maximum is taken, or the old one is not kept. Then the steps can grow again, which AMSGrad \
    is there to prevent. Leave max(ŝ, s) in `largestSecondMoment`.
    """,
    source: Origin.common("Adam without corrections is what remains"), section: Section.amsGrad),
  Misconception(
    "1.14", "maximum-fed-back",
    "You put the maximum back into s, so the average never comes down. Keep both: s goes on averaging, ŝ is its maximum.",
    source: Origin.common("one variable is used for s and ŝ"), section: Section.amsGrad),
  Misconception(
    "1.14", "maximum-of-squares",
    "Your maximum is over g². It is over the averages s, which a single large gradient moves only a little.",
    source: Origin.common("the maximum is moved one line up, as in AdaMax"), section: Section.amsGrad),
  Misconception(
    "1.14", "one-maximum-for-all",
    "You take the largest of all coordinates. The maximum is over time: compare ŝ and s element by element.",
    source: Origin.common("`max()` of a vector is its largest element"), section: Section.amsGrad),
  Misconception(
    "1.14", "old-maximum-used",
    "You divide by the ŝ from before the update. It is zero in the first step. Update ŝ first.",
    source: Origin.common("the two lines of the update in the wrong order"), section: Section.amsGrad),
  Misconception(
    "1.14", "betas-exchanged",
    "The two betas are exchanged: β₁ belongs to the first moment m, β₂ to the second, s.",
    source: Origin.common("both are Doubles, so the compiler can't see it"), section: Section.amsGrad),
  Misconception(
    "1.14", "root-forgotten",
    "You divide by ŝ without its root. Small gradients then make huge steps. Take √ŝ.",
    source: Origin.common("the second moment is used as if it were already a length"), section: Section.amsGrad),
  Misconception(
    "1.14", "corrected-in-moments",
    "You correct m and ŝ for their start at zero, as PyTorch does. The paper does not, and asked is the paper's form.",
    source: "PyTorch's `Adam` with `amsgrad=True`", section: Section.amsGrad, credit: 0.5),
  Misconception(
    "1.14", "corrected-in-rate",
    """
    You correct for the start at zero in the learning rate, as Keras does. The paper does not, and asked is the \
    paper's form.
    """,
    source: "Keras's `Adam` with `amsgrad=True`", section: Section.amsGrad, credit: 0.5),
  Misconception(
    "1.14", "epsilon-inside",
    "Your ε stands inside the root, √(ŝ + ε). Asked is √ŝ + ε.",
    source: Origin.falcao(on: "Adam"), section: Section.epsilon, credit: 0.5),
]
