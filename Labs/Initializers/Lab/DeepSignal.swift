import DeepLearning
import NumericCore

/// The activations that a deep signal is sent through.
enum DeepActivation: String, CaseIterable, Sendable {
  case tanh, relu, selu

  var title: String {
    switch self {
    case .tanh: "tanh"
    case .relu: "ReLU"
    case .selu: "SELU"
    }
  }

  // SELU's fixed point of mean 0 and variance 1; Klambauer and others, 2017.
  private static let (seluScale, seluAlpha) = (1.0507009873554805, 1.6732632423543772)

  func value(_ z: Double) -> Double {
    switch self {
    case .tanh: NumericCore.tanh(z)
    case .relu: max(z, 0)
    case .selu: Self.seluScale * (z > 0 ? z : Self.seluAlpha * (exp(z) - 1))
    }
  }

  func slope(_ z: Double) -> Double {
    switch self {
    case .tanh:
      1 - NumericCore.tanh(z) * NumericCore.tanh(z)
    case .relu: z > 0 ? 1 : 0
    case .selu: Self.seluScale * (z > 0 ? 1 : Self.seluAlpha * exp(z))
    }
  }
}

/// Mean squares by layer: of activations on the way forward, of gradients on the way back; measured and in theory.
struct DeepSignal: Sendable {
  static let layers = 10
  static let width = 500

  let start: Start
  let activation: DeepActivation
  /// Of the input, then after each layer.
  let activations: [Double]
  let activationsInTheory: [Double]
  /// With respect to the weighted sums of each layer, the first layer first; 1 after the last layer.
  let gradients: [Double]
  let gradientsInTheory: [Double]

  /// Sends normal samples forward, and normal gradients back.
  init(_ start: Start, _ activation: DeepActivation, samples: Int, seed: UInt64) {
    let draws = Philox4x32x10(seed: seed, stream: "deep-signal")
    var inputs = draws.stream("inputs")
    var signal = Matrix<Double>.normal(rows: samples, columns: Self.width, using: &inputs)
    var weights: [Matrix<Double>] = []
    var sums: [Matrix<Double>] = []
    var activations = [Self.meanSquare(signal)]
    for layer in 0..<Self.layers {
      var generator = draws.stream("weights", layer)
      weights.append(
        start.initializer.weights(inputs: Self.width, outputs: Self.width, using: &generator))
      sums.append(signal.dot(weights[layer]))
      signal = sums[layer].map(activation.value)
      activations.append(Self.meanSquare(signal))
    }
    var gradient = Matrix<Double>.normal(rows: samples, columns: Self.width, using: &inputs)
    var gradients: [Double] = []
    for layer in (0..<Self.layers).reversed() {
      gradient = gradient * sums[layer].map(activation.slope)
      gradients.append(Self.meanSquare(gradient))
      gradient = gradient.dot(weights[layer].transposed)
    }
    let gain = Double(Self.width) * start.variance(Double(Self.width), Double(Self.width))
    let theory = Self.theory(gain: gain, activation)
    self.start = start
    self.activation = activation
    self.activations = activations
    self.gradients = gradients.reversed()
    activationsInTheory = theory.activations
    gradientsInTheory = theory.gradients
  }

  private static func meanSquare(_ x: Matrix<Double>) -> Double { Vector((x * x).elements).mean() }

  /// Sums taken as normal, layers as infinitely wide: the mean square of the sums is gain times that of the activations.
  private static func theory(gain: Double, _ activation: DeepActivation) -> (
    activations: [Double], gradients: [Double]
  ) {
    var activations = [1.0]
    var slopes: [Double] = []
    for layer in 0..<layers {
      let deviation = (gain * activations[layer]).squareRoot()
      activations.append(normalMean { square(activation.value(deviation * $0)) })
      slopes.append(normalMean { square(activation.slope(deviation * $0)) })
    }
    var gradients = [slopes[layers - 1]]
    for layer in (0..<layers - 1).reversed() {
      gradients.append(gradients[gradients.count - 1] * gain * slopes[layer])
    }
    return (activations, gradients.reversed())
  }

  private static func square(_ x: Double) -> Double { x * x }

  /// The mean of f over the standard normal distribution, by the midpoint rule over ±8 standard deviations.
  private static func normalMean(_ f: (Double) -> Double) -> Double {
    let (steps, bound) = (4000, 8.0)
    let width = 2 * bound / Double(steps)
    return (0..<steps).reduce(0) { sum, step in
      let z = -bound + (Double(step) + 0.5) * width
      return sum + f(z) * exp(-z * z / 2) * width / (2 * Double.pi).squareRoot()
    }
  }
}

/// Every start through every activation, activation by activation.
func deepSignals(_ setting: Setting) throws -> [DeepSignal] {
  let samples = setting.scale == .quick ? 50 : 500
  let pairs = DeepActivation.allCases.flatMap { activation in deepStarts.map { ($0, activation) } }
  return try pairs.sideBySide { DeepSignal($0.0, $0.1, samples: samples, seed: setting.seed) }
}
