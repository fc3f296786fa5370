/// The lab's eleven methods, by the name that the command line and the data files use.
public enum OptimizerName: String, Codable, Sendable, CaseIterable {
  case gradientDescent = "gradient-descent"
  case momentum
  case coupledMomentum = "coupled-momentum"
  case nesterov
  case adagrad
  case adadelta
  case rmsprop
  case adam
  case adaMax = "adamax"
  case nadam
  case amsGrad = "amsgrad"

  /// As a legend writes it.
  public var title: String {
    switch self {
    case .gradientDescent: "Gradient descent"
    case .momentum: "Momentum"
    case .coupledMomentum: "Coupled momentum"
    case .nesterov: "Nesterov"
    case .adagrad: "Adagrad"
    case .adadelta: "Adadelta"
    case .rmsprop: "RMSprop"
    case .adam: "Adam"
    case .adaMax: "AdaMax"
    case .nadam: "Nadam"
    case .amsGrad: "AMSGrad"
    }
  }

  /// The exercise that asks for its step, as `1.11`.
  public var exercise: String {
    switch self {
    case .gradientDescent: "1.3"
    case .momentum: "1.5"
    case .coupledMomentum: "1.6"
    case .nesterov: "1.7"
    case .adagrad: "1.8"
    case .rmsprop: "1.9"
    case .adadelta: "1.10"
    case .adam: "1.11"
    case .adaMax: "1.12"
    case .nadam: "1.13"
    case .amsGrad: "1.14"
    }
  }
}

/// The settings of a method. Each method reads those that it has and ignores the rest.
public struct OptimizerSettings: Codable, Sendable, Equatable {
  /// η.
  public var learningRate: Double
  /// a of momentum, coupled momentum and Nesterov: 0.9 by default, the lectures' usual value.
  public var momentum: Double
  /// ρ of RMSprop and Adadelta: 0.9 by default, as in their sources.
  public var rho: Double
  /// β₁ of Adam's family: 0.9 by default, as in Adam's paper.
  public var beta1: Double
  /// β₂ of Adam's family: 0.999 by default, as in Adam's paper.
  public var beta2: Double
  /// ε: 1e-8 by default, as in Adam's paper; Adadelta's own default is 1e-6.
  public var epsilon: Double

  /// Settings with the papers' defaults for all but the learning rate.
  public init(
    learningRate: Double, momentum: Double = 0.9, rho: Double = 0.9, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-8
  ) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.rho = rho
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }
}
