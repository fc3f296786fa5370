import NumericCore
import OptimizersQuestions

extension ReferenceAnswers {
  /// A step of Adagrad (1.8).
  public func adagradStep(
    weights: Vector<Double>, gradient: Vector<Double>, sumOfSquares: inout Vector<Double>, learningRate: Double,
    epsilon: Double
  ) throws -> Vector<Double> {
    sumOfSquares = sumOfSquares + gradient * gradient
    return weights - learningRate * gradient / (sqrt(sumOfSquares) + epsilon)
  }

  /// A step of RMSprop (1.9).
  public func rmspropStep(
    weights: Vector<Double>, gradient: Vector<Double>, meanSquare: inout Vector<Double>, learningRate: Double,
    rho: Double, epsilon: Double
  ) throws -> Vector<Double> {
    meanSquare = rho * meanSquare + (1 - rho) * gradient * gradient
    return weights - learningRate * gradient / (sqrt(meanSquare) + epsilon)
  }

  /// A step of Adadelta (1.10).
  public func adadeltaStep(
    weights: Vector<Double>, gradient: Vector<Double>, meanSquare: inout Vector<Double>,
    meanSquaredUpdate: inout Vector<Double>, learningRate: Double, rho: Double, epsilon: Double
  ) throws -> Vector<Double> {
    meanSquare = rho * meanSquare + (1 - rho) * gradient * gradient
    let update = -sqrt(meanSquaredUpdate + epsilon) / sqrt(meanSquare + epsilon) * gradient
    meanSquaredUpdate = rho * meanSquaredUpdate + (1 - rho) * update * update
    return weights + learningRate * update
  }

  /// A step of Adam (1.11).
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

  /// A step of AdaMax (1.12).
  public func adaMaxStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    memory.step += 1
    memory.firstMoment = beta1 * memory.firstMoment + (1 - beta1) * gradient
    memory.secondMoment = (beta2 * memory.secondMoment).zip(abs(gradient)) { max($0, $1) }
    let rate = learningRate / (1 - pow(beta1, Double(memory.step)))
    return weights - rate * memory.firstMoment / (memory.secondMoment + epsilon)
  }

  /// A step of Nadam (1.13).
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

  /// A step of AMSGrad (1.14).
  public func amsGradStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    memory.firstMoment = beta1 * memory.firstMoment + (1 - beta1) * gradient
    memory.secondMoment = beta2 * memory.secondMoment + (1 - beta2) * gradient * gradient
    memory.largestSecondMoment = memory.largestSecondMoment.zip(memory.secondMoment) { max($0, $1) }
    return weights - learningRate * memory.firstMoment / (sqrt(memory.largestSecondMoment) + epsilon)
  }
}
