import NumericCore
import OptimizersQuestions

extension ReferenceAnswers {
  public func momentumStep(
    weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
    momentum: Double
  ) throws -> Vector<Double> {
    velocity = momentum * velocity - learningRate * gradient
    return weights + velocity
  }

  public func coupledMomentumStep(
    weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
    momentum: Double
  ) throws -> Vector<Double> {
    velocity = momentum * velocity - (1 - momentum) * learningRate * gradient
    return weights + velocity
  }

  public func nesterovStep(
    weights: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double, momentum: Double,
    gradient: (Vector<Double>) throws -> Vector<Double>
  ) throws -> Vector<Double> {
    velocity = momentum * velocity - learningRate * (try gradient(weights + momentum * velocity))
    return weights + velocity
  }
}
