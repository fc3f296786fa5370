import NumericCore

/// How the weights of a layer are drawn before training.
public protocol Initializer: Sendable {
  /// Draws the weights of one layer, shape [inputs, outputs], in double precision, so that `Float` and `Double` networks
  /// start alike.
  ///
  /// - Parameters:
  ///   - inputs: the fan-in, 1 or more.
  ///   - outputs: the fan-out, 1 or more.
  ///   - generator: the layer's own stream.
  func weights(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) -> Matrix<Double>
}

/// Uniform in ±1/√inputs: what the engine takes where no other initializer is asked for.
///
/// The sum over the inputs then has a third of the variance of the inputs, whatever their number. Source:
/// "Understanding the difficulty of training deep feedforward neural networks" (Glorot, Bengio, 2010), equation 1.
public struct FanInUniform: Initializer {
  /// The initializer; it has no settings.
  public init() {}

  /// Draws the weights of one layer, shape [inputs, outputs].
  public func weights(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) -> Matrix<Double> {
    let bound = 1 / Double(inputs).squareRoot()
    return .uniform(rows: inputs, columns: outputs, in: -bound..<bound, using: &generator)
  }
}

extension Network {
  /// Draws the weights of each layer; biases become the given number, shifts 0, scales 1, running averages fresh.
  ///
  /// - Parameters:
  ///   - initializer: uniform in ±1/√inputs by default.
  ///   - bias: of all layers, 0 by default.
  ///   - draws: each layer draws from its own stream of this generator, so that a layer's weights don't depend on those
  ///     before it.
  public mutating func initialize(
    _ initializer: some Initializer = FanInUniform(), bias: Double = 0, draws: Philox4x32x10
  ) {
    parameters.fill(with: 0)
    resetScalesAndStatistics()
    for block in blocks {
      switch block.role {
      case .weights:
        var generator = draws.stream("weights", block.layer)
        let weights = initializer.weights(inputs: block.rows, outputs: block.columns, using: &generator)
        for (place, weight) in zip(block.range, weights.elements) { parameters[place] = Scalar(weight) }
      case .bias: for place in block.range { parameters[place] = Scalar(bias) }
      case .scale, .shift: break
      }
    }
  }
}
