import NumericCore

// What the checks send for each exercise. The names are what a student reads in "Smallest case that fails".

/// Input of 4.1 to 4.3; 4.3 alone has a share.
public struct WeightsInput: Codable, Sendable {
  /// w, `[weights]`.
  public var weights: Vector<Double>
  /// λ.
  public var strength: Double
  /// s.
  public var l1Share: Double?

  /// Weights under a penalty.
  public init(weights: Vector<Double>, strength: Double, l1Share: Double? = nil) {
    self.weights = weights
    self.strength = strength
    self.l1Share = l1Share
  }
}

/// Input of 4.4.
public struct ThresholdInput: Codable, Sendable {
  /// z, `[weights]`.
  public var values: Vector<Double>
  /// t.
  public var threshold: Double

  /// Numbers and a threshold.
  public init(values: Vector<Double>, threshold: Double) {
    self.values = values
    self.threshold = threshold
  }
}

/// Input of 4.5, 4.6, 4.9 and 4.10: a regression. What an exercise doesn't take is left out.
public struct RegressionInput: Codable, Sendable {
  /// X, `[samples, features]`.
  public var features: Matrix<Double>
  /// y, `[samples]`.
  public var targets: Vector<Double>
  /// w, `[features]`.
  public var weights: Vector<Double>?
  /// λ.
  public var strength: Double?
  /// s.
  public var l1Share: Double?

  /// A regression.
  public init(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>? = nil, strength: Double? = nil,
    l1Share: Double? = nil
  ) {
    self.features = features
    self.targets = targets
    self.weights = weights
    self.strength = strength
    self.l1Share = l1Share
  }

  var startingWeights: Vector<Double> { weights ?? .zeros(features.columns) }
}

/// Input of 4.7: steps with given gradients.
///
/// With an epsilon the optimizer divides each gradient by its size, η g / (|g| + ε): that is how Adam steps where it
/// remembers nothing. Without one it is gradient descent.
public struct DecayInput: Codable, Sendable {
  /// w before the first step, `[weights]`.
  public var weights: Vector<Double>
  /// g of each step, `[steps, weights]`.
  public var gradients: Matrix<Double>
  /// η.
  public var learningRate: Double
  /// λ.
  public var strength: Double
  /// Which way is wanted.
  public var decay: WeightDecay
  /// ε.
  public var epsilon: Double?

  /// Steps with given gradients.
  public init(
    weights: Vector<Double>, gradients: Matrix<Double>, learningRate: Double, strength: Double, decay: WeightDecay,
    epsilon: Double? = nil
  ) {
    self.weights = weights
    self.gradients = gradients
    self.learningRate = learningRate
    self.strength = strength
    self.decay = decay
    self.epsilon = epsilon
  }

  /// The weights after each step.
  func run(by answers: any SparsityQuestions) throws -> [Vector<Double>] {
    var current = weights
    return try (0..<gradients.rows).map { step in
      current = try answers.decayStep(
        weights: current, gradient: gradients.row(step), learningRate: learningRate, strength: strength, decay: decay,
        update: update)
      return current
    }
  }

  /// What the optimizer's step subtracts.
  public func update(_ gradient: Vector<Double>) -> Vector<Double> {
    epsilon.map { learningRate * gradient / (abs(gradient) + $0) } ?? learningRate * gradient
  }
}

/// Input of 4.8.
public struct CurvatureInput: Codable, Sendable {
  /// d, in any order.
  public var eigenvalues: Vector<Double>
  /// λ.
  public var strength: Double

  /// A Hessian's eigenvalues, and a penalty.
  public init(eigenvalues: Vector<Double>, strength: Double) {
    self.eigenvalues = eigenvalues
    self.strength = strength
  }
}

/// Input of 4.11.
public struct MaxNormInput: Codable, Sendable {
  /// W, `[inputs, outputs]`.
  public var weights: Matrix<Double>
  /// G, `[inputs, outputs]`.
  public var gradient: Matrix<Double>
  /// η.
  public var learningRate: Double
  /// c.
  public var limit: Double

  /// A step, and its limit.
  public init(weights: Matrix<Double>, gradient: Matrix<Double>, learningRate: Double, limit: Double) {
    self.weights = weights
    self.gradient = gradient
    self.learningRate = learningRate
    self.limit = limit
  }
}

/// Input of 4.12.
public struct OrthogonalInput: Codable, Sendable {
  /// Xᵀy, `[features]`.
  public var products: Vector<Double>
  /// n.
  public var samples: Int
  /// λ.
  public var strengths: Vector<Double>
  /// s.
  public var l1Share: Double

  /// A regression whose features are orthogonal.
  public init(products: Vector<Double>, samples: Int, strengths: Vector<Double>, l1Share: Double) {
    self.products = products
    self.samples = samples
    self.strengths = strengths
    self.l1Share = l1Share
  }
}

/// Input of 4.13.
public struct PathInput: Codable, Sendable {
  /// z, `[features]`.
  public var leastSquares: Vector<Double>
  /// λ, rising.
  public var strengths: Vector<Double>
  /// The weights, `[strengths, features]`.
  public var path: Matrix<Double>

  /// A path of weights.
  public init(leastSquares: Vector<Double>, strengths: Vector<Double>, path: Matrix<Double>) {
    self.leastSquares = leastSquares
    self.strengths = strengths
    self.path = path
  }
}
