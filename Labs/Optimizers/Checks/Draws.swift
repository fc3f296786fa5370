import AnswerChecks
import NumericCore
import OptimizersQuestions

extension Philox4x32x10 {
  /// A gradient a row, `[steps, dimensions]`.
  mutating func gradients(steps: Int, dimensions: Int) -> Matrix<Double> {
    Matrix(rows: steps, columns: dimensions) { _, _ in signed(in: 0.3..<3) }
  }

  /// A random start and random gradients.
  mutating func steps(_ steps: Int, dimensions: Int) -> StepsInput {
    StepsInput(
      weights: vector(dimensions), gradients: gradients(steps: steps, dimensions: dimensions),
      learningRate: decimal(in: 0.05..<0.5, places: 2))
  }
}

extension StepsInput {
  /// The same with `momentum`.
  func momentum(_ momentum: Double) -> StepsInput {
    var input = self
    input.momentum = momentum
    return input
  }

  /// The same with `epsilon`.
  func epsilon(_ epsilon: Double) -> StepsInput {
    var input = self
    input.epsilon = epsilon
    return input
  }

  /// The same with `rho` and `epsilon`.
  func average(rho: Double, epsilon: Double) -> StepsInput {
    var input = self.epsilon(epsilon)
    input.rho = rho
    return input
  }

  /// The same with the settings of Adam's family; its paper's by default.
  func moments(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8) -> StepsInput {
    var input = self.epsilon(epsilon)
    input.beta1 = beta1
    input.beta2 = beta2
    return input
  }
}
