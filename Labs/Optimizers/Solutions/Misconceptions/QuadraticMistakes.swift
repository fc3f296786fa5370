import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// Value and gradient of the bowl (1.1), with the mistakes asked for.
  public func quadratic(hessian: Matrix<Double>, linearTerm b: Vector<Double>, weights w: Vector<Double>) throws
    -> ValueAndGradient
  {
    let product = hessian.dot(w)
    let plus = makes("linear-term-added")
    let linearInValue =
      makes("linear-term-missing-in-value") ? 0.0 : plus || makes("linear-term-added-in-value") ? -1 : 1
    let linearInGradient =
      makes("linear-term-missing-in-gradient") ? 0.0 : plus || makes("linear-term-added-in-gradient") ? -1 : 1
    let half = makes("half-forgotten") ? 1.0 : 0.5
    let linear = linearInValue * b.dot(w)
    let value = makes("half-of-everything") ? (w.dot(product) - linear) / 2 : half * w.dot(product) - linear
    let factor = makes("gradient-doubled") ? 2.0 : makes("gradient-halved") ? 0.5 : 1
    return ValueAndGradient(value: value, gradient: factor * product - linearInGradient * b)
  }

  /// The condition number (1.2), with the mistakes asked for.
  public func conditionNumber(hessian: Matrix<Double>) throws -> Double {
    let values = try ends(of: hessian)
    if makes("determinant") { return values.reduce(1, *) }
    if makes("frobenius-norm") { return values.norm * (1 / values).norm }
    let ratio = makes("inverse-ratio") ? values.min() / values.max() : values.max() / values.min()
    return makes("root-of-ratio") ? ratio.squareRoot() : makes("ratio-squared") ? ratio * ratio : ratio
  }

  /// What the ratio is taken of.
  private func ends(of hessian: Matrix<Double>) throws -> Vector<Double> {
    if makes("diagonal-ratio") { return hessian.diagonal }
    if makes("entry-ratio") { return Vector(hessian.elements) }
    return try symmetricEigen(hessian).values
  }
}

let quadraticMisconceptions = [
  Misconception(
    "1.1", "half-forgotten",
    """
    Your value has wᵀHw without the factor 1/2. With it, the gradient is Hw - b; without it, it would be 2Hw - b. \
    Halve wᵀHw.
    """,
    source: Origin.common("wᵀHw is written without its half, as in texts that define the bowl so"),
    section: Section.bowl),
  Misconception(
    "1.1", "half-of-everything",
    "The factor 1/2 stands before wᵀHw alone; you halve bᵀw too. Take the half of the first term only.",
    source: Origin.common("the value is computed as half of w times the gradient"), section: Section.bowl),
  Misconception(
    "1.1", "gradient-doubled",
    "Your gradient is 2Hw - b. The 2 of the derivative cancels the 1/2 in f: the gradient is Hw - b.",
    source: Origin.common("the derivative of wᵀHw, without the half"), section: Section.bowl),
  Misconception(
    "1.1", "gradient-halved",
    """
    Your gradient is 1/2 Hw - b. The derivative of a square brings a factor 2, which cancels the half: the gradient \
    is Hw - b.
    """,
    source: Origin.common("the half is carried over into the derivative"), section: Section.bowl),
  Misconception(
    "1.1", "linear-term-missing-in-gradient",
    "Your gradient is Hw: the linear term is missing. The derivative of -bᵀw is -b, so subtract b.",
    source: Origin.common("b is taken for a constant, whose derivative is zero"), section: Section.bowl),
  Misconception(
    "1.1", "linear-term-missing-in-value",
    "Your value is 1/2 wᵀHw: the linear term is missing. Subtract bᵀw.",
    source: Origin.common("bowls are drawn around the origin, where b is zero"), section: Section.bowl),
  Misconception(
    "1.1", "linear-term-added",
    "You add the linear term; here it is subtracted, in the value and in the gradient. Then the minimum solves Hw = b.",
    source: """
      "Numerical Optimization" (Nocedal, Wright, 2006), chapter 16: quadratic programs add the linear term, chapter 5 \
      subtracts it
      """, section: Section.bowl),
  Misconception(
    "1.1", "linear-term-added-in-gradient",
    "Your gradient is Hw + b, but your value subtracts bᵀw. The derivative of -bᵀw is -b: subtract b.",
    source: Origin.common("the sign of the linear term differs between texts"), section: Section.bowl),
  Misconception(
    "1.1", "linear-term-added-in-value",
    "Your value adds bᵀw, but your gradient subtracts b. Subtract bᵀw in the value too.",
    source: Origin.common("the sign of the linear term differs between texts"), section: Section.bowl),

  Misconception(
    "1.2", "inverse-ratio",
    """
    You divide the smallest eigenvalue by the largest; the condition number is the other way around. It is never \
    below 1. Note that `symmetricEigen` gives the smallest first.
    """,
    source: """
      Common error: "reciprocal condition number", which LAPACK's condition estimators return
      """, section: Section.conditioning),
  Misconception(
    "1.2", "diagonal-ratio",
    """
    You divide diagonal entries. They are the eigenvalues only where everything off the diagonal is zero. Use \
    `symmetricEigen`.
    """,
    source: Origin.dey("Conditioning in terms of Hessian") + " shows diagonal Hessians, where both are the same",
    section: Section.conditioning),
  Misconception(
    "1.2", "entry-ratio",
    "You divide the largest entry of H by its smallest. The condition number is a ratio of eigenvalues, not of entries.",
    source: Origin.common("the extremes of the matrix are taken for those of its spectrum"),
    section: Section.conditioning),
  Misconception(
    "1.2", "root-of-ratio",
    """
    You take the root of the ratio. That is the condition number of a data matrix X whose XᵀX is H; for H itself \
    there is no root.
    """,
    source: Origin.common("singular values of X are the roots of the eigenvalues of XᵀX"),
    section: Section.conditioning),
  Misconception(
    "1.2", "ratio-squared",
    """
    You have the square of the condition number. That belongs to HᵀH, whose eigenvalues are squares; take the \
    eigenvalues of H itself.
    """,
    source: Origin.common("the eigenvalues of HᵀH are used as singular values, without the root"),
    section: Section.conditioning),
  Misconception(
    "1.2", "determinant",
    """
    You return the determinant, the product of the eigenvalues. It changes with the scale of H and says nothing about \
    the shape of the level sets. Divide the largest eigenvalue by the smallest.
    """,
    source: """
      "Matrix Computations" (Golub, Van Loan), section "Determinants and nearness to singularity", warns of it
      """, section: Section.conditioning),
  Misconception(
    "1.2", "frobenius-norm",
    """
    This is the condition number in the Frobenius norm, ‖H‖ ‖H⁻¹‖, which uses all eigenvalues. Asked is the ratio of \
    the largest to the smallest.
    """,
    source: "NumPy's `linalg.cond` with `p='fro'`", section: Section.conditioning, credit: 0.5),
]
