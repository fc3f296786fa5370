import NumericCore

// What the checks send for each exercise. The names are what a student reads in "Smallest case that fails".

/// Input of 1.1.
public struct QuadraticInput: Codable, Sendable {
  public var hessian: Matrix<Double>
  public var linearTerm: Vector<Double>
  public var weights: Vector<Double>

  /// A quadratic and a point.
  public init(hessian: Matrix<Double>, linearTerm: Vector<Double>, weights: Vector<Double>) {
    self.hessian = hessian
    self.linearTerm = linearTerm
    self.weights = weights
  }
}

/// Input of 1.2.
public struct HessianInput: Codable, Sendable {
  public var hessian: Matrix<Double>

  /// A Hessian.
  public init(hessian: Matrix<Double>) { self.hessian = hessian }
}

/// Input of 1.4.
public struct EigenvaluesInput: Codable, Sendable {
  public var eigenvalues: Vector<Double>

  /// Eigenvalues in any order.
  public init(eigenvalues: Vector<Double>) { self.eigenvalues = eigenvalues }
}

/// Input of the step exercises, 1.3 and 1.5 to 1.14: a start, and what makes the gradient of each step.
///
/// The gradients are given, a row a step; for Nesterov, which asks for gradients where it wants them, they come from
/// f(w) = 1/2 Σ curvatureᵢ wᵢ². Settings that a method doesn't have are left out.
public struct StepsInput: Codable, Sendable {
  public var weights: Vector<Double>
  public var gradients: Matrix<Double>?
  public var curvature: Vector<Double>?
  public var steps: Int?
  public var learningRate: Double
  public var momentum: Double?
  public var rho: Double?
  public var beta1: Double?
  public var beta2: Double?
  public var epsilon: Double?

  /// Steps with given gradients.
  public init(weights: Vector<Double>, gradients: Matrix<Double>, learningRate: Double) {
    self.weights = weights
    self.gradients = gradients
    self.learningRate = learningRate
  }

  /// Steps on a bowl whose axes are the coordinates.
  public init(weights: Vector<Double>, curvature: Vector<Double>, steps: Int, learningRate: Double) {
    self.weights = weights
    self.curvature = curvature
    self.steps = steps
    self.learningRate = learningRate
  }

  var settings: OptimizerSettings {
    var settings = OptimizerSettings(learningRate: learningRate)
    settings.momentum = momentum ?? settings.momentum
    settings.rho = rho ?? settings.rho
    settings.beta1 = beta1 ?? settings.beta1
    settings.beta2 = beta2 ?? settings.beta2
    settings.epsilon = epsilon ?? settings.epsilon
    return settings
  }

  /// The weights after each step.
  func run(_ name: OptimizerName, by answers: any OptimizersQuestions) throws -> [Vector<Double>] {
    var optimizer = AnsweredOptimizer(name, settings: settings, dimensions: weights.count, answers: answers)
    var current = weights
    return try (0..<(gradients?.rows ?? steps ?? 0)).map { step in
      current = try optimizer.step(current) { w in
        if let gradients { gradients.row(step) } else { (curvature ?? .zeros(w.count)) * w }
      }
      return current
    }
  }
}

/// Input of 1.15, and with a reduction of 1.16.
public struct SpectrumInput: Codable, Sendable {
  public var smallestEigenvalue: Double
  public var largestEigenvalue: Double
  public var reduction: Double?

  /// The ends of a spectrum.
  public init(smallestEigenvalue: Double, largestEigenvalue: Double, reduction: Double? = nil) {
    self.smallestEigenvalue = smallestEigenvalue
    self.largestEigenvalue = largestEigenvalue
    self.reduction = reduction
  }
}

/// Input of 1.17.
public struct TrajectoryInput: Codable, Sendable {
  public var curvature: Double
  public var learningRate: Double
  public var momentum: Double
  public var trajectory: Vector<Double>

  /// A trajectory and the settings that it was made with.
  public init(curvature: Double, learningRate: Double, momentum: Double, trajectory: Vector<Double>) {
    self.curvature = curvature
    self.learningRate = learningRate
    self.momentum = momentum
    self.trajectory = trajectory
  }
}
