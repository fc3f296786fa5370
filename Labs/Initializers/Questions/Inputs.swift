import NumericCore

// What the checks send for each exercise, and what it returns. The names are what a student reads in "Smallest case
// that fails".

/// Input of 2.1.
public struct WeightsInput: Codable, Sendable {
  /// W, `[inputs, outputs]`.
  public var weights: Matrix<Double>

  /// The weights of a layer.
  public init(weights: Matrix<Double>) { self.weights = weights }
}

/// Input of 2.2 to 2.5, and what 2.1 returns.
public struct Fans: Codable, Sendable, Equatable {
  /// How many inputs a unit has.
  public var fanIn: Int
  /// How many units an input goes to.
  public var fanOut: Int

  /// The two fans.
  public init(fanIn: Int, fanOut: Int) {
    self.fanIn = fanIn
    self.fanOut = fanOut
  }
}

/// What 2.2 returns: weights are uniform between two ends.
public struct UniformRange: Codable, Sendable, Equatable {
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double

  /// A range.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

/// Input of 2.6.
public struct GaussianInput: Codable, Sendable {
  /// A, `[inputs, outputs]`.
  public var gaussian: Matrix<Double>

  /// A Gaussian matrix.
  public init(gaussian: Matrix<Double>) { self.gaussian = gaussian }
}

/// Input of 2.7.
public struct SignalInput: Codable, Sendable {
  /// The number of inputs of a unit.
  public var fanIn: Int
  /// E[x].
  public var inputMean: Double
  /// Var[x].
  public var inputVariance: Double
  /// Var[w].
  public var weightVariance: Double

  /// A signal and the layer that it goes through.
  public init(fanIn: Int, inputMean: Double, inputVariance: Double, weightVariance: Double) {
    self.fanIn = fanIn
    self.inputMean = inputMean
    self.inputVariance = inputVariance
    self.weightVariance = weightVariance
  }
}

/// What 2.7 returns.
public struct LayerMoments: Codable, Sendable, Equatable {
  /// Var[z].
  public var outputVariance: Double
  /// E[max(z, 0)²].
  public var rectifiedSecondMoment: Double

  /// The two moments.
  public init(outputVariance: Double, rectifiedSecondMoment: Double) {
    self.outputVariance = outputVariance
    self.rectifiedSecondMoment = rectifiedSecondMoment
  }
}

/// Input of 2.9.
public struct HiddenLayerInput: Codable, Sendable {
  /// W₁, `[inputs, hidden]`.
  public var firstWeights: Matrix<Double>
  /// b₁, `[hidden]`.
  public var firstBiases: Vector<Double>
  /// W₂, `[hidden, outputs]`.
  public var secondWeights: Matrix<Double>

  /// A hidden layer with what goes in and out.
  public init(firstWeights: Matrix<Double>, firstBiases: Vector<Double>, secondWeights: Matrix<Double>) {
    self.firstWeights = firstWeights
    self.firstBiases = firstBiases
    self.secondWeights = secondWeights
  }
}

/// What the units of 2.10 do to their sums.
public enum SignalActivation: String, Codable, Sendable, CaseIterable {
  /// y = z.
  case identity
  /// y = max(z, 0).
  case rectifier
}

/// Input of 2.10.
public struct DepthInput: Codable, Sendable {
  /// The fan-in of each layer.
  public var width: Int
  /// Var[w].
  public var weightVariance: Double
  /// What the units do to their sums.
  public var activation: SignalActivation
  /// How small the mean square must become, as a share of the input's.
  public var share: Double

  /// A deep network and a target.
  public init(width: Int, weightVariance: Double, activation: SignalActivation, share: Double) {
    self.width = width
    self.weightVariance = weightVariance
    self.activation = activation
    self.share = share
  }
}

/// Input of 2.11.
public struct MeanSquaresInput: Codable, Sendable {
  /// Of the input, then of each layer.
  public var widths: [Int]
  /// Of the input, then after each layer.
  public var meanSquares: Vector<Double>

  /// A network's widths, and what became of a signal.
  public init(widths: [Int], meanSquares: Vector<Double>) {
    self.widths = widths
    self.meanSquares = meanSquares
  }
}

/// Who may have initialized a network: He's normal form, or a slip in it.
public enum InitializerSuspect: String, Codable, Sendable, CaseIterable {
  /// Variance 2 / fan-in. No mistake.
  case noMistake
  /// Variance 1 / fan-in. The rectifier's factor 2 is forgotten.
  case factorForgotten
  /// Variance 2 / fan-out.
  case fanOut
  /// Variance 2 / (fan-in + fan-out), which is Glorot's.
  case averageOfFans
  /// Standard deviation 2 / fan-in: the root is forgotten.
  case rootForgotten
  /// Uniform in ±1/√fan-in, whose variance is 1 / (3 fan-in).
  case fanInUniform
}
