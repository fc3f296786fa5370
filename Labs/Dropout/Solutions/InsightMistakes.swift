import AnswerChecks
import DropoutQuestions
import NumericCore

extension WrongAnswers {
  /// The variances of a mask (3.8), with the mistakes asked for.
  public func maskVariances(activation: Double, keepProbability: Double, grid: Vector<Double>) throws
    -> MaskVariances
  {
    let size = makes("activation-not-squared") ? activation : activation * activation
    func plain(_ p: Double) -> Double { size * p * (makes("second-moment") ? 1 : 1 - p) }
    func inverted(_ p: Double) -> Double { plain(p) / (makes("divided-once") ? p : p * p) }
    func told(_ variance: Double) -> Double { makes("standard-deviation") ? sqrt(Swift.abs(variance)) : variance }
    func largest(_ variance: (Double) -> Double) -> Double { grid[grid.map { Swift.abs(variance($0)) }.argMax()] }
    return MaskVariances(
      plain: told(plain(keepProbability)), inverted: told(inverted(keepProbability)),
      plainIsLargestAt: largest(plain), invertedIsLargestAt: largest(makes("half-for-both") ? plain : inverted))
  }

  /// Max-norm (3.10), with the mistakes asked for.
  public func maxNorm(weights: Matrix<Double>, limit: Double) throws -> Matrix<Double> {
    if makes("entries-clipped") { return clamp(weights, -limit, limit) }
    let lines = makes("rows-for-columns") ? weights.transposed : weights
    let whole = Vector(weights.elements).norm
    let shortened = Matrix(
      columns: (0..<lines.columns).map { index -> Vector<Double> in
        let column = lines.column(index)
        let norm = makes("whole-matrix") ? whole : column.norm
        let length = makes("squared-norm") ? norm * norm : norm
        if length <= limit, !makes("always-rescaled") { return column }
        return column * ((makes("shortened-to-one") ? 1 : limit) / length)
      })
    return makes("rows-for-columns") ? shortened.transposed : shortened
  }

  /// Whose layer it is (3.11), with the mistakes asked for.
  public func suspect(
    keepProbability: Double, activations: Vector<Double>, training: Matrix<Double>, inference: Matrix<Double>
  ) throws -> Suspect {
    var signs = LayerSigns(
      keepProbability: keepProbability, activations: activations, training: training, inference: inference)
    if makes("share-not-counted") { signs.keepsFewOrMany = false }
    if makes("first-sample-only") { signs.sharesItsMask = false }
    if makes("zeros-in-inference-overlooked"), signs.dropsInInference {
      signs.dropsInInference = false
      signs.isMultipliedInInference = false
    }
    let found = signs.suspect
    if makes("only-inverted-is-right"), found == .plain { return .neverScaled }
    return makes("training-alone") && found == .scaledTwice ? .inverted : found
  }
}

let varianceMisconceptions = [
  Misconception(
    "3.8", "standard-deviation",
    "You return standard deviations. Asked are variances, their squares.",
    source: Origin.common("the two are mixed up"), section: Section.noise),
  Misconception(
    "3.8", "activation-not-squared",
    "Your variances grow with a. A factor goes into a variance as its square: a² p (1 - p) for the plain mask.",
    source: Origin.common("Var(aX) is taken for a Var(X)"), section: Section.noise),
  Misconception(
    "3.8", "divided-once",
    """
    For the inverted mask you divide the plain variance by p. The mask is divided by p, so the variance is divided by p²: \
    a² (1 - p) / p.
    """,
    source: Origin.common("Var(X/p) is taken for Var(X)/p"), section: Section.noise),
  Misconception(
    "3.8", "second-moment",
    "You return second moments: the square of the mean is still in them. The variance is E[x²] - E[x]².",
    source: Origin.common("the mean is forgotten, as if the mask were centred"), section: Section.noise),
  Misconception(
    "3.8", "half-for-both",
    """
    You say that the inverted mask adds most near 1/2, as the plain one does. Its variance, a² (1 - p) / p, grows as p \
    falls: the smallest keep probability adds most.
    """,
    source: Origin.dey("How much dropout?")
      + ": 0.5 gives most regularization, after \"Understanding Dropout\" (Baldi, "
      + "Sadowski, 2013), for plain masks", section: Section.noise),
]

let maxNormMisconceptions = [
  Misconception(
    "3.10", "always-rescaled",
    "You bring every column to norm c, short ones too. Only those that are longer than c are changed.",
    source: Origin.falcao(on: "max-norm") + ", which rescales after every update", section: Section.maxNorm),
  Misconception(
    "3.10", "rows-for-columns",
    "You limit the rows of W, the weights that leave an input. Limited are those that go into a unit: the columns.",
    source: Origin.common("other libraries keep W transposed"), section: Section.maxNorm),
  Misconception(
    "3.10", "whole-matrix",
    "You take the norm of the whole matrix. The limit holds for each column alone.",
    source: Origin.common("as clipping of gradients does, by their global norm"), section: Section.maxNorm),
  Misconception(
    "3.10", "entries-clipped",
    "You clip each weight to ±c. The limit is on the norm of a column, and all of a column shrinks by one factor.",
    source: Origin.common("clipping by value"), section: Section.maxNorm),
  Misconception(
    "3.10", "squared-norm",
    "You use the square of the norm, in the comparison and in the factor. Take the root.",
    source: Origin.myrvoll(on: "penalties") + " calls the 2-norm a sum of squares", section: Section.maxNorm),
  Misconception(
    "3.10", "shortened-to-one",
    "You shorten long columns to norm 1. They keep norm c: multiply by c / ‖w‖.",
    source: Origin.common("normalizing in place of limiting"), section: Section.maxNorm),
]

let suspectMisconceptions = [
  Misconception(
    "3.11", "only-inverted-is-right",
    """
    You call dropout without inversion unscaled. It does nothing to kept units in training, but multiplies by p in \
    inference: compare the inference outputs with x.
    """,
    source: Origin.common("libraries have inverted dropout alone"), section: Section.reading),
  Misconception(
    "3.11", "training-alone",
    """
    You look at training alone. There a layer that scales a second time in inference looks right: compare the inference \
    outputs with x.
    """,
    source: Origin.common("a slip that only shows once the training is over"), section: Section.reading),
  Misconception(
    "3.11", "share-not-counted",
    "You don't count. A layer that keeps with 1 - p divides by p all the same: compare the share of zeros with 1 - p.",
    source: Origin.falcao(on: "regularization") + ": its p drops; Dey's p keeps", section: Section.reading),
  Misconception(
    "3.11", "first-sample-only",
    "You look at one sample. Compare the rows: here all of them miss the same units.",
    source: Origin.dey("Dropout") + ", which drops nodes for a mini-batch", section: Section.reading),
  Misconception(
    "3.11", "zeros-in-inference-overlooked",
    "You overlook zeros in the inference outputs. None of the activations is 0, so units were dropped there.",
    source: Origin.common("a network left in training mode"), section: Section.reading),
]
