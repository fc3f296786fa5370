import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// A step of Nadam (1.13), with the mistakes asked for.
  public func nadamStep(
    weights: Vector<Double>, gradient g: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    memory.step += 1
    let past = memory.firstMoment
    memory.firstMoment = beta1 * past + (1 - beta1) * g
    memory.secondMoment = beta2 * memory.secondMoment + (1 - beta2) * g * g
    let moment = makes("old-first-moment") ? past : memory.firstMoment
    let share = makes("gradient-share-forgotten") ? 1 : 1 - beta1
    let step = Double(makes("step-from-zero") ? memory.step - 1 : memory.step)
    let correction = 1 - pow(beta1, step)
    let nextCorrection = makes("same-correction") ? correction : 1 - pow(beta1, step + 1)
    let none = makes("no-bias-correction")
    var first =
      beta1 * moment / (none || makes("moment-uncorrected") ? 1 : nextCorrection)
      + share * g / (none || makes("gradient-uncorrected") ? 1 : correction)
    if makes("plain-adam") { first = moment / (none ? 1 : correction) }
    if let momentum = schedule(beta1) { first = scheduled(moment, g, momentum, step: memory.step) }

    let second = memory.secondMoment / (none || makes("second-uncorrected") ? 1 : 1 - pow(beta2, step))
    let root = makes("root-forgotten") ? second : sqrt(second)
    let scale = makes("epsilon-inside") ? sqrt(second + epsilon) : root + epsilon
    return moved(weights, down: learningRate * first / scale)
  }

  /// The momentum at step t, in the libraries that change it: β₁ (1 - 1/2 · 0.96^(decay t)).
  private func schedule(_ beta1: Double) -> ((Int) -> Double)? {
    guard makes("slow-schedule") || makes("fast-schedule") else { return nil }
    let decay = makes("slow-schedule") ? 0.004 : 1
    return { step in beta1 * (1 - 0.5 * pow(0.96, decay * Double(step))) }
  }

  private func scheduled(_ m: Vector<Double>, _ g: Vector<Double>, _ momentum: (Int) -> Double, step: Int)
    -> Vector<Double>
  {
    let product = (1...step).reduce(1) { $0 * momentum($1) }
    let (now, next) = (momentum(step), momentum(step + 1))
    return next * m / (1 - product * next) + (1 - now) * g / (1 - product)
  }
}

let nadamMisconceptions = [
  ascent("1.13", section: Section.nadam), weightsUnchanged("1.13"),
  Misconception(
    "1.13", "plain-adam",
    """
    This is Adam: m̂ alone. Nadam looks one step ahead: β₁ times the corrected m, plus this step's share of g.
    """,
    source: Origin.common("Nesterov's change is left out"), section: Section.nadam),
  Misconception(
    "1.13", "same-correction",
    """
    You correct the look-ahead's m with t. It stands for the next step, so its correction has t + 1: 1 - β₁ᵗ⁺¹.
    """,
    source: """
      "An overview of gradient descent optimization algorithms" (Ruder, 2016), whose m̂ has t in it
      """, section: Section.nadam, credit: 0.5),
  Misconception(
    "1.13", "gradient-uncorrected",
    "The gradient's term is not corrected. Divide (1 - β₁) g by 1 - β₁ᵗ.",
    source: Origin.common("only the first moment is seen as biased"), section: Section.bias),
  Misconception(
    "1.13", "moment-uncorrected",
    "The first moment's term is not corrected. Divide β₁ m by 1 - β₁ᵗ⁺¹.",
    source: Origin.common("the correction is applied to the gradient's term only"), section: Section.bias),
  Misconception(
    "1.13", "second-uncorrected",
    "s is not corrected. It starts at zero, so the first steps are far too long: divide it by 1 - β₂ᵗ.",
    source: Origin.common("attention is on the first moment, and ŝ forgotten"), section: Section.bias),
  Misconception(
    "1.13", "no-bias-correction",
    "Nothing is corrected for its start at zero. Divide each of the three: β₁ m by 1 - β₁ᵗ⁺¹, (1 - β₁) g by 1 - β₁ᵗ, s by 1 - β₂ᵗ.",
    source: Origin.kretov(on: "Adam") + " leaves the corrections out", section: Section.bias),
  Misconception(
    "1.13", "old-first-moment",
    "Your look-ahead uses the m from before this step. Update m first; the look-ahead starts from the new one.",
    source: Origin.common("m_t and m_(t-1) are mixed up; with the old one and t, Nadam becomes Adam"),
    section: Section.nadam),
  Misconception(
    "1.13", "gradient-share-forgotten",
    "The factor 1 - β₁ is missing at g: this step's gradient weighs ten times too much with β₁ = 0.9.",
    source: Origin.common("the term is read as Nesterov's gradient step, which has no share"), section: Section.nadam),
  Misconception(
    "1.13", "step-from-zero",
    """
    Your weights are no numbers from the first step on: 0/0, as when t is still 0 in the correction and \
    1 - β⁰ is zero. Count t up first, so that it is 1 in the first step.
    """,
    source: Origin.common("t starts at 0 in the code and at 1 in the paper"), section: Section.bias),
  Misconception(
    "1.13", "root-forgotten",
    "You divide by ŝ without its root. Small gradients then make huge steps. Take √ŝ.",
    source: Origin.common("the second moment is used as if it were already a length"), section: Section.nadam),
  Misconception(
    "1.13", "epsilon-inside",
    "Your ε stands inside the root, √(ŝ + ε). Asked is √ŝ + ε.",
    source: Origin.falcao(on: "Adam, which Nadam inherits"), section: Section.epsilon, credit: 0.5),
  Misconception(
    "1.13", "slow-schedule",
    "This is Nadam with PyTorch's momentum schedule. Asked is the simpler form with a constant β₁.",
    source: "PyTorch's `NAdam`: β₁ (1 - 0.5 · 0.96^(0.004 t))", section: Section.nadam, credit: 0.5),
  Misconception(
    "1.13", "fast-schedule",
    "This is Nadam with Keras's momentum schedule. Asked is the simpler form with a constant β₁.",
    source: "Keras's `Nadam`: β₁ (1 - 0.5 · 0.96^t)", section: Section.nadam, credit: 0.5),
]
