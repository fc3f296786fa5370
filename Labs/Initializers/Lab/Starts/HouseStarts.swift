import DeepLearning
import NumericCore

#if canImport(Techniques)
  import Techniques
#endif

/// All weights 0.
private struct AllZero: Initializer {
  func weights(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) -> Matrix<Double> {
    .zeros(inputs, outputs)
  }
}

/// Normal with standard deviation 1, whatever the fans.
private struct StandardNormal: Initializer {
  func weights(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) -> Matrix<Double> {
    .normal(rows: inputs, columns: outputs, using: &generator)
  }
}

extension StartName {
  /// How the project draws it; nothing where it is an exercise and this copy has no Techniques.
  var houseRule: InitializerRule? {
    switch self {
    case .zeros, .zerosWithBiases: InitializerRule(initializer: AllZero()) { _ in 0 }
    case .standardNormal: InitializerRule(initializer: StandardNormal()) { _ in 1 }
    case .fanInUniform: InitializerRule(initializer: FanInUniform()) { 1 / (3 * Double($0.inputs)) }
    default: technique
    }
  }

  #if canImport(Techniques)
    private var technique: InitializerRule? {
      switch self {
      case .glorotNormal: InitializerRule(Glorot.normal, Glorot.normal.variance)
      case .glorotUniform: InitializerRule(Glorot.uniform, Glorot.uniform.variance)
      case .heNormal: InitializerRule(He.normal, He.normal.variance)
      case .heUniform: InitializerRule(He.uniform, He.uniform.variance)
      case .leCunNormal: InitializerRule(LeCun.normal, LeCun.normal.variance)
      case .leCunUniform: InitializerRule(LeCun.uniform, LeCun.uniform.variance)
      // Columns of length 1, or rows where those are longer.
      case .orthogonal: InitializerRule(Orthogonal()) { 1 / Double(max($0, $1)) }
      case .zeros, .zerosWithBiases, .standardNormal, .fanInUniform: nil
      }
    }
  #else
    private var technique: InitializerRule? { nil }
  #endif
}

extension InitializerRule {
  /// A technique with its own formula for the variance.
  fileprivate init(_ initializer: any Initializer, _ variance: @escaping @Sendable (Int, Int) -> Double) {
    self.init(initializer: initializer) { variance($0.inputs, $0.outputs) }
  }
}
