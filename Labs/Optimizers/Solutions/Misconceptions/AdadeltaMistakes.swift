import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// A step of Adadelta (1.10), with the mistakes asked for.
  public func adadeltaStep(
    weights: Vector<Double>, gradient g: Vector<Double>, meanSquare: inout Vector<Double>,
    meanSquaredUpdate: inout Vector<Double>, learningRate: Double, rho: Double, epsilon: Double
  ) throws -> Vector<Double> {
    let (kept, share) = makes("shares-exchanged") ? (1 - rho, rho) : (rho, 1 - rho)
    let (s, u) = (kept * meanSquare + share * g * g, meanSquaredUpdate)
    if !makes("average-not-kept") { meanSquare = s }
    let update = updateSize(of: u, over: s, epsilon: epsilon) * g
    let rate = makes("rate-ignored") ? 1 : learningRate
    let counted = makes("gradient-averaged-twice") ? g : makes("rate-in-average") ? rate * update : update
    let new = kept * u + share * counted * counted
    if !makes("updates-not-averaged") { meanSquaredUpdate = new }
    let used = makes("new-updates-used") ? updateSize(of: new, over: s, epsilon: epsilon) * g : update
    return moved(weights, down: rate * used)
  }

  /// The factor before the gradient.
  private func updateSize(of u: Vector<Double>, over s: Vector<Double>, epsilon: Double) -> Vector<Double> {
    func root(_ x: Vector<Double>) -> Vector<Double> {
      if makes("root-forgotten") { return x + epsilon }
      return makes("epsilon-outside") ? sqrt(x) + epsilon : sqrt(x + epsilon)
    }
    if makes("numerator-forgotten") { return 1 / root(s) }
    return makes("ratio-inverted") ? root(s) / root(u) : root(u) / root(s)
  }
}

let adadeltaMisconceptions = [
  ascent("1.10", section: Section.adadelta), weightsUnchanged("1.10"), averageNotKept("1.10"), sharesExchanged("1.10"),
  Misconception(
    "1.10", "ratio-inverted",
    """
    Your fraction stands on its head: the steps grow where gradients are large. The root of u, with the unit of w, is \
    above; the root of s, with the unit of g, is below.
    """,
    source: Origin.common("which of the two averages goes on top"), section: Section.adadelta),
  Misconception(
    "1.10", "new-updates-used",
    "Your u already contains this step's d when its root is taken. Compute d with the old u, then average d² into u.",
    source: Origin.common("u is updated first, as s is"), section: Section.adadelta),
  Misconception(
    "1.10", "rate-ignored",
    "Your step has no learning rate. That is the paper's form; asked is w + η d.",
    source: """
      "ADADELTA: An adaptive learning rate method" (Zeiler, 2012), which has none
      """, section: Section.adadelta, credit: 0.5),
  Misconception(
    "1.10", "rate-in-average",
    "Your u averages (η d)². The rate multiplies the step only; average d² as it is.",
    source: Origin.common("the rate is multiplied into d, where u then sees it"), section: Section.adadelta),
  Misconception(
    "1.10", "gradient-averaged-twice",
    "Your u averages g², so it equals s and both roots cancel. It averages d², the squared updates.",
    source: Origin.common("the line that updates s is copied for u"), section: Section.adadelta),
  Misconception(
    "1.10", "updates-not-averaged",
    "Your u stays zero, so the root above is √ε at every step. Leave the new average of d² in `meanSquaredUpdate`.",
    source: Origin.common("the new average of updates is never stored"), section: Section.adadelta),
  Misconception(
    "1.10", "numerator-forgotten",
    "The root of u is missing: this is RMSprop with ε inside. Multiply by √(u + ε), which replaces the learning rate.",
    source: Origin.common("RMSprop is remembered instead"), section: Section.adadelta),
  Misconception(
    "1.10", "root-forgotten",
    "You divide u + ε by s + ε without roots. Take the root of each: d then has the unit of w.",
    source: Origin.common("averages of squares are used as if they were lengths"), section: Section.adadelta),
  Misconception(
    "1.10", "epsilon-outside",
    """
    Your ε stands outside the roots. Here it belongs inside both: with u = 0 the first step is √ε large, while ε alone \
    would leave it tiny.
    """,
    source: Origin.common("taken over from Adagrad and Adam, where ε is outside"), section: Section.epsilon),
]
