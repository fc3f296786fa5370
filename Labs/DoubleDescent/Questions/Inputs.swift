import NumericCore

// What the checks send for each exercise. The names are what a student reads in "Smallest case that fails".

/// Input of 7.1.
public struct MapInput: Codable, Sendable {
  /// X, `[samples, inputs]`.
  public var samples: Matrix<Double>
  /// A direction a row, `[features, inputs]`.
  public var directions: Matrix<Double>

  /// Samples and directions.
  public init(samples: Matrix<Double>, directions: Matrix<Double>) {
    self.samples = samples
    self.directions = directions
  }
}

/// Input of 7.2, with a tolerance, and of 7.3, with a strength.
public struct FitInput: Codable, Sendable {
  /// Φ, `[samples, features]`.
  public var features: Matrix<Double>
  /// Y, `[samples, outputs]`.
  public var targets: Matrix<Double>
  /// Up to which share of the largest a singular value counts as zero.
  public var tolerance: Double?
  /// λ.
  public var strength: Double?

  /// What is to be fitted.
  public init(
    features: Matrix<Double>, targets: Matrix<Double>, tolerance: Double? = nil, strength: Double? = nil
  ) {
    self.features = features
    self.targets = targets
    self.tolerance = tolerance
    self.strength = strength
  }
}

/// Input of 7.4.
public struct SizesInput: Codable, Sendable {
  /// n.
  public var samples: Int
  /// d.
  public var inputs: Int
  /// k.
  public var outputs: Int

  /// The sizes of a problem.
  public init(samples: Int, inputs: Int, outputs: Int) {
    self.samples = samples
    self.inputs = inputs
    self.outputs = outputs
  }
}

/// Input of 7.5.
public struct ClassesInput: Codable, Sendable {
  /// Φ, `[samples, features]`.
  public var features: Matrix<Double>
  /// W, `[features, classes]`.
  public var weights: Matrix<Double>
  /// The class of each sample.
  public var classes: [Int]

  /// A model and labelled samples.
  public init(features: Matrix<Double>, weights: Matrix<Double>, classes: [Int]) {
    self.features = features
    self.weights = weights
    self.classes = classes
  }
}

/// Input of 7.6.
public struct PredictionsInput: Codable, Sendable {
  /// A row a fit, `[fits, points]`.
  public var predictions: Matrix<Double>
  /// The true values, `[points]`.
  public var truth: Vector<Double>

  /// Predictions of many fits.
  public init(predictions: Matrix<Double>, truth: Vector<Double>) {
    self.predictions = predictions
    self.truth = truth
  }
}

/// Input of 7.7, with a tolerance, and of 7.8, with a strength.
public struct MatrixInput: Codable, Sendable {
  /// Φ, `[samples, features]`.
  public var features: Matrix<Double>
  /// Up to which share of the largest a singular value counts as zero.
  public var tolerance: Double?
  /// λ.
  public var strength: Double?

  /// Features alone.
  public init(features: Matrix<Double>, tolerance: Double? = nil, strength: Double? = nil) {
    self.features = features
    self.tolerance = tolerance
    self.strength = strength
  }
}

/// Input of 7.9.
public struct NoiseInput: Codable, Sendable {
  /// n.
  public var samples: Int
  /// Each p.
  public var widths: [Int]
  /// σ.
  public var deviation: Double

  /// Fits to noise.
  public init(samples: Int, widths: [Int], deviation: Double) {
    self.samples = samples
    self.widths = widths
    self.deviation = deviation
  }
}

/// Input of 7.10.
public struct RiskCurveInput: Codable, Sendable {
  /// What was fitted and tested with.
  public var data: CurveData
  /// Each p, rising.
  public var widths: [Int]
  /// The training error for each p.
  public var training: Vector<Double>
  /// The test error for each p.
  public var test: Vector<Double>

  /// A risk curve and its data.
  public init(data: CurveData, widths: [Int], training: Vector<Double>, test: Vector<Double>) {
    self.data = data
    self.widths = widths
    self.training = training
    self.test = test
  }
}
