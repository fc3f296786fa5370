import NumericCore
import OptimizersQuestions
import OptimizersSolutions
import Testing

/// Answers known from outside: worked by hand, computed by NumPy, or printed in a library's documentation.
@Suite("Reference answers against known ones")
struct SolutionsKnownAnswersTests {
  private let answers = ReferenceAnswers()

  @Test("A bowl in one dimension, by hand: 1/2 · 2 · 9 - 3 = 6, and 2 · 3 - 1 = 5")
  func bowl() throws {
    let result = try answers.quadratic(hessian: [[2]], linearTerm: [1], weights: [3])
    #expect(result == ValueAndGradient(value: 6, gradient: [5]))
  }

  @Test("numpy.linalg.cond([[6, 2], [2, 3]]) is 3.5")
  func condition() throws {
    #expect(abs(try answers.conditionNumber(hessian: [[6, 2], [2, 3]]) - 3.5) < 1e-14)
  }

  @Test("The lecture's example: eigenvalues 1 and 9 allow rates below 2/9, and 1/5 is best")
  func rates() throws {
    let rates = try answers.learningRates(eigenvalues: [9, 1])
    #expect(rates.largestStable == 2.0 / 9)
    #expect(rates.best == 0.2)
  }

  @Test("Momentum under a constant gradient approaches rate / (1 - momentum), by the geometric series")
  func momentum() throws {
    var (weights, velocity): (Vector<Double>, Vector<Double>) = ([0], [0])
    for _ in 0..<200 {
      weights = try answers.momentumStep(
        weights: weights, gradient: [1], velocity: &velocity, learningRate: 0.1, momentum: 0.5)
    }
    #expect(abs(velocity[0] + 0.2) < 1e-12)
  }

  @Test("Coupled momentum under a constant gradient approaches a plain step")
  func coupled() throws {
    var velocity: Vector<Double> = [0]
    for _ in 0..<200 {
      _ = try answers.coupledMomentumStep(
        weights: [0], gradient: [1], velocity: &velocity, learningRate: 0.1, momentum: 0.5)
    }
    #expect(abs(velocity[0] + 0.1) < 1e-12)
  }

  @Test("RMSprop's first step from 10 on w²/2, as Keras's documentation prints it: 9.683772")
  func rmsprop() throws {
    var meanSquare: Vector<Double> = [0]
    let weights = try answers.rmspropStep(
      weights: [10], gradient: [10], meanSquare: &meanSquare, learningRate: 0.1, rho: 0.9, epsilon: 1e-7)
    #expect(abs(weights[0] - 9.683772) < 5e-7)
  }

  @Test("Adagrad after gradients 3 and 4: the root of the sum is 5")
  func adagrad() throws {
    var sum: Vector<Double> = [9]
    let weights = try answers.adagradStep(
      weights: [1], gradient: [4], sumOfSquares: &sum, learningRate: 0.5, epsilon: 1e-300)
    #expect(weights[0] == 0.6)
    #expect(sum == [25])
  }

  @Test("Adadelta's first step is -√ε / √((1 - ρ) g² + ε) g: with ρ = 3/4, ε = 1 and g = 4 it is -4/√5")
  func adadelta() throws {
    var (squares, updates): (Vector<Double>, Vector<Double>) = ([0], [0])
    let weights = try answers.adadeltaStep(
      weights: [0], gradient: [4], meanSquare: &squares, meanSquaredUpdate: &updates, learningRate: 1, rho: 0.75,
      epsilon: 1)
    #expect(abs(weights[0] + 4 / 5.0.squareRoot()) < 1e-15)
    #expect(abs(updates[0] - 0.25 * 16 / 5) < 1e-15)
  }

  @Test("The first step of Adam, AdaMax: the learning rate, against the sign of the gradient")
  func firstSteps() throws {
    for step in [answers.adamStep, answers.adaMaxStep] {
      var memory = Moments(dimensions: 2)
      let weights = try step([0, 0], [3, -0.5], &memory, 0.25, 0.9, 0.999, 1e-300)
      #expect(abs(weights - [-0.25, 0.25]).max() < 1e-14)
      #expect(memory.step == 1)
    }
  }

  @Test("Nadam's first step is 0.1 / 0.1 + 0.9 · 0.1 / 0.19 = 1 + 9/19 rates long, with β₁ = 0.9")
  func nadam() throws {
    var memory = Moments(dimensions: 1)
    let weights = try answers.nadamStep(
      weights: [0], gradient: [2], memory: &memory, learningRate: 1, beta1: 0.9, beta2: 0.999, epsilon: 1e-300)
    #expect(abs(weights[0] + 28.0 / 19) < 1e-13)
  }

  @Test("AMSGrad's largest second moment never shrinks, while the second moment does")
  func amsGrad() throws {
    var memory = Moments(dimensions: 1)
    _ = try answers.amsGradStep(
      weights: [0], gradient: [2], memory: &memory, learningRate: 1, beta1: 0.5, beta2: 0.5, epsilon: 1)
    #expect(memory.secondMoment == [2])
    let weights = try answers.amsGradStep(
      weights: [0], gradient: [0], memory: &memory, learningRate: 1, beta1: 0.5, beta2: 0.5, epsilon: 1)
    #expect(memory.secondMoment == [1])
    #expect(memory.largestSecondMoment == [2])
    #expect(abs(weights[0] + 0.5 / (1 + 2.0.squareRoot())) < 1e-15)
  }

  @Test("The best momentum for eigenvalues 1 and 4: both ends are damped critically by 4/9 and 1/9")
  func bestMomentum() throws {
    let best = try answers.bestMomentum(smallestEigenvalue: 1, largestEigenvalue: 4)
    #expect(abs(best.learningRate - 4.0 / 9) < 1e-15)
    #expect(abs(best.momentum - 1.0 / 9) < 1e-15)
  }

  @Test("Eigenvalues 1 and 3 quarter the loss a step: a hundredth takes four steps")
  func steps() throws {
    #expect(try answers.predictedSteps(smallestEigenvalue: 1, largestEigenvalue: 3, reduction: 0.01) == 4)
  }
}
