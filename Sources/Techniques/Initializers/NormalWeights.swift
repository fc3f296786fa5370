import DeepLearning
import NumericCore

/// Normal with mean 0 and one standard deviation for all layers, whatever their fan-in.
///
/// With a standard deviation of 1 the sum over m inputs has √m times the spread of the inputs, which saturates units; that
/// is the problem that Glorot's, He's and LeCun's initializers solve.
public struct NormalWeights: Initializer, Hashable {
  /// Of each weight, above 0.
  public let standardDeviation: Double

  /// The initializer.
  ///
  /// - Parameter standardDeviation: above 0 and finite; no default, for there is no good one for all layers.
  public init(standardDeviation: Double) {
    require(
      standardDeviation > 0 && standardDeviation.isFinite,
      "A standard deviation of weights is above 0 and finite; \(standardDeviation) isn't.")
    self.standardDeviation = standardDeviation
  }

  /// Draws the weights of one layer, shape [inputs, outputs].
  public func weights(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) -> Matrix<Double> {
    requireFans(inputs, outputs)
    return .normal(rows: inputs, columns: outputs, standardDeviation: standardDeviation, using: &generator)
  }
}
