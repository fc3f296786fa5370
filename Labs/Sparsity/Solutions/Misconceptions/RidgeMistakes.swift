import AnswerChecks
import NumericCore
import SparsityQuestions

extension WrongAnswers {
  /// Ridge regression (4.6), with the mistakes asked for.
  public func ridge(features: Matrix<Double>, targets: Vector<Double>, strength: Double) throws -> LinearModel {
    let n = Double(features.rows)
    let count = features.columns
    let means = makes("no-intercept") ? Vector.zeros(count) : features.mean(over: .rows)
    let mean = makes("no-intercept") ? 0 : targets.mean()
    let diagonal = ridgeDiagonal(strength, samples: n)
    if makes("intercept-penalized") {
      let wide = Matrix(columns: (0..<count).map { features.column($0) } + [.ones(features.rows)])
      let weights = try solved(wide, targets, diagonal)
      return LinearModel(weights: Vector(weights.prefix(count)), intercept: weights[count])
    }
    let weights = try solved(features.subtracting(means, from: .rows), targets - mean, diagonal)
    return LinearModel(weights: weights, intercept: mean - (makes("intercept-is-mean") ? 0 : means.dot(weights)))
  }

  /// What is added to the diagonal of X'X/n.
  private func ridgeDiagonal(_ strength: Double, samples: Double) -> Double {
    let squares = makes("sum-of-squares-form") ? strength : (makes("with-half") ? 1 : 2) * strength
    return makes("sum-of-squares-form") || makes("not-divided-by-samples") ? squares / samples : squares
  }

  private func solved(_ x: Matrix<Double>, _ y: Vector<Double>, _ diagonal: Double) throws -> Vector<Double> {
    let n = Double(x.rows)
    let penalty = Matrix(diagonal: Vector(repeating: diagonal, count: x.columns))
    return try solve(x.dot(x, transposingLeft: true) / n + penalty, y.dot(x) / n)
  }
}

let ridgeMisconceptions = [
  Misconception(
    "4.6", "with-half",
    "You add λ to the diagonal of XᵀX/n. That is for λ/2 Σ w²; without the half it is 2 λ.",
    source: "\(Origin.book): λ/2 Σ w²", section: Section.ridge, credit: 0.5),
  Misconception(
    "4.6", "not-divided-by-samples",
    "You add 2 λ to XᵀX instead of XᵀX/n. The loss is a mean over the samples, so λ has to count n times as much.",
    source: Origin.common("half of the formula is divided by n"), section: Section.ridge),
  Misconception(
    "4.6", "sum-of-squares-form",
    """
    You solve (XᵀX + λ I) w = Xᵀy, which minimizes |y - Xw|² + λ Σ w². Here the loss is divided by 2n, so the same λ counts 2n \
    times as much.
    """,
    source: Origin.pujari(on: "L1 against L2") + ", and scikit-learn's Ridge: RSS + λ Σ β²", section: Section.ridge,
    credit: 0.5),
  Misconception(
    "4.6", "intercept-penalized",
    """
    Your intercept is penalized too, as the weight of a column of ones. Then the prediction depends on where y has its zero. \
    Centre X and y instead.
    """,
    source: Origin.myrvoll(on: "penalties") + ", which penalizes biases too", section: Section.ridge),
  Misconception(
    "4.6", "no-intercept",
    "You fit without an intercept. Centre X and y first, and compute the intercept from the means.",
    source: Origin.common("the closed form is used on data as measured"), section: Section.ridge),
  Misconception(
    "4.6", "intercept-is-mean",
    "Your intercept is the mean of y. That is the prediction at the mean of X; at X = 0 it is less by that mean times w.",
    source: Origin.common("the intercept of centred data, reported for data as measured"), section: Section.ridge),
]
