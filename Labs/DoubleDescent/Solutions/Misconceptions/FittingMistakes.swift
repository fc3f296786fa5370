import AnswerChecks
import DoubleDescentQuestions
import NumericCore

extension WrongAnswers {
  /// The minimum-norm solution (7.2), with the mistakes asked for.
  public func minimumNorm(features: Matrix<Double>, targets: Matrix<Double>, tolerance: Double) throws
    -> Matrix<Double>
  {
    let parts = try svd(features)
    let factors = parts.singularValues.map { factor($0, largest: parts.singularValues[0], tolerance) }
    let along = parts.u.dot(targets, transposingLeft: true).multiplying(.columns, by: factors)
    return parts.vTransposed.dot(along, transposingLeft: true)
  }

  /// By what the targets along a singular vector are multiplied.
  private func factor(_ value: Double, largest: Double, _ tolerance: Double) -> Double {
    let bound = makes("absolute-tolerance") ? tolerance : tolerance * largest
    let isZero =
      makes("squares-compared") ? value * value <= tolerance * largest * largest : value <= bound
    if isZero, makes("zeros-left-alone") { return 1 }
    if isZero, !makes("none-dropped") { return 0 }
    return makes("multiplied") ? value : makes("squares-divided") ? 1 / (value * value) : 1 / value
  }

  /// Ridge regression (7.3), with the mistakes asked for.
  public func ridge(features: Matrix<Double>, targets: Matrix<Double>, strength: Double) throws -> Matrix<Double> {
    let n = makes("samples-forgotten") ? 1 : Double(features.rows)
    var ridge = (makes("two-forgotten") ? 1 : 2) * n * strength
    if makes("subtracted") { ridge = -ridge }
    if makes("penalty-on-one-side") { ridge *= n }
    if makes("strength-squared") { ridge *= strength }
    let products = features.dot(features, transposingLeft: true)
    let penalty = Matrix(diagonal: Vector(repeating: ridge, count: features.columns))
    let right = features.dot(targets, transposingLeft: true)
    return try solve(products + penalty, makes("right-side-divided") ? right / Double(features.rows) : right)
  }

  /// Effective degrees of freedom (7.8), with the mistakes asked for.
  public func degreesOfFreedom(features: Matrix<Double>, strength: Double) throws -> Double {
    let values = try singularValues(features)
    let squares = makes("values-unsquared") ? values : square(values)
    let n = makes("samples-forgotten") ? 1 : Double(features.rows)
    let ridge = (makes("two-forgotten") ? 1 : 2) * n * strength
    if makes("rank-counted") { return Double(values.count { $0 > 1e-9 * values[0] }) }
    let kept = squares / (squares + ridge)
    if makes("what-is-lost") { return (1 - kept).sum() }
    return (makes("shares-squared") ? square(kept) : kept).sum()
  }
}

let minimumNormMisconceptions = [
  Misconception(
    "7.2", "none-dropped",
    "You divide by every singular value, also by those that count as zero. Along those the data say nothing but rounding: leave them out.",
    source: Origin.common("`1 / s` for all s"), section: Section.minimumNorm),
  Misconception(
    "7.2", "absolute-tolerance",
    "You compare singular values with the tolerance itself. It is a share of the largest singular value.",
    source: Origin.common("`s > 1e-10`"), section: Section.minimumNorm),
  Misconception(
    "7.2", "squares-compared",
    "You compare s² with the tolerance times the largest s². That drops every s below the root of the tolerance.",
    source: Origin.common("the eigenvalues of ΦᵀΦ are used with a tolerance for Φ"), section: Section.minimumNorm),
  Misconception(
    "7.2", "zeros-left-alone",
    "Where a singular value counts as zero you multiply by 1. The shortest solution has nothing along that vector: 0.",
    source: Origin.common("`s[s < tolerance] = 1`, against division by zero"), section: Section.minimumNorm),
  Misconception(
    "7.2", "squares-divided",
    "You divide by s². That belongs to ΦᵀΦ, where Φᵀy brings another s; with Uᵀy it is 1/s.",
    source: Origin.common("the normal equations and the decomposition of Φ are mixed"), section: Section.minimumNorm),
  Misconception(
    "7.2", "multiplied",
    "You multiply by the singular values. That is Φᵀy; the solution divides by them.",
    source: Origin.common("the transpose in place of the inverse"), section: Section.minimumNorm),
]

let ridgeMisconceptions = [
  Misconception(
    "7.3", "samples-forgotten",
    "You add 2λ to ΦᵀΦ. The loss is a mean over n samples, and multiplied by n the penalty becomes 2nλ.",
    source: Origin.scikit + ", `Ridge`: |y - Xw|² + α |w|²", section: Section.ridge),
  Misconception(
    "7.3", "two-forgotten",
    "You add nλ. That minimizes 1/(2n) |Y - ΦW|² + λ/2 |W|²; here the penalty has no half.",
    source: "\"Deep Learning\" (Goodfellow, Bengio, Courville, 2016), section 7.1: α/2 wᵀw", section: Section.ridge,
    credit: 0.5),
  Misconception(
    "7.3", "subtracted",
    "You subtract from the diagonal. A penalty adds, which keeps the system far from singular.",
    source: Origin.common("a sign is lost when the gradient is set to 0"), section: Section.ridge),
  Misconception(
    "7.3", "right-side-divided",
    "You divide ΦᵀY by n, and ΦᵀΦ not. Divide both, or neither.",
    source: Origin.common("the mean over samples is taken on one side of the equation"), section: Section.ridge),
  Misconception(
    "7.3", "penalty-on-one-side",
    "Your n stands in the penalty twice. Multiply the whole equation by n, or divide the products by it; not both.",
    source: Origin.common("ΦᵀΦ isn't divided by n where λ was already multiplied"), section: Section.ridge),
  Misconception(
    "7.3", "strength-squared",
    "You add λ² in place of λ. That would be the penalty |λW|².",
    source: "Tikhonov's form |ΓW|², with Γ = λ I", section: Section.ridge),
]

let freedomMisconceptions = [
  Misconception(
    "7.8", "samples-forgotten",
    "You have s²/(s² + 2λ). With a loss that is a mean over n samples, ΦᵀΦ gets 2nλ.",
    source:
      "\"The Elements of Statistical Learning\" (Hastie, Tibshirani, Friedman, 2009), section 3.4.1, whose loss is a sum",
    section: Section.freedom),
  Misconception(
    "7.8", "two-forgotten",
    "You have nλ beside s². The penalty is λ |W|² without a half, so it is 2nλ.",
    source: Origin.common("the half of the loss is cancelled on one side"), section: Section.freedom, credit: 0.5),
  Misconception(
    "7.8", "values-unsquared",
    "You have s/(s + 2nλ). The eigenvalues of ΦᵀΦ are the squares of the singular values.",
    source: Origin.common("singular values are taken for eigenvalues"), section: Section.freedom),
  Misconception(
    "7.8", "what-is-lost",
    "You add up what the penalty takes away. Degrees of freedom are what is left: s²/(s² + 2nλ).",
    source: Origin.common("the trace of I - H"), section: Section.freedom),
  Misconception(
    "7.8", "shares-squared",
    "You add up the squares, which is the trace of H². Asked is that of H.",
    source: "\"Generalized Additive Models\" (Hastie, Tibshirani, 1990), section 3.5, which has several definitions",
    section: Section.freedom),
  Misconception(
    "7.8", "rank-counted",
    "You count the singular values that aren't zero. So many degrees has the fit without a penalty; with one there are fewer.",
    source: Origin.common("parameters are counted"), section: Section.freedom),
]
