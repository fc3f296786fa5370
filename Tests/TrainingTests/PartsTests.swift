import DeepLearning
import NumericCore
import Techniques
import Testing

/// Layers so large that their sums and gradients are computed in parts, and masks that parts of a batch draw.
struct PartsTests {
  /// The lectures' network in double precision, with samples and classes.
  private func lectureNetwork(_ batch: Int) -> (network: Network<Double>, samples: Matrix<Double>, classes: [Int]) {
    var network = Network<Double>(inputs: 784, [.dense(200, .relu), .dense(10)])
    network.initialize(He.normal, bias: 0.1, draws: Philox4x32x10(seed: 7, stream: "weights"))
    var generator = Philox4x32x10(seed: 8, stream: "samples")
    return (network, .uniform(rows: batch, columns: 784, using: &generator), (0..<batch).map { $0 % 10 })
  }

  /// Backward as the lecture writes it, with whole matrices; sums of some hundred numbers around 1 agree to 1e-13.
  @Test(arguments: [1, 7, 8, 33, 511, 512, 600])
  func gradientsAreThoseOfWholeMatrices(batch: Int) {
    let (network, samples, classes) = lectureNetwork(batch)
    let blocks = network.blocks.map { block in
      Matrix(rows: block.rows, columns: block.columns, elements: Array(network.parameters[block.range]))
    }
    let biases = [1, 3].map { Vector(blocks[$0].elements) }
    let hidden = samples.dot(blocks[0]).adding(biases[0], to: .rows).map { max($0, 0) }
    let logits = hidden.dot(blocks[2]).adding(biases[1], to: .rows)
    let (loss, delta) = Loss.softmaxCrossEntropy.gradient(outputs: logits, targets: .classes(classes))
    let hiddenDelta = delta.dot(blocks[2], transposingRight: true).zip(hidden) { $1 > 0 ? $0 : 0 }
    let expected = [
      samples.dot(hiddenDelta, transposingLeft: true).elements, hiddenDelta.sum(over: .rows).elements,
      hidden.dot(delta, transposingLeft: true).elements, delta.sum(over: .rows).elements,
    ]
    for threads in [1, 2, 4] {
      var workspace = network.workspace(maximumBatch: batch)
      let value = network.gradient(
        of: .softmaxCrossEntropy, samples, .classes(classes), rows: 0..<batch, in: &workspace, draws: Example.draws,
        team: Team(threads: threads))
      #expect(abs(value - loss) < 1e-12)
      #expect((workspace.gradient - Vector(expected.flatMap { $0 })).maximumMagnitude < 1e-13)
    }
    let outputs = network.outputs(for: samples, team: Team(threads: 2))
    #expect((outputs - logits).maximumMagnitude < 1e-13)
  }

  @Test(arguments: [5, 32, 600])
  func theLecturesNetworkHasTheSameBytesWithAnyTeam(batchSize: Int) throws {
    let samples = Example.samples(1300, inputs: 784)
    let runs = try [1, 2, 3, 4].map { threads in
      var training = Training(
        Example.network([.dense(200, .relu), .dense(3)], inputs: 784),
        TrainingSettings(batchSize: batchSize, epochs: 1),
        draws: Example.draws
      ) { Adam<Float>(dimensions: $0, learningRate: 0.001) }
      try training.run(on: samples, team: Team(threads: threads))
      return Bytes(training.network.parameters)
    }
    #expect(Set(runs).count == 1)
  }

  /// Twelve layers of two parts each are more parts than a team hands out at once.
  @Test func aDeepNetworkLeavesNoPartOut() throws {
    let samples = Example.samples(40, inputs: 400)
    let layers = Array(repeating: Layer.dense(400, .relu), count: 12) + [.dense(3)]
    let runs = try [1, 2, 3].map { threads in
      var training = Training(
        Example.network(layers, inputs: 400), TrainingSettings(batchSize: 40, epochs: 2), draws: Example.draws
      ) { Momentum<Float>(dimensions: $0, learningRate: 0.01) }
      try training.run(on: samples, team: Team(threads: threads))
      return Bytes(training.network.parameters)
    }
    #expect(Set(runs).count == 1)
  }

  /// Number e of a batch is kept where word e of the layer's stream lies below the keep probability, in every part.
  @Test(arguments: [3, 20, 600])
  func masksAreThoseOfTheWholeBatch(batch: Int) {
    let network = Network<Double>(inputs: 51, [.dropout(keepProbability: 0.3)], masks: InvertedDropout())
    let samples = Matrix<Double>(rows: batch, columns: 51, elements: Array(repeating: 1, count: batch * 51))
    var workspace = network.workspace(maximumBatch: batch)
    network.forward(samples, rows: 0..<batch, in: &workspace, mode: .training(Example.draws), team: Team(threads: 2))
    var stream = Example.draws.stream("layer", 0)
    let words = (0..<(batch * 51 + 1) / 2).flatMap { _ -> [Double] in
      let word = stream.next()
      return [Double(word & 0xFFFF_FFFF), Double(word >> 32)]
    }
    let expected = words.prefix(batch * 51).map { $0 < 0.3 * 0x1p32 ? 1 / 0.3 : 0 }
    #expect(Bytes(Vector(workspace.outputs.elements)) == Bytes(Vector(expected)))
  }

  /// With a learning rate of 0, only the masks can change the loss from step to step.
  @Test func eachStepDrawsItsOwnMasks() throws {
    let samples = Example.samples()
    func losses(_ layers: [Layer]) throws -> Set<Double> {
      var training = Training(
        Example.network(layers), TrainingSettings(batchSize: 203, epochs: 4, isShuffled: false), draws: Example.draws
      ) { _ in GradientDescent<Float>(learningRate: 0) }
      try training.run(on: samples)
      return Set(training.history.map(\.trainingLoss))
    }
    #expect(try losses([.dense(30, .relu), .dropout(keepProbability: 0.5), .dense(3)]).count == 4)
    #expect(try losses([.dense(30, .relu), .dense(3)]).count == 1)
  }
}
