import DeepLearning
import NumericCore
import Techniques

/// The eleven methods, with settings away from their defaults.
enum OptimizerMethod: String, CaseIterable, Sendable {
  case gradientDescent, momentum, coupledMomentum, nesterov, adagrad, rmsprop, adadelta, adam, adaMax, nadam, amsGrad

  func make<Scalar: Real>(_ count: Int, as type: Scalar.Type = Scalar.self) -> any Optimizer<Scalar> {
    let (rate, epsilon): (Scalar, Scalar) = (0.05, 1e-3)
    let (momentum, rho): (Scalar, Scalar) = (0.8, 0.7)
    let (beta1, beta2): (Scalar, Scalar) = (0.85, 0.97)
    switch self {
    case .gradientDescent: return GradientDescent(learningRate: rate)
    case .momentum: return Momentum(dimensions: count, learningRate: rate, momentum: momentum)
    case .coupledMomentum: return CoupledMomentum(dimensions: count, learningRate: rate, momentum: momentum)
    case .nesterov: return Nesterov(dimensions: count, learningRate: rate, momentum: momentum)
    case .adagrad: return Adagrad(dimensions: count, learningRate: rate, epsilon: epsilon)
    case .rmsprop: return RMSprop(dimensions: count, learningRate: rate, rho: rho, epsilon: epsilon)
    case .adadelta: return Adadelta(dimensions: count, rho: rho, epsilon: epsilon)
    case .adam: return Adam(dimensions: count, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    case .adaMax: return AdaMax(dimensions: count, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: 0)
    case .nadam: return Nadam(dimensions: count, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    case .amsGrad: return AMSGrad(dimensions: count, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    }
  }
}

/// A quadratic with noise, in which nothing settles: curvature · w + noise(step).
struct NoisyQuadratic<Scalar: Real> {
  let curvature: Vector<Scalar>

  /// The noise is exact in either precision, and the same as in torch_techniques.py.
  func gradient(at point: Vector<Scalar>, step: Int, firstPlace: Int = 0) -> Vector<Scalar> {
    let noise = Vector<Scalar>(count: point.count) { place in
      Scalar((37 * step + 11 * (firstPlace + place)) % 17 - 8) / 16
    }
    return curvature * point + noise
  }

  /// Takes one step where the method wants its gradient.
  func step(
    _ optimizer: inout any Optimizer<Scalar>, _ weights: inout Vector<Scalar>, step: Int, firstPlace: Int = 0
  ) {
    var point = weights
    let looksAhead = optimizer.lookAhead(from: weights, into: &point)
    optimizer.step(
      &weights, gradient: gradient(at: looksAhead ? point : weights, step: step, firstPlace: firstPlace))
  }
}
