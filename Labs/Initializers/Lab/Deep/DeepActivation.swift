import NumericCore

/// The activations that a deep signal is sent through.
enum DeepActivation: String, CaseIterable, Sendable {
  case tanh, relu, selu

  /// In figures.
  var title: String {
    switch self {
    case .tanh: "tanh"
    case .relu: "ReLU"
    case .selu: "SELU"
    }
  }

  /// SELU's numbers, for which mean 0 and variance 1 are a fixed point: "Self-Normalizing Neural Networks" (Klambauer,
  /// Unterthiner, Mayr, Hochreiter, 2017), equation 14.
  private static let (seluScale, seluAlpha) = (1.0507009873554805, 1.6732632423543772)

  /// What a unit makes of its sum.
  func value(_ z: Double) -> Double {
    switch self {
    case .tanh: NumericCore.tanh(z)
    case .relu: max(z, 0)
    case .selu: Self.seluScale * (z > 0 ? z : Self.seluAlpha * (exp(z) - 1))
    }
  }

  /// How steep that is.
  func slope(_ z: Double) -> Double {
    switch self {
    case .tanh: 1 - NumericCore.tanh(z) * NumericCore.tanh(z)
    case .relu: z > 0 ? 1 : 0
    case .selu: Self.seluScale * (z > 0 ? 1 : Self.seluAlpha * exp(z))
    }
  }
}
