import Testing

/// What an exercise asks for, and where the project has it itself.
struct Equivalent: Sendable, CustomTestStringConvertible {
  /// As `1.11`.
  let exercise: String
  /// In a few words.
  let computes: String
  /// The declarations of the project that compute it, besides the solution: those of Techniques by their names, others with
  /// the file of a lab that they are in, as `ReferenceFigureAnswers/theory`, or by that file alone. No student gets any.
  let declarations: [String]
  /// What students get that comes near, and why they may.
  let handedOut: String?

  var testDescription: String { "\(exercise) \(computes)" }

  init(_ exercise: String, _ computes: String, _ declarations: String..., handedOut: String? = nil) {
    self.exercise = exercise
    self.computes = computes
    self.declarations = declarations
    self.handedOut = handedOut
  }
}

/// A primitive that an exercise is meant to use.
private let isMeantToBeUsed = "the exercise is meant to use it"
/// Whoever finds a mistake by looking needs what right and wrong runs give: the answers of other exercises.
private let isLookedAt = "a search over runs, which the solution alone makes"

extension Equivalent {
  /// One for each exercise of the course.
  static let all: [Equivalent] =
    optimizers + initializers + dropout + sparsity + batchSize + skewedClasses + doubleDescent

  private static let optimizers = [
    Equivalent(
      "1.1", "value and gradient of a quadratic",
      handedOut: "Bowl, which runs descend: along its axes, without a Hessian or a linear term"),
    Equivalent("1.2", "the quotient of eigenvalues", handedOut: "symmetricEigen: \(isMeantToBeUsed)"),
    Equivalent(
      "1.3", "a step of gradient descent", "GradientDescent",
      handedOut: "StochasticGradientDescent, without which no lab could train: one line, in place"),
    Equivalent("1.4", "the largest and the best rate", "BestSettings"),
    Equivalent(
      "1.5", "a step of momentum", "Momentum",
      handedOut: "StochasticGradientDescent, without which no lab could train: two lines, in place"),
    Equivalent("1.6", "momentum as an average", "CoupledMomentum"),
    Equivalent("1.7", "Nesterov's step", "Nesterov"),
    Equivalent("1.8", "Adagrad's step", "Adagrad"),
    Equivalent("1.9", "RMSprop's step", "RMSprop"),
    Equivalent("1.10", "Adadelta's step", "Adadelta"),
    Equivalent("1.11", "Adam's step", "Adam"),
    Equivalent("1.12", "AdaMax's step", "AdaMax"),
    Equivalent("1.13", "Nadam's step", "Nadam"),
    Equivalent("1.14", "AMSGrad's step", "AMSGrad"),
    Equivalent("1.15", "the best rate and momentum", "BestSettings"),
    Equivalent("1.16", "steps to a reduction of the loss"),
    Equivalent("1.17", "which mistake made a trajectory", handedOut: isLookedAt),
  ]

  private static let initializers = [
    Equivalent("2.1", "rows and columns of the weights", handedOut: "a matrix knows its rows and columns"),
    Equivalent("2.2", "Glorot's range", "Glorot"),
    Equivalent("2.3", "Glorot's standard deviation", "Glorot"),
    Equivalent("2.4", "He's standard deviation", "He"),
    Equivalent(
      "2.5", "LeCun's standard deviation", "LeCun",
      handedOut: "FanInUniform, the engine's default, whose variance is a third of it"),
    Equivalent("2.6", "an orthogonal matrix", "Orthogonal", handedOut: "qr: \(isMeantToBeUsed)"),
    Equivalent("2.7", "moments behind a layer", "ReferenceMoments/after"),
    Equivalent("2.8", "normal weights of He's deviation", "He", handedOut: "Matrix.normal: \(isMeantToBeUsed)"),
    Equivalent("2.9", "units that stay alike"),
    Equivalent("2.10", "layers until a share of the signal is left"),
    Equivalent("2.11", "which initializer made a curve", handedOut: isLookedAt),
  ]

  private static let dropout = [
    Equivalent("3.1", "a mask of 1/p and 0", "InvertedDropout", handedOut: "bernoulli: \(isMeantToBeUsed)"),
    Equivalent(
      "3.2", "the forward pass", "InvertedDropout",
      handedOut: "MaskKernel multiplies by a mask that it is given, and doesn't say which"),
    Equivalent(
      "3.3", "the backward pass",
      handedOut: "MaskKernel multiplies by the mask on the way back, without which no network with a mask could train"),
    Equivalent("3.4", "inference with scaled weights", "ReferenceFigureAnswers/scaledLogits"),
    Equivalent(
      "3.5", "the mean of probabilities", "ReferenceFigureAnswers/predictions", "ReferenceFigureAnswers/averages",
      handedOut: "softmax of one network"),
    Equivalent("3.6", "the error of an ensemble", "ReferenceFigureAnswers/errors"),
    Equivalent(
      "3.7", "how many thinned networks", "ReferenceFigureAnswers/counts",
      handedOut: "ExactInteger's power: \(isMeantToBeUsed)"),
    Equivalent("3.8", "variances that masks add"),
    Equivalent("3.9", "the geometric mean", handedOut: "softmax of one network"),
    Equivalent("3.10", "columns of at most a norm", "MaxNorm"),
    Equivalent("3.11", "which mistake made a layer's outputs", handedOut: isLookedAt),
  ]

  private static let sparsity = [
    Equivalent("4.1", "the L2 penalty and its gradient", "L2Penalty"),
    Equivalent("4.2", "the L1 penalty and its gradient", "L1Penalty", handedOut: "sign: \(isMeantToBeUsed)"),
    Equivalent(
      "4.3", "the elastic net and its gradient", "ElasticNet",
      handedOut: "the value, as its statement has it, where figures draw it; its gradient nowhere"),
    Equivalent("4.4", "the soft threshold", "PenalizedRegression/softThreshold"),
    Equivalent("4.5", "a sweep of coordinate descent", "CoordinateDescent"),
    Equivalent("4.6", "ridge regression", "RidgeRegression.swift", handedOut: "solve: \(isMeantToBeUsed)"),
    Equivalent("4.7", "weight decay, coupled and decoupled", "L2Penalty", "ReferenceFigureAnswers/decayed"),
    Equivalent("4.8", "curvature under a penalty", "ReferenceFigureAnswers/conditioning"),
    Equivalent("4.9", "the strength at which all is zero", "PenalizedRegression/largestStrength"),
    Equivalent("4.10", "the duality gap", "DualityGap/dualityGap"),
    Equivalent("4.11", "a step, and columns of at most a norm", "MaxNorm"),
    Equivalent("4.12", "zeros for orthogonal features", "PenalizedRegression/softThreshold"),
    Equivalent("4.13", "which penalty made a path", handedOut: isLookedAt),
  ]

  private static let batchSize = [
    Equivalent(
      "5.1", "updates of some epochs",
      handedOut: "the engine walks over batches with stride, and counts its steps; nothing has the quotient"),
    Equivalent(
      "5.2", "shuffled mini-batches", "ReferenceFigureAnswers/path",
      handedOut: "permutation: \(isMeantToBeUsed); Training shuffles, and takes rows of an order, not lists of samples"),
    Equivalent(
      "5.3", "the gradient of a mini-batch", "ReferenceFigureAnswers/path",
      handedOut: "a network's gradient, through layers"),
    Equivalent(
      "5.4", "the variance of a mini-batch gradient", "ReferenceFigureAnswers/theory",
      handedOut: "variance: \(isMeantToBeUsed)"),
    Equivalent("5.5", "a scaled rate with warm-up", "LinearWarmUp", "ReferenceFigureAnswers/rates"),
    Equivalent(
      "5.6", "a gradient from shards", handedOut: "where the engine cuts a batch for its threads; no gradient of a part"
    ),
    Equivalent("5.7", "who is accurate first", "ReferenceFigureAnswers/times"),
    Equivalent("5.8", "a quotient of noises", "ReferenceFigureAnswers/theory"),
    Equivalent("5.9", "which mistake made a run", handedOut: isLookedAt),
  ]

  private static let skewedClasses = [
    Equivalent("6.1", "the four counts", "BinaryCounts"),
    Equivalent("6.2", "accuracies", "BinaryCounts"),
    Equivalent("6.3", "precision and recall", "BinaryCounts"),
    Equivalent("6.4", "the F-measure", "BinaryCounts"),
    Equivalent("6.5", "points of the ROC curve", "RankedScores"),
    Equivalent("6.6", "the area below it", "RankedScores"),
    Equivalent("6.7", "average precision", "RankedScores"),
    Equivalent("6.8", "a threshold from costs", "Prevalence/costThreshold"),
    Equivalent("6.9", "the cheapest threshold", "RankedScores"),
    Equivalent("6.10", "class weights", "balancedClassWeights"),
    Equivalent("6.11", "averages of F1", "ConfusionMatrix"),
    Equivalent(
      "6.12", "precision in another population", "Prevalence.swift", "ReferenceFigureAnswers/predictedPrecision"),
    Equivalent("6.13", "which mistake made a report", handedOut: isLookedAt),
  ]

  private static let doubleDescent = [
    Equivalent(
      "7.1", "random rectified features", "RandomReLUFeatures",
      handedOut: "Fourier features in the questions, which no exercise asks for"),
    Equivalent(
      "7.2", "the shortest solution", "LeastSquares/leastSquares", "pseudoInverse", handedOut: "svd: \(isMeantToBeUsed)"
    ),
    Equivalent(
      "7.3", "ridge regression", "RidgeRegression.swift", "NestedLeastSquares", handedOut: "solve: \(isMeantToBeUsed)"),
    Equivalent("7.4", "where thresholds lie", handedOut: "networks count their own parameters"),
    Equivalent(
      "7.5", "squared error and wrong labels", "ReferenceFigureAnswers/errors",
      handedOut: "the share of wrong labels, which every evaluation of a network counts"),
    Equivalent("7.6", "bias and variance", "ReferenceFigureAnswers/biasAndVariance"),
    Equivalent(
      "7.7", "condition numbers", "ReferenceFigureAnswers/conditionNumbers",
      handedOut: "singularValues: \(isMeantToBeUsed)"),
    Equivalent(
      "7.8", "degrees of freedom", "ReferenceFigureAnswers/freedoms", handedOut: "singularValues: \(isMeantToBeUsed)"),
    Equivalent("7.9", "errors that noise alone makes"),
    Equivalent("7.10", "which mistake made a risk curve", handedOut: isLookedAt),
  ]
}
