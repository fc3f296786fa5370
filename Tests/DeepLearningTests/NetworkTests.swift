import NumericCore
import Testing

@testable import DeepLearning

struct NetworkTests {
  private func example(_ layers: [Layer]) -> (network: Network<Double>, samples: Matrix<Double>) {
    var generator = Philox4x32x10(seed: 3, stream: "network tests")
    var network = Network<Double>(inputs: 4, layers, masks: UniformMasks())
    network.initialize(draws: generator)
    return (network, .normal(rows: 10, columns: 4, using: &generator))
  }

  private let draws = Philox4x32x10(seed: 1, stream: "draws")

  @Test func blocksCoverTheParametersInOrder() {
    let network = Network<Float>(
      inputs: 784, [.dense(200, .relu), .batchNormalization(), .maxout(20, pieces: 3), .dense(10)])
    #expect(network.outputs == 10)
    #expect(network.blocks.map(\.layer) == [0, 0, 1, 1, 2, 2, 3, 3])
    #expect(
      network.blocks.map(\.role) == [.weights, .bias, .scale, .shift, .weights, .bias, .weights, .bias])
    #expect(network.blocks.map(\.range.lowerBound) == [0] + network.blocks.dropLast().map(\.range.upperBound))
    #expect(network.parameters.count == 784 * 200 + 200 + 400 + 200 * 60 + 60 + 20 * 10 + 10)
    #expect(network.blocks.last?.name == "layer 3, bias 1 × 10")
  }

  @Test func initializationStaysInItsBoundsAndRepeats() {
    var network = Network<Float>(inputs: 100, [.dense(50, .relu), .batchNormalization(), .dense(2)])
    var other = Network<Double>(inputs: 100, network.layers)
    network.initialize(draws: Philox4x32x10(seed: 5))
    other.initialize(draws: Philox4x32x10(seed: 5))
    #expect(network.parameters == Vector(converting: other.parameters))
    let weights = Vector(network.parameters[0..<5000])
    #expect(weights.maximumMagnitude <= 0.1 && weights.maximumMagnitude > 0.099)
    #expect(abs(weights.mean()) < 0.005)
    #expect(Vector(network.parameters[5000..<5150]) == Vector(count: 150) { 50..<100 ~= $0 ? 1 : 0 })
    #expect(network.statistics == Vector(count: 100) { $0 < 50 ? 0 : 1 })
  }

  @Test func aPartOfTheRowsGivesTheSameAsThoseRowsAlone() {
    let (network, samples) = example([.dense(7, .tanh), .dense(3)])
    let classes = (0..<10).map { $0 % 3 }
    var (part, whole) = (network.workspace(maximumBatch: 8), network.workspace(maximumBatch: 4))
    let one = network.gradient(
      of: .softmaxCrossEntropy, samples, .classes(classes), rows: 3..<7, in: &part, draws: draws)
    let two = network.gradient(
      of: .softmaxCrossEntropy, samples[rows: 3..<7], .classes(Array(classes[3..<7])), rows: 0..<4, in: &whole,
      draws: draws)
    #expect(one == two)
    #expect(part.gradient == whole.gradient)
    #expect(part.outputs == whole.outputs && part.outputs.rows == 4)
  }

  @Test func aWorkspaceForgetsTheBatchBefore() {
    let (network, samples) = example([
      .dropout(keepProbability: 0.8), .dense(7), .batchNormalization(), .activation(.relu), .maxout(3),
    ])
    let targets = Targets<Double>.values(.ones(10, 3))
    func gradient(_ workspace: inout Workspace<Double>) -> Vector<Double> {
      network.gradient(of: .meanSquaredError, samples, targets, rows: 2..<6, in: &workspace, draws: draws)
      return workspace.gradient
    }
    var (used, fresh) = (network.workspace(maximumBatch: 10), network.workspace(maximumBatch: 10))
    network.gradient(of: .meanSquaredError, samples, targets, rows: 0..<10, in: &used, draws: draws.stream("other"))
    #expect(gradient(&used) == gradient(&fresh))
  }

  @Test func theGradientOfABatchIsTheMeanOfItsSamples() {
    let (network, samples) = example([.dense(6, .sigmoid), .dense(2)])
    for loss in Loss.allCases {
      let targets = Targets<Double>.values(Matrix(rows: 10, columns: 2) { i, j in i % 2 == j ? 1 : 0 })
      var workspace = network.workspace(maximumBatch: 10)
      var mean = Vector<Double>.zeros(network.parameters.count)
      var value = 0.0
      for row in 0..<10 {
        value +=
          network.gradient(of: loss, samples, targets, rows: row..<row + 1, in: &workspace, draws: draws) / 10
        mean += workspace.gradient / 10
      }
      let whole = network.gradient(of: loss, samples, targets, rows: 0..<10, in: &workspace, draws: draws)
      #expect(abs(whole - value) < 1e-14)
      #expect(workspace.gradient.isClose(to: mean, relative: 1e-12, absolute: 1e-15))
    }
  }

  @Test func outputsForManySamplesComeInBatches() {
    var generator = Philox4x32x10(seed: 8)
    let (network, _) = example([.dense(5, .relu), .dense(2)])
    let samples = Matrix<Double>.normal(rows: 2050, columns: 4, using: &generator)
    let outputs = network.outputs(for: samples)
    #expect(outputs.rows == 2050)
    #expect(outputs[rows: 2040..<2050].isClose(to: network.outputs(for: samples[rows: 2040..<2050]), relative: 1e-13))
    #expect(network.outputs(for: .zeros(0, 4)).rows == 0)
  }

  @Test func plainDescentLearnsTheExclusiveOr() {
    var network = Network<Float>(inputs: 2, [.dense(8, .tanh), .dense(1)])
    network.initialize(draws: Philox4x32x10(seed: 2, stream: "exclusive or"))
    let samples: Matrix<Float> = [[0, 0], [0, 1], [1, 0], [1, 1]]
    var workspace = network.workspace(maximumBatch: 4)
    var loss = Double.infinity
    for _ in 0..<2000 {
      loss = network.gradient(
        of: .binaryCrossEntropy, samples, .classes([0, 1, 1, 0]), rows: 0..<4, in: &workspace, draws: draws)
      network.parameters.add(workspace.gradient, times: -0.5)
    }
    #expect(loss < 0.02)
  }

  @Test func wrongUseIsRefused() async {
    await #expect(processExitsWith: .failure) { _ = Network<Float>(inputs: 3, []) }
    await #expect(processExitsWith: .failure) {
      _ = Network(inputs: 3, [.dropout(keepProbability: 0)], masks: UniformMasks())
    }
    await #expect(processExitsWith: .failure) { _ = Network<Float>(inputs: 3, [.dropout(keepProbability: 0.5)]) }
    await #expect(processExitsWith: .failure) { _ = Network<Float>(inputs: 3, [.dense(2, .leakyRelu(slope: 0))]) }
    await #expect(processExitsWith: .failure) {
      let network = Network<Float>(inputs: 3, [.dense(2)])
      var workspace = network.workspace(maximumBatch: 4)
      network.forward(.zeros(5, 3), rows: 0..<5, in: &workspace, mode: .inference)
    }
    await #expect(processExitsWith: .failure) {
      let network = Network<Float>(inputs: 3, [.dense(2)])
      var workspace = network.workspace(maximumBatch: 4)
      network.forward(.zeros(4, 3), rows: 0..<4, in: &workspace, mode: .inference)
      network.backward(.zeros(4, 3), rows: 0..<4, outputGradient: .zeros(4, 2), in: &workspace)
    }
    await #expect(processExitsWith: .failure) {
      let network = Network<Float>(inputs: 3, [.dense(2)])
      var workspace = network.workspace(maximumBatch: 4)
      network.gradient(
        of: .softmaxCrossEntropy, .zeros(2, 3), .classes([0, 2]), rows: 0..<2, in: &workspace,
        draws: Philox4x32x10(seed: 0))
    }
  }
}
