#if canImport(Techniques)
  import DeepLearning
  import LabKit
  import NumericCore
  import OptimizersQuestions
  import Techniques

  /// The project's own optimizers, in place.
  struct ReferenceTrajectories: TrajectoryRunner {
    func run(_ requests: [RunRequest]) throws -> [Result<Trajectory, Gap>] {
      try requests.sideBySide { request in
        try .success(
          request.trajectory(by: method(request.optimizer, request.settings, dimensions: request.start.count)))
      }
    }

    func steps(_ name: OptimizerName, settings: OptimizerSettings, gradients: Matrix<Double>)
      -> Result<[Vector<Double>], Gap>
    {
      var method = method(name, settings, dimensions: gradients.columns)
      var weights = Vector<Double>.zeros(gradients.columns)
      return .success(
        (0..<gradients.rows).map { row in
          method.step(&weights, gradient: gradients.row(row))
          return weights
        })
    }

    private func method(_ name: OptimizerName, _ settings: OptimizerSettings, dimensions: Int)
      -> any Optimizer<Double>
    {
      let rate = settings.learningRate
      let (beta1, beta2, epsilon) = (settings.beta1, settings.beta2, settings.epsilon)
      switch name {
      case .gradientDescent: return GradientDescent(learningRate: rate)
      case .momentum: return Momentum(dimensions: dimensions, learningRate: rate, momentum: settings.momentum)
      case .coupledMomentum:
        return CoupledMomentum(dimensions: dimensions, learningRate: rate, momentum: settings.momentum)
      case .nesterov: return Nesterov(dimensions: dimensions, learningRate: rate, momentum: settings.momentum)
      case .adagrad: return Adagrad(dimensions: dimensions, learningRate: rate, epsilon: epsilon)
      case .adadelta: return Adadelta(dimensions: dimensions, learningRate: rate, rho: settings.rho, epsilon: epsilon)
      case .rmsprop: return RMSprop(dimensions: dimensions, learningRate: rate, rho: settings.rho, epsilon: epsilon)
      case .adam:
        return Adam(dimensions: dimensions, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
      case .adaMax:
        return AdaMax(dimensions: dimensions, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
      case .nadam:
        return Nadam(dimensions: dimensions, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
      case .amsGrad:
        return AMSGrad(dimensions: dimensions, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
      }
    }
  }

  extension RunRequest {
    /// The run by an optimizer that steps in place: nothing is allocated but the weights that are kept.
    fileprivate func trajectory<Method: Optimizer<Double>>(by method: Method) throws -> Trajectory {
      var method = method
      var gradient = Vector<Double>.zeros(start.count)
      var point = gradient
      return try trajectory { weights in
        if method.lookAhead(from: weights, into: &point) {
          problem.gradient(at: point, into: &gradient)
        } else {
          problem.gradient(at: weights, into: &gradient)
        }
        method.step(&weights, gradient: gradient)
      }
    }
  }
#endif
