import NumericCore

// What the checks send for each exercise. The names are what a student reads in "Smallest case that fails".

/// Input of 3.1.
public struct MaskInput: Codable, Sendable {
  /// The rows of the mask.
  public var samples: Int
  /// The columns of the mask.
  public var units: Int
  /// p.
  public var keepProbability: Double
  /// Of the generator that the mask is drawn with.
  public var seed: UInt64

  /// A mask to draw.
  public init(samples: Int, units: Int, keepProbability: Double, seed: UInt64) {
    self.samples = samples
    self.units = units
    self.keepProbability = keepProbability
    self.seed = seed
  }
}

/// Input of 3.2.
public struct ForwardInput: Codable, Sendable {
  /// x, `[samples, units]`.
  public var activations: Matrix<Double>
  /// u, `[samples, units]`.
  public var draws: Matrix<Double>
  /// p.
  public var keepProbability: Double

  /// Activations and draws of one shape.
  public init(activations: Matrix<Double>, draws: Matrix<Double>, keepProbability: Double) {
    self.activations = activations
    self.draws = draws
    self.keepProbability = keepProbability
  }
}

/// Input of 3.3.
public struct BackwardInput: Codable, Sendable {
  /// x, `[samples, units]`.
  public var activations: Matrix<Double>
  /// 1/p or 0, `[samples, units]`.
  public var mask: Matrix<Double>
  /// ∂L/∂outputs, `[samples, units]`.
  public var outputGradient: Matrix<Double>

  /// Three matrices of one shape.
  public init(activations: Matrix<Double>, mask: Matrix<Double>, outputGradient: Matrix<Double>) {
    self.activations = activations
    self.mask = mask
    self.outputGradient = outputGradient
  }
}

/// Input of 3.4.
public struct InferenceInput: Codable, Sendable {
  /// x, `[samples, inputs]`.
  public var inputs: Matrix<Double>
  /// W, `[inputs, outputs]`.
  public var weights: Matrix<Double>
  /// b, `[outputs]`.
  public var biases: Vector<Double>
  /// p.
  public var keepProbability: Double

  /// Samples and a layer.
  public init(inputs: Matrix<Double>, weights: Matrix<Double>, biases: Vector<Double>, keepProbability: Double) {
    self.inputs = inputs
    self.weights = weights
    self.biases = biases
    self.keepProbability = keepProbability
  }
}

/// Input of 3.5.
public struct LogitsInput: Codable, Sendable {
  /// A row a network, `[networks, classes]`.
  public var logits: Matrix<Double>

  /// Logits of all networks.
  public init(logits: Matrix<Double>) { self.logits = logits }
}

/// Input of 3.6.
public struct EnsembleErrorInput: Codable, Sendable {
  /// v.
  public var variance: Double
  /// c.
  public var covariance: Double
  /// k.
  public var networks: Int

  /// Errors of networks.
  public init(variance: Double, covariance: Double, networks: Int) {
    self.variance = variance
    self.covariance = covariance
    self.networks = networks
  }
}

/// Input of 3.7.
public struct UnitsInput: Codable, Sendable {
  /// The number of units of each layer.
  public var unitsByLayer: [Int]

  /// Layers.
  public init(unitsByLayer: [Int]) { self.unitsByLayer = unitsByLayer }
}

/// Input of 3.8.
public struct MaskVarianceInput: Codable, Sendable {
  /// a.
  public var activation: Double
  /// p.
  public var keepProbability: Double
  /// Keep probabilities in rising order.
  public var grid: Vector<Double>

  /// A unit, and a grid.
  public init(activation: Double, keepProbability: Double, grid: Vector<Double>) {
    self.activation = activation
    self.keepProbability = keepProbability
    self.grid = grid
  }
}

/// Input of 3.9.
public struct SoftmaxRegressionInput: Codable, Sendable {
  /// x, `[inputs]`.
  public var inputs: Vector<Double>
  /// W, `[inputs, classes]`.
  public var weights: Matrix<Double>
  /// b, `[classes]`.
  public var biases: Vector<Double>
  /// p.
  public var keepProbability: Double

  /// A sample and a network without hidden layers.
  public init(inputs: Vector<Double>, weights: Matrix<Double>, biases: Vector<Double>, keepProbability: Double) {
    self.inputs = inputs
    self.weights = weights
    self.biases = biases
    self.keepProbability = keepProbability
  }
}

/// Input of 3.10.
public struct MaxNormInput: Codable, Sendable {
  /// W, `[inputs, outputs]`.
  public var weights: Matrix<Double>
  /// c.
  public var limit: Double

  /// Weights and their limit.
  public init(weights: Matrix<Double>, limit: Double) {
    self.weights = weights
    self.limit = limit
  }
}

/// Input of 3.11.
public struct LayerOutputsInput: Codable, Sendable {
  /// p.
  public var keepProbability: Double
  /// x, `[units]`.
  public var activations: Vector<Double>
  /// The outputs in training, `[samples, units]`.
  public var training: Matrix<Double>
  /// The outputs in inference, `[samples, units]`.
  public var inference: Matrix<Double>

  /// What came out of a layer.
  public init(
    keepProbability: Double, activations: Vector<Double>, training: Matrix<Double>, inference: Matrix<Double>
  ) {
    self.keepProbability = keepProbability
    self.activations = activations
    self.training = training
    self.inference = inference
  }
}
