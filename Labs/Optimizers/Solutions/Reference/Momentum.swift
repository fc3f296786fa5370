import NumericCore
import OptimizersQuestions

extension ReferenceAnswers {
  /// A step of momentum (1.5).
  public func momentumStep(
    weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
    momentum: Double
  ) throws -> Vector<Double> {
    velocity = momentum * velocity - learningRate * gradient
    return weights + velocity
  }

  /// A step of coupled momentum (1.6).
  public func coupledMomentumStep(
    weights: Vector<Double>, gradient: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double,
    momentum: Double
  ) throws -> Vector<Double> {
    velocity = momentum * velocity - (1 - momentum) * learningRate * gradient
    return weights + velocity
  }

  /// A step of Nesterov's method (1.7).
  public func nesterovStep(
    weights: Vector<Double>, velocity: inout Vector<Double>, learningRate: Double, momentum: Double,
    gradient: (Vector<Double>) throws -> Vector<Double>
  ) throws -> Vector<Double> {
    velocity = momentum * velocity - learningRate * (try gradient(weights + momentum * velocity))
    return weights + velocity
  }
}
