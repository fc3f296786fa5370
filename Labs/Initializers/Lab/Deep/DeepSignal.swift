import DeepLearning
import LabKit
import NumericCore

/// Mean squares by layer: of activations on the way forward, of gradients on the way back.
struct DeepSizes: Sendable, Equatable {
  /// Of the input, then after each layer.
  var activations: [Double]
  /// With respect to the sums of each layer, the first layer first.
  var gradients: [Double]
}

/// A signal through deep layers of one start, measured and in theory.
struct DeepSignal: Sendable {
  static let layers = 10
  static let width = 500

  let name: StartName
  let activation: DeepActivation
  /// The mean square of a weight: by the rule, or of those of the first layer.
  let weightMeanSquare: Double
  /// Of one network.
  let measured: DeepSizes
  /// Of infinitely wide layers; nothing where nobody says it.
  fileprivate(set) var expected: DeepSizes?
}

extension DeepSizes {
  /// Sends normal samples forward through layers of these weights, and normal gradients of mean square 1 back.
  init(
    through weights: [Matrix<Double>], _ activation: DeepActivation, samples: Int, using draws: inout Philox4x32x10
  ) {
    let width = weights.first?.rows ?? 0
    var signal = Matrix<Double>.normal(rows: samples, columns: width, using: &draws)
    var sums: [Matrix<Double>] = []
    activations = [meanSquare(signal)]
    for weights in weights {
      sums.append(signal.dot(weights))
      signal = sums[sums.count - 1].map(activation.value)
      activations.append(meanSquare(signal))
    }
    var gradient = Matrix<Double>.normal(rows: samples, columns: width, using: &draws)
    var backwards: [Double] = []
    for (weights, sums) in zip(weights, sums).reversed() {
      gradient = gradient * sums.map(activation.slope)
      backwards.append(meanSquare(gradient))
      gradient = gradient.dot(weights.transposed)
    }
    gradients = backwards.reversed()
  }
}

/// The mean of all squares.
func meanSquare(_ x: Matrix<Double>) -> Double { Vector((x * x).elements).mean() }

/// Every start through every activation, activation by activation, and what is left out.
struct DeepSignals: Sendable {
  /// Activation by activation, in the lecture's order of starts.
  private(set) var all: [DeepSignal] = []
  /// What is left out.
  private(set) var gaps: [Gap] = []

  /// None.
  init() {}
}

extension DeepSignals {
  /// Sends all starts through deep layers. Biases are zero: a start with others is left to the trainings.
  init(of starts: Starts, theory: SumMoments, scale: Scale, seed: UInt64) throws {
    let samples = scale == .quick ? 50 : 500
    let drawn = starts.drawn.filter { $0.name.bias == 0 }
    let outcomes = try drawn.sideBySide { start in
      try attempt { try Self.signals(of: start, samples: samples, seed: seed) }
    }
    var byStart: [[DeepSignal]] = []
    gaps = starts.gaps
    for (start, outcome) in zip(drawn, outcomes) {
      switch outcome {
      case .success(let signals): byStart.append(signals)
      case .failure(let missing): gaps.append(Gap(what: start.name.title, missing: missing))
      }
    }
    all = DeepActivation.allCases.flatMap { activation in
      byStart.flatMap { $0.filter { $0.activation == activation } }
    }
    let curves = all.map { SumMoments.Curve(weightMeanSquare: $0.weightMeanSquare, activation: $0.activation) }
    switch try attempt({ try theory.sizes(of: curves) }) {
    case .success(let sizes): for (index, sizes) in sizes.enumerated() { all[index].expected = sizes }
    case .failure(let missing): gaps.append(Gap(what: "the lines of theory", missing: missing))
    }
  }

  /// One start through all activations: the same weights and inputs for each.
  static func signals(of start: Start, samples: Int, seed: UInt64) throws -> [DeepSignal] {
    let draws = Philox4x32x10(seed: seed, stream: "deep-signal")
    // Each start has draws of its own: what two have in common is then no matter of chance.
    let own = draws.stream(start.name.rawValue)
    let layer = LayerShape(inputs: DeepSignal.width, outputs: DeepSignal.width)
    let weights = try (0..<DeepSignal.layers).map { index in
      var generator = own.stream("weights", index)
      return try start.rule.weights(of: layer, using: &generator)
    }
    let weightMeanSquare = try start.rule.meanSquare(of: layer) ?? meanSquare(weights[0])
    return DeepActivation.allCases.map { activation in
      var inputs = draws.stream("inputs")
      return DeepSignal(
        name: start.name, activation: activation, weightMeanSquare: weightMeanSquare,
        measured: DeepSizes(through: weights, activation, samples: samples, using: &inputs))
    }
  }
}
