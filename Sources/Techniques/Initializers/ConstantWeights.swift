import DeepLearning
import NumericCore

/// The same number for each weight.
///
/// All units of a layer then compute the same, get the same gradient and stay alike: the network learns as if each layer
/// had one unit. It is here to show that.
public struct ConstantWeights: Initializer, Hashable {
  /// What each weight becomes.
  public let value: Double

  /// All weights 0: nothing but biases passes, and the gradient of all weights but the last layer's is 0.
  public static let zeros = ConstantWeights(0)

  /// The initializer. Precondition: the number is finite.
  public init(_ value: Double) {
    require(value.isFinite, "Weights can't start at \(value): the number needs to be finite.")
    self.value = value
  }

  /// The weights of one layer, shape [inputs, outputs]; draws nothing.
  public func weights(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) -> Matrix<Double> {
    requireFans(inputs, outputs)
    return Matrix(rows: inputs, columns: outputs, repeating: value)
  }
}
