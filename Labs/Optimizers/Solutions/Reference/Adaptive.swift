import NumericCore
import OptimizersQuestions

extension ReferenceAnswers {
  public func adagradStep(
    weights: Vector<Double>, gradient: Vector<Double>, sumOfSquares: inout Vector<Double>, learningRate: Double,
    epsilon: Double
  ) throws -> Vector<Double> {
    sumOfSquares = sumOfSquares + gradient * gradient
    return weights - learningRate * gradient / (sqrt(sumOfSquares) + epsilon)
  }

  public func rmspropStep(
    weights: Vector<Double>, gradient: Vector<Double>, meanSquare: inout Vector<Double>, learningRate: Double,
    rho: Double, epsilon: Double
  ) throws -> Vector<Double> {
    meanSquare = rho * meanSquare + (1 - rho) * gradient * gradient
    return weights - learningRate * gradient / (sqrt(meanSquare) + epsilon)
  }

  public func adadeltaStep(
    weights: Vector<Double>, gradient: Vector<Double>, meanSquare: inout Vector<Double>,
    meanSquaredUpdate: inout Vector<Double>, learningRate: Double, rho: Double, epsilon: Double
  ) throws -> Vector<Double> {
    meanSquare = rho * meanSquare + (1 - rho) * gradient * gradient
    let update = -sqrt(meanSquaredUpdate + epsilon) / sqrt(meanSquare + epsilon) * gradient
    meanSquaredUpdate = rho * meanSquaredUpdate + (1 - rho) * update * update
    return weights + learningRate * update
  }

  public func adamStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    memory.step += 1
    memory.firstMoment = beta1 * memory.firstMoment + (1 - beta1) * gradient
    memory.secondMoment = beta2 * memory.secondMoment + (1 - beta2) * gradient * gradient
    let first = memory.firstMoment / (1 - pow(beta1, Double(memory.step)))
    let second = memory.secondMoment / (1 - pow(beta2, Double(memory.step)))
    return weights - learningRate * first / (sqrt(second) + epsilon)
  }

  public func adaMaxStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    memory.step += 1
    memory.firstMoment = beta1 * memory.firstMoment + (1 - beta1) * gradient
    memory.secondMoment = maximum(beta2 * memory.secondMoment, abs(gradient))
    let rate = learningRate / (1 - pow(beta1, Double(memory.step)))
    return weights - rate * memory.firstMoment / (memory.secondMoment + epsilon)
  }

  public func nadamStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    memory.step += 1
    let step = Double(memory.step)
    memory.firstMoment = beta1 * memory.firstMoment + (1 - beta1) * gradient
    memory.secondMoment = beta2 * memory.secondMoment + (1 - beta2) * gradient * gradient
    let first =
      beta1 * memory.firstMoment / (1 - pow(beta1, step + 1)) + (1 - beta1) * gradient / (1 - pow(beta1, step))
    let second = memory.secondMoment / (1 - pow(beta2, step))
    return weights - learningRate * first / (sqrt(second) + epsilon)
  }

  public func amsGradStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    memory.firstMoment = beta1 * memory.firstMoment + (1 - beta1) * gradient
    memory.secondMoment = beta2 * memory.secondMoment + (1 - beta2) * gradient * gradient
    memory.largestSecondMoment = maximum(memory.largestSecondMoment, memory.secondMoment)
    return weights - learningRate * memory.firstMoment / (sqrt(memory.largestSecondMoment) + epsilon)
  }
}
