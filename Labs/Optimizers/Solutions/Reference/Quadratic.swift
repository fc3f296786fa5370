import NumericCore
import OptimizersQuestions

extension ReferenceAnswers {
  /// Value and gradient of the bowl (1.1).
  public func quadratic(hessian: Matrix<Double>, linearTerm: Vector<Double>, weights: Vector<Double>) throws
    -> ValueAndGradient
  {
    let product = hessian.dot(weights)
    return ValueAndGradient(
      value: weights.dot(product) / 2 - linearTerm.dot(weights), gradient: product - linearTerm)
  }

  /// The condition number (1.2).
  public func conditionNumber(hessian: Matrix<Double>) throws -> Double {
    let eigenvalues = try symmetricEigen(hessian).values
    return eigenvalues.max() / eigenvalues.min()
  }

  /// A step of gradient descent (1.3).
  public func gradientDescentStep(weights: Vector<Double>, gradient: Vector<Double>, learningRate: Double) throws
    -> Vector<Double>
  {
    weights - learningRate * gradient
  }

  /// The bound and the best learning rate (1.4).
  public func learningRates(eigenvalues: Vector<Double>) throws -> LearningRates {
    let (smallest, largest) = (eigenvalues.min(), eigenvalues.max())
    return LearningRates(largestStable: 2 / largest, best: 2 / (largest + smallest))
  }
}
