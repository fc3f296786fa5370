import NumericCore

// What the checks send for each exercise. The names are what a student reads in "Smallest case that fails".

/// Input of 1.1.
public struct QuadraticInput: Codable, Sendable {
  /// H, `[dimensions, dimensions]`.
  public var hessian: Matrix<Double>
  /// b, `[dimensions]`.
  public var linearTerm: Vector<Double>
  /// w, `[dimensions]`.
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
  /// H, `[dimensions, dimensions]`.
  public var hessian: Matrix<Double>

  /// A Hessian.
  public init(hessian: Matrix<Double>) { self.hessian = hessian }
}

/// Input of 1.4.
public struct EigenvaluesInput: Codable, Sendable {
  /// λ, in any order.
  public var eigenvalues: Vector<Double>

  /// Eigenvalues in any order.
  public init(eigenvalues: Vector<Double>) { self.eigenvalues = eigenvalues }
}

/// Input of the step exercises, 1.3 and 1.5 to 1.14: a start, and what makes the gradient of each step.
///
/// The gradients are given, a row a step; for Nesterov, which asks for gradients where it wants them, they come from
/// f(w) = 1/2 Σ curvatureᵢ wᵢ². Settings that a method doesn't have are left out.
public struct StepsInput: Codable, Sendable {
  /// w before the first step, `[dimensions]`.
  public var weights: Vector<Double>
  /// g of each step, `[steps, dimensions]`.
  public var gradients: Matrix<Double>?
  /// How steep the bowl is along each coordinate, `[dimensions]`.
  public var curvature: Vector<Double>?
  /// How many steps to take on the bowl.
  public var steps: Int?
  /// η.
  public var learningRate: Double
  /// a.
  public var momentum: Double?
  /// ρ.
  public var rho: Double?
  /// β₁.
  public var beta1: Double?
  /// β₂.
  public var beta2: Double?
  /// ε.
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
  /// λ_min.
  public var smallestEigenvalue: Double
  /// λ_max.
  public var largestEigenvalue: Double
  /// How small the loss must become, as a share of the first; 1.16 alone has it.
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
  /// h.
  public var curvature: Double
  /// η.
  public var learningRate: Double
  /// a.
  public var momentum: Double
  /// The weight at steps 0, 1, 2, ...
  public var trajectory: Vector<Double>

  /// A trajectory and the settings that it was made with.
  public init(curvature: Double, learningRate: Double, momentum: Double, trajectory: Vector<Double>) {
    self.curvature = curvature
    self.learningRate = learningRate
    self.momentum = momentum
    self.trajectory = trajectory
  }
}
