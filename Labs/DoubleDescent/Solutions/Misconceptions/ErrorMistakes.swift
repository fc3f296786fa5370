import AnswerChecks
import DoubleDescentQuestions
import NumericCore

extension WrongAnswers {
  /// Two errors (7.5), with the mistakes asked for.
  public func errors(features: Matrix<Double>, weights: Matrix<Double>, classes: [Int]) throws -> ErrorPair {
    let predictions = features.dot(weights)
    let other = makes("minus-one-elsewhere") ? -1.0 : 0
    let targets = Matrix<Double>(rows: predictions.rows, columns: predictions.columns) {
      classes[$0] == $1 ? 1 : other
    }
    var squares = square(predictions - targets).sum(over: .columns)
    if makes("mean-over-classes") { squares = squares / Double(predictions.columns) }
    if makes("with-half") { squares = squares / 2 }
    let mean = makes("summed") ? squares.sum() : squares.mean()
    let found = (makes("largest-size") ? abs(predictions) : predictions).argMax(over: .columns)
    let wrong = zip(found, classes).count { makes("right-labels") ? $0 == $1 : $0 != $1 }
    return ErrorPair(
      squared: makes("root-taken") ? mean.squareRoot() : mean,
      wrongLabels: Double(wrong) / (makes("summed") ? 1 : Double(classes.count)))
  }

  /// Bias and variance (7.6), with the mistakes asked for.
  public func biasAndVariance(predictions: Matrix<Double>, truth: Vector<Double>) throws -> BiasAndVariance {
    let axis = makes("points-averaged") ? Axis.columns : .rows
    let mean = predictions.reduced(over: axis) { makes("median-for-mean") ? median($0) : $0.mean() }
    let bias = makes("points-averaged") ? mean - truth.mean() : mean - truth
    let spread = square(predictions.subtracting(mean, from: axis)).sum(over: axis)
    let count = Double(makes("points-averaged") ? predictions.columns : predictions.rows)
    let variances = spread / (makes("one-less") ? count - 1 : count)
    let error = square(predictions.subtracting(truth, from: .rows)).mean(over: .rows).mean()
    var squaredBias = square(bias).mean()
    if makes("bias-averaged-first") { squaredBias = bias.mean() * bias.mean() }
    if makes("bias-not-squared") { squaredBias = abs(bias).mean() }
    if makes("error-as-bias") { squaredBias = error }
    return BiasAndVariance(
      squaredBias: squaredBias, variance: (makes("deviation") ? sqrt(variances) : variances).mean(), error: error)
  }
}

let errorMisconceptions = [
  Misconception(
    "7.5", "mean-over-classes",
    "You average over the classes too. A sample's squared error is their sum.",
    source: "PyTorch, `MSELoss`, which averages over all numbers", section: Section.errors),
  Misconception(
    "7.5", "with-half",
    "Your squared error has a half in front. Here it has none.",
    source: Origin.common("the loss that is convenient to differentiate"), section: Section.errors),
  Misconception(
    "7.5", "root-taken",
    "You take the root of the mean. Asked is the mean square itself.",
    source: Origin.scikit + ", `root_mean_squared_error`", section: Section.errors),
  Misconception(
    "7.5", "minus-one-elsewhere",
    "Your targets are -1 for the other classes. Here they are 0.",
    source: "\"Learning with Kernels\" (Schölkopf, Smola, 2002): classes as 1 and -1", section: Section.errors),
  Misconception(
    "7.5", "right-labels",
    "You count the labels that are right. The error is the share of those that are wrong.",
    source: Origin.common("accuracy for error"), section: Section.errors),
  Misconception(
    "7.5", "largest-size",
    "You take the class whose prediction is largest in size. A prediction of -3 speaks against a class: take the largest.",
    source: Origin.common("`abs` before the largest is sought"), section: Section.errors),
  Misconception(
    "7.5", "summed",
    "You add up over the samples. Both errors are means.",
    source: Origin.common("a sum for a mean"), section: Section.errors),
]

let biasMisconceptions = [
  Misconception(
    "7.6", "one-less",
    "You divide by one fit less. That estimates the variance of more fits without bias, but then the terms don't add up to the error.",
    source: Origin.common("the sample variance's n - 1"), section: Section.bias, credit: 0.5),
  Misconception(
    "7.6", "bias-averaged-first",
    "You average the bias over the points before squaring. A model that is too high here and too low there has bias at both.",
    source: Origin.dey("Bias-Variance Tradeoff") + ": bias as one number", section: Section.bias),
  Misconception(
    "7.6", "bias-not-squared",
    "You return the size of the bias. It is its square that adds to the variance.",
    source: Origin.dey("Bias-Variance Tradeoff") + ": bias and variance traded one for one", section: Section.bias),
  Misconception(
    "7.6", "points-averaged",
    "You average over the points of one fit. The mean prediction is over the fits, at each point.",
    source: Origin.common("the variance over the data is taken for that over the fits"), section: Section.bias),
  Misconception(
    "7.6", "error-as-bias",
    "Your squared bias is the whole error: you square each fit's distance from the truth, and average then. Average the fits first.",
    source: Origin.common("square and mean in the wrong order"), section: Section.bias),
  Misconception(
    "7.6", "deviation",
    "You return the standard deviation. The variance, its square, is what adds up.",
    source: Origin.common("`std` for `var`"), section: Section.bias),
  Misconception(
    "7.6", "median-for-mean",
    "You take the median of the fits. The terms add up around the mean only.",
    source: Origin.common("robust averages are used where one fit is far off"), section: Section.bias),
]
