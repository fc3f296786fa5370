import DeepLearning
import NumericCore
import Plotting

/// One way to start: how a layer's weights are drawn, and what all biases are.
struct Start: Sendable {
  /// In tables and the manifest, as `glorot-normal`.
  let name: StartName
  /// How a layer's weights are drawn: by the project, or by a student's exercise.
  let rule: any WeightRule
}

/// A layer before its weights are drawn.
struct LayerShape: Sendable, Hashable {
  /// The fan-in.
  let inputs: Int
  /// The fan-out.
  let outputs: Int
}

/// How the weights of a layer are drawn.
protocol WeightRule: Sendable {
  /// Draws the weights, `[inputs, outputs]`.
  ///
  /// - Throws: `MissingAnswer` where the rule is a student's and gives none.
  func weights(of layer: LayerShape, using generator: inout Philox4x32x10) throws -> Matrix<Double>

  /// The mean square of a weight by the rule; nothing where only drawn weights tell.
  func meanSquare(of layer: LayerShape) throws -> Double?
}

/// A rule of the project: an initializer, and the variance that it says.
struct InitializerRule: WeightRule {
  let initializer: any Initializer
  let variance: @Sendable (LayerShape) -> Double

  func weights(of layer: LayerShape, using generator: inout Philox4x32x10) -> Matrix<Double> {
    initializer.weights(inputs: layer.inputs, outputs: layer.outputs, using: &generator)
  }

  func meanSquare(of layer: LayerShape) -> Double? { variance(layer) }
}

/// All starts of the lecture, in its order.
enum StartName: String, CaseIterable, Sendable {
  case zeros
  case zerosWithBiases = "zeros-biases"
  case standardNormal = "standard-normal"
  case fanInUniform = "fan-in-uniform"
  case glorotNormal = "glorot-normal"
  case glorotUniform = "glorot-uniform"
  case heNormal = "he-normal"
  case heUniform = "he-uniform"
  case leCunNormal = "lecun-normal"
  case leCunUniform = "lecun-uniform"
  case orthogonal

  /// In figures.
  var title: String {
    switch self {
    case .zeros: "zeros"
    case .zerosWithBiases: "zeros, biases 0.1"
    case .standardNormal: "N(0, 1)"
    case .fanInUniform: "uniform 1/\\sqrt{m}"
    case .glorotNormal: "Glorot normal"
    case .glorotUniform: "Glorot uniform"
    case .heNormal: "He normal"
    case .heUniform: "He uniform"
    case .leCunNormal: "LeCun normal"
    case .leCunUniform: "LeCun uniform"
    case .orthogonal: "orthogonal"
    }
  }

  /// Of all layers.
  var bias: Double { self == .zerosWithBiases ? 0.1 : 0 }

  /// The exercise that says how it is drawn, where it is one.
  var exercise: String? {
    switch self {
    case .zeros, .zerosWithBiases, .standardNormal, .fanInUniform: nil
    case .glorotUniform: "2.2"
    case .glorotNormal: "2.3"
    case .heUniform: "2.4"
    case .leCunNormal, .leCunUniform: "2.5"
    case .orthogonal: "2.6"
    case .heNormal: "2.8"
    }
  }

  /// Those that an exercise asks for: each is drawn so wide that signals are to keep their size.
  static let named = allCases.filter { $0.exercise != nil }

  /// The style of its curves and marks, the same in all figures.
  var style: SeriesStyle { SeriesStyle(name: title, index: Self.allCases.firstIndex(of: self) ?? 0) }
}
