import NumericCore

/// A method that steps by somebody's answers, with all that it remembers.
///
/// The memory of every method starts at zero; each uses the part that it needs.
public struct AnsweredOptimizer: Sendable {
  let name: OptimizerName
  let settings: OptimizerSettings
  let answers: any OptimizersQuestions
  var velocity: Vector<Double>
  var squares: Vector<Double>
  var squaredUpdates: Vector<Double>
  var moments: Moments

  /// The method `name` by `answers`, before its first step on weights of this many dimensions.
  public init(
    _ name: OptimizerName, settings: OptimizerSettings, dimensions: Int, answers: any OptimizersQuestions
  ) {
    self.name = name
    self.settings = settings
    self.answers = answers
    velocity = .zeros(dimensions)
    squares = .zeros(dimensions)
    squaredUpdates = .zeros(dimensions)
    moments = Moments(dimensions: dimensions)
  }

  /// Takes one step. Nesterov asks for the gradient at its look-ahead, all others at the weights.
  public mutating func step(
    _ w: Vector<Double>, gradient: (Vector<Double>) throws -> Vector<Double>
  ) throws -> Vector<Double> {
    let rate = settings.learningRate
    switch name {
    case .gradientDescent:
      return try answers.gradientDescentStep(weights: w, gradient: gradient(w), learningRate: rate)
    case .momentum:
      return try answers.momentumStep(
        weights: w, gradient: gradient(w), velocity: &velocity, learningRate: rate, momentum: settings.momentum)
    case .coupledMomentum:
      return try answers.coupledMomentumStep(
        weights: w, gradient: gradient(w), velocity: &velocity, learningRate: rate, momentum: settings.momentum)
    case .nesterov:
      return try answers.nesterovStep(
        weights: w, velocity: &velocity, learningRate: rate, momentum: settings.momentum, gradient: gradient)
    case .adagrad:
      return try answers.adagradStep(
        weights: w, gradient: gradient(w), sumOfSquares: &squares, learningRate: rate, epsilon: settings.epsilon)
    case .rmsprop:
      return try answers.rmspropStep(
        weights: w, gradient: gradient(w), meanSquare: &squares, learningRate: rate, rho: settings.rho,
        epsilon: settings.epsilon)
    case .adadelta:
      return try answers.adadeltaStep(
        weights: w, gradient: gradient(w), meanSquare: &squares, meanSquaredUpdate: &squaredUpdates,
        learningRate: rate, rho: settings.rho, epsilon: settings.epsilon)
    case .adam: return try stepOfAdamsFamily(w, gradient(w), answers.adamStep)
    case .adaMax: return try stepOfAdamsFamily(w, gradient(w), answers.adaMaxStep)
    case .nadam: return try stepOfAdamsFamily(w, gradient(w), answers.nadamStep)
    case .amsGrad: return try stepOfAdamsFamily(w, gradient(w), answers.amsGradStep)
    }
  }

  private typealias AdamLikeStep = (
    Vector<Double>, Vector<Double>, inout Moments, Double, Double, Double, Double
  ) throws -> Vector<Double>

  private mutating func stepOfAdamsFamily(_ w: Vector<Double>, _ g: Vector<Double>, _ step: AdamLikeStep) throws
    -> Vector<Double>
  {
    try step(w, g, &moments, settings.learningRate, settings.beta1, settings.beta2, settings.epsilon)
  }
}
