import DeepLearning
import NumericCore

/// Uniform in one range for all layers, whatever their fan-in. For ±1/√inputs take `FanInUniform`.
public struct UniformWeights: Initializer, Hashable {
  /// From where to where; the upper bound is excluded.
  public let range: Range<Double>

  /// The initializer. Precondition: the range is finite and not empty.
  public init(in range: Range<Double>) {
    let width = range.upperBound - range.lowerBound
    require(
      width > 0 && width.isFinite, "Weights can't be drawn from \(range): the range needs a finite width above 0.")
    self.range = range
  }

  /// Draws the weights of one layer, shape [inputs, outputs].
  public func weights(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) -> Matrix<Double> {
    requireFans(inputs, outputs)
    return .uniform(rows: inputs, columns: outputs, in: range, using: &generator)
  }
}
