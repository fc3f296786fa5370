import DeepLearning
import NumericCore
import OptimizersQuestions
import OptimizersSolutions
import Techniques
import Testing

/// Solutions are the lecture's formula as plainly as it can be written, Techniques the fast form of it: both must step
/// alike.
struct TechniquesEqualSolutionsTests {
  private let settings = OptimizerSettings(
    learningRate: 0.05, momentum: 0.8, rho: 0.7, beta1: 0.85, beta2: 0.97, epsilon: 1e-3)
  private let curvature: Vector<Double> = [1, 0.1, 3, 0.5]
  private let start: Vector<Double> = [1, -2, 0.5, 0]

  @Test(arguments: OptimizerName.allCases)
  func stepsAreEqual(of name: OptimizerName) throws {
    var answered = AnsweredOptimizer(name, settings: settings, dimensions: 4, answers: ReferenceAnswers())
    var fast: any Optimizer<Double> = technique(name, as: Double.self)
    var (expected, weights, point) = (start, start, start)
    for step in 1...40 {
      expected = try answered.step(expected) { curvature * $0 }
      let looksAhead = fast.lookAhead(from: weights, into: &point)
      fast.step(&weights, gradient: curvature * (looksAhead ? point : weights))
      // Forty steps in another order of operations: a few units in the last place each.
      #expect(weights.isClose(to: expected, relative: 1e-12, absolute: 1e-14), "step \(step)")
    }
    #expect(looksAheadOnlyIn(name, fast))
  }

  @Test(arguments: OptimizerName.allCases)
  func singlePrecisionFollowsDouble(of name: OptimizerName) throws {
    var answered = AnsweredOptimizer(name, settings: settings, dimensions: 4, answers: ReferenceAnswers())
    var fast: any Optimizer<Float> = technique(name, as: Float.self)
    let curvature = Vector<Float>(converting: curvature)
    var expected = start
    var weights = Vector<Float>(converting: start)
    var point = weights
    for _ in 1...20 {
      expected = try answered.step(expected) { self.curvature * $0 }
      let looksAhead = fast.lookAhead(from: weights, into: &point)
      fast.step(&weights, gradient: curvature * (looksAhead ? point : weights))
    }
    // Single precision keeps 7 digits, and twenty steps lose one or two.
    #expect(Vector<Double>(converting: weights).isClose(to: expected, relative: 1e-4, absolute: 1e-5))
  }

  private func looksAheadOnlyIn(_ name: OptimizerName, _ optimizer: any Optimizer<Double>) -> Bool {
    var point = start
    return optimizer.lookAhead(from: start, into: &point) == (name == .nesterov)
  }

  private func technique<Scalar: Real>(_ name: OptimizerName, as type: Scalar.Type) -> any Optimizer<Scalar> {
    let rate = Scalar(settings.learningRate)
    let (momentum, rho) = (Scalar(settings.momentum), Scalar(settings.rho))
    let (beta1, beta2) = (Scalar(settings.beta1), Scalar(settings.beta2))
    let epsilon = Scalar(settings.epsilon)
    switch name {
    case .gradientDescent: return GradientDescent(learningRate: rate)
    case .momentum: return Momentum(dimensions: 4, learningRate: rate, momentum: momentum)
    case .coupledMomentum: return CoupledMomentum(dimensions: 4, learningRate: rate, momentum: momentum)
    case .nesterov: return Nesterov(dimensions: 4, learningRate: rate, momentum: momentum)
    case .adagrad: return Adagrad(dimensions: 4, learningRate: rate, epsilon: epsilon)
    case .rmsprop: return RMSprop(dimensions: 4, learningRate: rate, rho: rho, epsilon: epsilon)
    case .adadelta: return Adadelta(dimensions: 4, learningRate: rate, rho: rho, epsilon: epsilon)
    case .adam: return Adam(dimensions: 4, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    case .adaMax: return AdaMax(dimensions: 4, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    case .nadam: return Nadam(dimensions: 4, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    case .amsGrad: return AMSGrad(dimensions: 4, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    }
  }
}
