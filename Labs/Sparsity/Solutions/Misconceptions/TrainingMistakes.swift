import AnswerChecks
import NumericCore
import SparsityQuestions

extension WrongAnswers {
  /// A step with weight decay (4.7), with the mistakes asked for.
  public func decayStep(
    weights: Vector<Double>, gradient: Vector<Double>, learningRate: Double, strength: Double, decay: WeightDecay,
    update: (Vector<Double>) throws -> Vector<Double>
  ) throws -> Vector<Double> {
    let pull = (makes("with-half") ? 1 : 2) * (makes("decay-grows") ? -1 : 1) * strength
    var isThrough = decay == .penalty
    if makes("always-through-the-optimizer") { isThrough = true }
    if makes("never-through-the-optimizer") { isThrough = false }
    let seen = isThrough || makes("both-ways") ? gradient + pull * weights : gradient
    let moved = weights - (try update(seen))
    guard !isThrough || makes("both-ways") else { return moved }
    let rate = makes("rate-forgotten") ? 1 : learningRate
    return moved - rate * pull * (makes("after-the-step") ? moved : weights)
  }

  /// What the L2 penalty does to curvature (4.8), with the mistakes asked for.
  public func conditioning(eigenvalues: Vector<Double>, strength: Double) throws -> PenalizedCurvature {
    let new = eigenvalues + (makes("with-half") ? 1 : 2) * strength
    let shrinkage = makes("share-lost") ? 1 - eigenvalues / new : eigenvalues / new
    let factors = makes("shrinkage-inverted") ? 1 / shrinkage : shrinkage
    let reported = makes("replaced-by-shrinkage") ? shrinkage : new
    let compared = makes("condition-of-old") ? eigenvalues : reported
    let (largest, smallest) =
      makes("order-trusted")
      ? (compared[0], compared[compared.count - 1]) : (compared.max(), compared.min())
    return PenalizedCurvature(
      eigenvalues: reported, shrinkage: factors,
      conditionNumber: makes("condition-inverted") ? smallest / largest : largest / smallest)
  }

  /// A step under a max-norm (4.11), with the mistakes asked for.
  public func maxNormStep(
    weights: Matrix<Double>, gradient: Matrix<Double>, learningRate: Double, limit: Double
  ) throws -> Matrix<Double> {
    let step = learningRate * gradient
    if makes("limit-forgotten") { return weights - step }
    if makes("limited-before-the-step") { return shortened(weights, to: limit) - step }
    if makes("step-limited") { return weights - shortened(step, to: limit) }
    return shortened(weights - step, to: limit)
  }

  private func shortened(_ weights: Matrix<Double>, to limit: Double) -> Matrix<Double> {
    let lines = makes("rows-for-columns") ? weights.transposed : weights
    let norms = (0..<lines.columns).map { lines.column($0).norm }
    let largest = norms.max() ?? 0
    let short = Matrix(
      columns: norms.indices.map { index in
        let norm = makes("all-columns-alike") ? largest : norms[index]
        return norm > limit || makes("always-rescaled") ? lines.column(index) * (limit / norm) : lines.column(index)
      })
    return makes("rows-for-columns") ? short.transposed : short
  }
}

let decayMisconceptions = [
  Misconception(
    "4.7", "always-through-the-optimizer",
    """
    You put the decay through the optimizer both ways. Gradient descent doesn't mind, but what Adam divides by its own size no \
    longer shrinks weights in proportion. Decoupled means beside it.
    """,
    source: Origin.kretov(on: "L2") + ", which calls L2 weight decay; libraries' weight_decay in Adam",
    section: Section.decay),
  Misconception(
    "4.7", "never-through-the-optimizer",
    "You keep the decay beside the optimizer both ways. As a penalty, its gradient is part of what the optimizer sees.",
    source: Origin.common("AdamW's step is used for the penalty too"), section: Section.decay),
  Misconception(
    "4.7", "both-ways",
    "You decay twice: through the optimizer and beside it. Each way is used alone.",
    source: Origin.common("weight_decay is set while the loss has its penalty still"), section: Section.decay),
  Misconception(
    "4.7", "with-half",
    "You pull with λ w, the gradient of λ/2 Σ w². Here the penalty is λ Σ w², so pull with 2 λ w.",
    source: "PyTorch's weight_decay", section: Section.decay, credit: 0.5),
  Misconception(
    "4.7", "rate-forgotten",
    "Beside the optimizer you subtract 2 λ w without η. Then the two ways differ even under gradient descent.",
    source: "\"Decoupled weight decay regularization\" (Loshchilov, Hutter, 2019), whose λ has the rate in it",
    section: Section.decay, credit: 0.5),
  Misconception(
    "4.7", "after-the-step",
    "You shrink the weights that the step has moved already. Both parts use the weights from before the step.",
    source: Origin.common("two lines that each update w"), section: Section.decay),
  Misconception(
    "4.7", "decay-grows",
    "Your decay makes weights larger: its sign is wrong. It pulls them to 0.",
    source: Origin.common("a sign"), section: Section.decay),
]

let conditioningMisconceptions = [
  Misconception(
    "4.8", "replaced-by-shrinkage",
    """
    You say that d becomes d/(d + 2λ). By that the minimum shrinks. The Hessian of λ Σ w² is 2λ I, so its eigenvalues become \
    d + 2λ.
    """,
    source: Origin.dey("Effect on Conditioning") + ": \"replaced by\"", section: Section.conditioning),
  Misconception(
    "4.8", "with-half",
    "You add λ to the eigenvalues. That is for λ/2 Σ w²; the second derivative of λ w² is 2λ.",
    source: "\(Origin.book): λ/2 Σ w², d + λ", section: Section.conditioning, credit: 0.5),
  Misconception(
    "4.8", "share-lost",
    "Your factors are 2λ/(d + 2λ), what each component loses. Asked is what is left: d/(d + 2λ).",
    source: Origin.common("shrinking by a factor, or by an amount"), section: Section.conditioning),
  Misconception(
    "4.8", "shrinkage-inverted",
    "Your factors are above 1: they would stretch. The minimum moves towards 0, by the factor d/(d + 2λ).",
    source: Origin.common("the quotient is upside down"), section: Section.conditioning),
  Misconception(
    "4.8", "condition-of-old",
    "Your condition number is that of the old Hessian. Take the new eigenvalues.",
    source: Origin.common("the given eigenvalues are at hand"), section: Section.conditioning),
  Misconception(
    "4.8", "condition-inverted",
    "You divide the smallest eigenvalue by the largest. The condition number is never below 1.",
    source: Origin.common("\"reciprocal condition number\", which LAPACK returns"), section: Section.conditioning),
  Misconception(
    "4.8", "order-trusted",
    "You divide the first eigenvalue by the last. They come in any order: take the largest and the smallest.",
    source: Origin.common("a singular value decomposition gives the largest first"), section: Section.conditioning),
]

let maxNormMisconceptions = [
  Misconception(
    "4.11", "always-rescaled",
    "You bring every column to norm c, short ones too. Only those that are longer than c are changed.",
    source: Origin.falcao(on: "max-norm") + ", which rescales after every update", section: Section.maxNorm),
  Misconception(
    "4.11", "all-columns-alike",
    """
    You shrink all columns by the factor that the longest one needs. Each column has a factor of its own, and one that is \
    short enough keeps its length.
    """,
    source: Origin.falcao(on: "max-norm") + ": one s for all weights", section: Section.maxNorm),
  Misconception(
    "4.11", "rows-for-columns",
    "You limit the rows of W, the weights that leave an input. Limited are those that go into a unit: the columns.",
    source: Origin.common("other libraries keep W transposed"), section: Section.maxNorm),
  Misconception(
    "4.11", "limit-forgotten",
    "You step and limit nothing. A column that is longer than c after the step is brought back to norm c.",
    source: Origin.common("the step is there, and the constraint is left for later"), section: Section.maxNorm),
  Misconception(
    "4.11", "limited-before-the-step",
    "You limit the weights and then step, so that they may end up too long. Step first.",
    source: Origin.common("the two lines are exchanged"), section: Section.maxNorm),
  Misconception(
    "4.11", "step-limited",
    "You limit the step, which is clipping. Limited are the weights that it leads to.",
    source: Origin.pujari(on: "clipping") + ": clip_by_norm", section: Section.maxNorm),
]
