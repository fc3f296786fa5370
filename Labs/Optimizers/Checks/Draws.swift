import NumericCore
import OptimizersQuestions

extension Philox4x32x10 {
  /// A number in the range with so few decimals that it reads well.
  mutating func decimal(in range: Range<Double>, places: Int = 1) -> Double {
    let scale = pow(10, Double(places))
    return (uniform(in: range) * scale).rounded() / scale
  }

  /// A number of this size with either sign: away from zero, so that every mistake in it shows.
  mutating func signed(in sizes: Range<Double>, places: Int = 1) -> Double {
    let size = decimal(in: sizes, places: places)
    return bernoulli(0.5) ? size : -size
  }

  /// Weights or gradients, `[count]`.
  mutating func vector(_ count: Int, in sizes: Range<Double> = 0.3..<3) -> Vector<Double> {
    Vector(count: count) { _ in signed(in: sizes) }
  }

  /// A gradient a row, `[steps, dimensions]`.
  mutating func gradients(steps: Int, dimensions: Int) -> Matrix<Double> {
    Matrix(rows: steps, columns: dimensions) { _, _ in signed(in: 0.3..<3) }
  }

  /// One of these.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[integer(below: elements.count)] }

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
