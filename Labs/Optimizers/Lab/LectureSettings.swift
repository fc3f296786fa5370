import AnswerChecks
import OptimizersQuestions

// The settings that the lecture shows each method with. Momentum, β₁, β₂ and ρ are the papers' values throughout.

extension OptimizerName {
  /// For the quadratic of condition number 100 with curvatures 1 and 100, start 10 away from the minimum.
  ///
  /// Gradient descent has nearly the largest rate that is stable (2/100), which shows its zigzag. Adadelta has a larger
  /// ε than its paper's 1e-6, with which 200 steps lead almost nowhere.
  var quadraticSettings: OptimizerSettings {
    switch self {
    case .gradientDescent: OptimizerSettings(learningRate: 0.0185)
    case .momentum: OptimizerSettings(learningRate: 0.005)
    case .coupledMomentum: OptimizerSettings(learningRate: 0.02)
    case .nesterov: OptimizerSettings(learningRate: 0.005)
    case .adagrad: OptimizerSettings(learningRate: 4)
    case .adadelta: OptimizerSettings(learningRate: 1, epsilon: 1e-4)
    case .rmsprop: OptimizerSettings(learningRate: 0.02)
    case .adam: OptimizerSettings(learningRate: 0.4)
    case .adaMax: OptimizerSettings(learningRate: 0.4)
    case .nadam: OptimizerSettings(learningRate: 0.4)
    case .amsGrad: OptimizerSettings(learningRate: 0.4)
    }
  }

  /// The settings that the method reads, by name, as the manifest holds them.
  func hyperparameters(_ settings: OptimizerSettings) -> [String: Value] {
    var named = ["learningRate": Value.number(settings.learningRate)]
    switch self {
    case .gradientDescent: break
    case .momentum, .coupledMomentum, .nesterov: named["momentum"] = .number(settings.momentum)
    case .adagrad: named["epsilon"] = .number(settings.epsilon)
    case .rmsprop, .adadelta:
      named["rho"] = .number(settings.rho)
      named["epsilon"] = .number(settings.epsilon)
    case .adam, .adaMax, .nadam, .amsGrad:
      named["beta1"] = .number(settings.beta1)
      named["beta2"] = .number(settings.beta2)
      named["epsilon"] = .number(settings.epsilon)
    }
    return named
  }
}
