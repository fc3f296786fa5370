import DeepLearning
import DropoutQuestions
import NumericCore

/// A network of two hidden layers with dropout behind both, seen from behind the first: what comes before is the same with
/// every mask, so it is computed once.
struct DroppedNetwork: Sendable {
  /// What the first hidden layer gives, `[samples, units]`.
  let activations: Matrix<Float>
  /// p of both layers.
  let keepProbability: Double
  /// All that comes after the first hidden layer.
  let rest: Network<Float>

  /// - Parameters:
  ///   - network: dense, dropout, dense, dropout, dense.
  ///   - masks: those of the network.
  ///   - images: `[samples, pixels]`.
  init(
    _ network: Network<Float>, masks: any DropoutMasks<Float>, keepProbability: Double, images: Matrix<Float>
  ) {
    let units = network.blocks[0].columns
    var first = Network<Float>(inputs: network.inputs, [.dense(units, .relu)])
    first.parameters = Vector(network.parameters.prefix(first.parameters.count))
    var rest = Network<Float>(inputs: units, Array(network.layers.dropFirst()), masks: masks)
    rest.parameters = Vector(network.parameters.dropFirst(first.parameters.count))
    activations = first.outputs(for: images)
    self.keepProbability = keepProbability
    self.rest = rest
  }

  /// The logits in inference, `[samples, classes]`.
  var logits: Matrix<Double> { Matrix(converting: rest.outputs(for: activations)) }

  /// The second hidden layer.
  var hidden: DenseLayer { layer(0) }

  /// The layer of the logits.
  var output: DenseLayer { layer(2) }

  private func layer(_ block: Int) -> DenseLayer {
    let (weights, biases) = (rest.blocks[block], rest.blocks[block + 1])
    func numbers(_ block: ParameterBlock) -> [Double] { block.range.map { Double(rest.parameters[$0]) } }
    return DenseLayer(
      weights: Matrix(rows: weights.rows, columns: weights.columns, elements: numbers(weights)),
      biases: Vector(numbers(biases)))
  }

  /// The samples in parts of so many.
  func parts(of size: Int) -> [Range<Int>] {
    stride(from: 0, to: activations.rows, by: size).map { $0..<min($0 + size, activations.rows) }
  }
}
