import NumericCore
import OptimizersQuestions

extension ReferenceAnswers {
  public func quadratic(hessian: Matrix<Double>, linearTerm: Vector<Double>, weights: Vector<Double>) throws
    -> ValueAndGradient
  {
    let product = hessian.dot(weights)
    return ValueAndGradient(
      value: weights.dot(product) / 2 - linearTerm.dot(weights), gradient: product - linearTerm)
  }

  public func conditionNumber(hessian: Matrix<Double>) throws -> Double {
    let eigenvalues = try hessian.symmetricEigen().values
    return eigenvalues.max() / eigenvalues.min()
  }

  public func gradientDescentStep(weights: Vector<Double>, gradient: Vector<Double>, learningRate: Double) throws
    -> Vector<Double>
  {
    weights - learningRate * gradient
  }

  public func learningRates(eigenvalues: Vector<Double>) throws -> LearningRates {
    let (smallest, largest) = (eigenvalues.min(), eigenvalues.max())
    return LearningRates(largestStable: 2 / largest, best: 2 / (largest + smallest))
  }
}
