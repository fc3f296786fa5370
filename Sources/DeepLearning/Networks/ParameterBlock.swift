/// One matrix or vector of parameters inside a network's buffer.
public struct ParameterBlock: Hashable, Codable, Sendable {
  /// What the parameters are to their layer.
  public enum Role: String, Hashable, Codable, Sendable {
    /// The matrix of a dense or maxout layer, [inputs, outputs].
    case weights
    /// What is added to its product, one number an output.
    case bias
    /// gamma of a batch normalization.
    case scale
    /// beta of a batch normalization.
    case shift
  }

  /// The layer's index in the list that the network was made from.
  public let layer: Int
  /// What the parameters are.
  public let role: Role
  /// Rows: the inputs for weights, otherwise 1.
  public let rows: Int
  /// Columns: the outputs, or the features.
  public let columns: Int
  /// The place in the network's `parameters`, and in the gradient; row after row.
  public let range: Range<Int>

  /// "layer 2, weights 200 × 10": the layer's index counts from 0.
  public var name: String { "layer \(layer), \(role.rawValue) \(rows) × \(columns)" }
}
