import DeepLearning
import DropoutQuestions
import DropoutSolutions
import NumericCore
import Techniques
import Testing

/// Solutions are the lecture's formula as plainly as it can be written; the engine's multiplication by the techniques'
/// masks, and their max-norm, are the fast form of it: both must give the same.
@Suite("The engine's dropout and max-norm equal the solutions")
struct EngineEqualsSolutionsTests {
  private let answers = ReferenceAnswers()
  private let draws = Philox4x32x10(seed: 5, stream: "engine")
  private let samples = 60
  private let units = 40

  /// A dense layer that passes its inputs on, dropout, and a dense layer.
  private func network(keeping p: Double) -> Network<Double> {
    var network = Network<Double>(
      inputs: units, [.dense(units, .identity), .dropout(keepProbability: p), .dense(3)],
      masks: InvertedDropout())
    network.initialize(draws: draws.stream("weights"))
    for row in 0..<units {
      for column in 0..<units { network.parameters[row * units + column] = row == column ? 1 : 0 }
    }
    return network
  }

  private func activations() -> Matrix<Double> {
    var generator = draws.stream("activations")
    return .normal(rows: samples, columns: units, using: &generator)
  }

  /// What the engine multiplies by: what ones become.
  private func mask(keeping p: Double) -> Matrix<Double> {
    let layer = Network<Double>(inputs: units, [.dropout(keepProbability: p)], masks: InvertedDropout())
    var workspace = layer.workspace(maximumBatch: samples)
    layer.forward(
      .ones(samples, units), rows: 0..<samples, in: &workspace, mode: .training(draws.stream("pass")))
    return workspace.outputs
  }

  @Test("Forward: the same mask gives the same outputs", arguments: [0.2, 0.5, 0.8])
  func forward(_ p: Double) throws {
    let layer = Network<Double>(inputs: units, [.dropout(keepProbability: p)], masks: InvertedDropout())
    var workspace = layer.workspace(maximumBatch: samples)
    layer.forward(activations(), rows: 0..<samples, in: &workspace, mode: .training(draws.stream("pass")))
    let mask = mask(keeping: p)
    // Draws that keep what the engine kept.
    let uniform = mask.map { $0 == 0 ? (1 + p) / 2 : p / 2 }
    let pass = try answers.dropoutForward(activations: activations(), draws: uniform, keepProbability: p)
    #expect(abs(pass.mask - mask).max() < 1e-15)
    #expect(abs(pass.outputs - workspace.outputs).max() < 1e-12)
    #expect(mask.elements.contains(0) && mask.elements.contains { $0 != 0 })
  }

  @Test("Backward: the gradient of weights before the layer is that of the answer", arguments: [0.2, 0.5, 0.8])
  func backward(_ p: Double) throws {
    let network = network(keeping: p)
    let inputs = activations()
    var workspace = network.workspace(maximumBatch: samples)
    let mode = PassMode.training(draws.stream("pass"))
    network.forward(inputs, rows: 0..<samples, in: &workspace, mode: mode)
    var generator = draws.stream("gradient")
    let outputGradient = Matrix<Double>.normal(rows: samples, columns: 3, using: &generator)
    network.backward(inputs, rows: 0..<samples, outputGradient: outputGradient, in: &workspace)
    let last = network.blocks[2]
    let weights = Matrix<Double>(
      rows: last.rows, columns: last.columns, elements: last.range.map { network.parameters[$0] })
    // The last layer's gradient is (mask · x)ᵀ G, which gives the mask of this pass away.
    let mask = try mask(of: network, inputs, mode)
    let delta = try answers.dropoutBackward(
      activations: inputs, mask: mask, outputGradient: outputGradient.dot(weights.transposed))
    let expected = inputs.transposed.dot(delta)
    let first = network.blocks[0]
    let gradient = Matrix<Double>(
      rows: first.rows, columns: first.columns, elements: first.range.map { workspace.gradient[$0] })
    #expect(abs(gradient - expected).max() < 1e-10)
  }

  /// The mask of a pass, seen through a last layer that shows one unit.
  private func mask(of network: Network<Double>, _ inputs: Matrix<Double>, _ mode: PassMode) throws -> Matrix<Double> {
    var mask = Matrix<Double>.zeros(samples, units)
    for unit in 0..<units {
      var probe = network
      for index in probe.blocks[2].range.lowerBound..<probe.parameters.count { probe.parameters[index] = 0 }
      probe.parameters[probe.blocks[2].range.lowerBound + unit * 3] = 1
      var workspace = probe.workspace(maximumBatch: samples)
      probe.forward(inputs, rows: 0..<samples, in: &workspace, mode: mode)
      mask.setColumn(unit, to: workspace.outputs.column(0) / inputs.column(unit))
    }
    return mask.map { $0.rounded(toPlaces: 9) }
  }

  @Test("The engine's mask has the properties of the answer's", arguments: [0.2, 0.5, 0.8])
  func properties(_ p: Double) throws {
    let kept = mask(keeping: p).elements.filter { $0 != 0 }
    #expect(kept.allSatisfy { $0 == 1 / p })
    // 2400 decisions: the share is off by 0.09 less than once in 10^17.
    #expect(abs(Double(kept.count) / Double(samples * units) - p) < 0.09)
    let rows = (0..<samples).map { mask(keeping: p).row($0) }
    #expect(Set(rows).count > 1)
  }

  @Test(
    "Inference: what the engine leaves unscaled, plain dropout's weights 1/p times as large are", arguments: [0.2, 0.8])
  func inference(_ p: Double) throws {
    let network = network(keeping: p)
    let last = network.blocks[2]
    let weights = Matrix<Double>(
      rows: last.rows, columns: last.columns, elements: last.range.map { network.parameters[$0] })
    let biases = Vector(network.blocks[3].range.map { network.parameters[$0] })
    let outputs = try answers.inferenceOutputs(
      inputs: activations(), weights: weights / p, biases: biases, keepProbability: p)
    #expect(abs(outputs - network.outputs(for: activations())).max() < 1e-12)
  }

  @Test("Max-norm: the technique shortens the same columns to the same length", arguments: [0.5, 2, 6, 20])
  func maxNorm(_ limit: Double) throws {
    var generator = draws.stream("max-norm")
    let scales = Vector<Double>((0..<7).map { 0.1 * Double($0 * $0) })
    let weights = Matrix<Double>.normal(rows: 12, columns: 7, using: &generator).multiplying(.rows, by: scales)
    var elements = weights.elements
    var span = elements.mutableSpan
    MaxNorm(limit: limit).restore(&span, inputs: 12, outputs: 7)
    let technique = Matrix(rows: 12, columns: 7, elements: elements)
    #expect(abs(technique - (try answers.maxNorm(weights: weights, limit: limit))).max() < 1e-14)
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    let scale = (0..<places).reduce(1.0) { product, _ in 10 * product }
    return (self * scale).rounded() / scale
  }
}
