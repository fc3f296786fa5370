import NumericCore
import OptimizersQuestions

// Exercises whose mistakes are still to be written.
extension WrongAnswers {
  public func quadratic(hessian: Matrix<Double>, linearTerm: Vector<Double>, weights: Vector<Double>) throws
    -> ValueAndGradient
  {
    try ReferenceAnswers().quadratic(hessian: hessian, linearTerm: linearTerm, weights: weights)
  }

  public func conditionNumber(hessian: Matrix<Double>) throws -> Double {
    try ReferenceAnswers().conditionNumber(hessian: hessian)
  }

  public func gradientDescentStep(weights: Vector<Double>, gradient: Vector<Double>, learningRate: Double) throws
    -> Vector<Double>
  {
    try ReferenceAnswers().gradientDescentStep(weights: weights, gradient: gradient, learningRate: learningRate)
  }

  public func learningRates(eigenvalues: Vector<Double>) throws -> LearningRates {
    try ReferenceAnswers().learningRates(eigenvalues: eigenvalues)
  }

  public func momentumStep(
    weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
    momentum: Double
  ) throws -> Vector<Double> {
    try ReferenceAnswers().momentumStep(weights: weights, gradient: gradient, velocity: &velocity, learningRate: learningRate, momentum: momentum)
  }

  public func coupledMomentumStep(
    weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
    momentum: Double
  ) throws -> Vector<Double> {
    try ReferenceAnswers().coupledMomentumStep(weights: weights, gradient: gradient, velocity: &velocity, learningRate: learningRate, momentum: momentum)
  }

  public func nesterovStep(
    weights: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double, momentum: Double,
    gradient: (Vector<Double>) throws -> Vector<Double>
  ) throws -> Vector<Double> {
    try ReferenceAnswers().nesterovStep(weights: weights, velocity: &velocity, learningRate: learningRate, momentum: momentum, gradient: gradient)
  }

  public func adagradStep(
    weights: Vector<Double>, gradient: Vector<Double>, sumOfSquares: inout Vector<Double>, learningRate: Double,
    epsilon: Double
  ) throws -> Vector<Double> {
    try ReferenceAnswers().adagradStep(weights: weights, gradient: gradient, sumOfSquares: &sumOfSquares, learningRate: learningRate, epsilon: epsilon)
  }

  public func rmspropStep(
    weights: Vector<Double>, gradient: Vector<Double>, meanSquare: inout Vector<Double>, learningRate: Double,
    rho: Double, epsilon: Double
  ) throws -> Vector<Double> {
    try ReferenceAnswers().rmspropStep(weights: weights, gradient: gradient, meanSquare: &meanSquare, learningRate: learningRate, rho: rho, epsilon: epsilon)
  }

  public func adadeltaStep(
    weights: Vector<Double>, gradient: Vector<Double>, meanSquare: inout Vector<Double>,
    meanSquaredUpdate: inout Vector<Double>, learningRate: Double, rho: Double, epsilon: Double
  ) throws -> Vector<Double> {
    try ReferenceAnswers().adadeltaStep(weights: weights, gradient: gradient, meanSquare: &meanSquare, meanSquaredUpdate: &meanSquaredUpdate, learningRate: learningRate, rho: rho, epsilon: epsilon)
  }

  public func adaMaxStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    try ReferenceAnswers().adaMaxStep(weights: weights, gradient: gradient, memory: &memory, learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon)
  }

  public func nadamStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    try ReferenceAnswers().nadamStep(weights: weights, gradient: gradient, memory: &memory, learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon)
  }

  public func amsGradStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    try ReferenceAnswers().amsGradStep(weights: weights, gradient: gradient, memory: &memory, learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon)
  }

  public func bestMomentum(smallestEigenvalue: Double, largestEigenvalue: Double) throws -> MomentumSettings {
    try ReferenceAnswers().bestMomentum(smallestEigenvalue: smallestEigenvalue, largestEigenvalue: largestEigenvalue)
  }

  public func predictedSteps(smallestEigenvalue: Double, largestEigenvalue: Double, reduction: Double) throws -> Int {
    try ReferenceAnswers().predictedSteps(smallestEigenvalue: smallestEigenvalue, largestEigenvalue: largestEigenvalue, reduction: reduction)
  }

  public func suspect(curvature: Double, learningRate: Double, momentum: Double, trajectory: Vector<Double>) throws
    -> Suspect
  {
    try ReferenceAnswers().suspect(curvature: curvature, learningRate: learningRate, momentum: momentum, trajectory: trajectory)
  }

}
