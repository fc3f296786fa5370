import DeepLearning
import NumericCore
import Testing

/// Every layer, loss and composition passes the check.
struct GradientCheckTests {
  struct Composition: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let layers: [Layer]
    /// Whether kinks are possible at all.
    var isSmooth = true
  }

  static let compositions: [Composition] = [
    .init(testDescription: "dense", layers: [.dense(3)]),
    .init(testDescription: "sigmoid", layers: [.dense(5, .sigmoid), .dense(3, .sigmoid)]),
    .init(testDescription: "tanh", layers: [.dense(5, .tanh), .dense(3, .tanh)]),
    .init(testDescription: "relu", layers: [.dense(6, .relu), .dense(3, .relu)], isSmooth: false),
    .init(
      testDescription: "leaky relu", layers: [.dense(5, .leakyRelu(slope: 0.3)), .dense(3, .leakyRelu())],
      isSmooth: false),
    .init(testDescription: "elu", layers: [.dense(5, .elu(alpha: 0.7)), .dense(3, .elu())], isSmooth: false),
    .init(testDescription: "selu", layers: [.dense(5, .selu), .dense(3, .selu)], isSmooth: false),
    .init(testDescription: "softplus", layers: [.dense(5, .softplus), .dense(3, .softplus)]),
    .init(testDescription: "softmax", layers: [.dense(5, .softmax), .dense(3, .softmax)]),
    .init(testDescription: "maxout", layers: [.maxout(4, pieces: 3), .maxout(3, pieces: 2)], isSmooth: false),
    .init(
      testDescription: "activation alone", layers: [.dense(5), .activation(.tanh), .dense(3), .activation(.softmax)]),
    .init(
      testDescription: "dropout",
      layers: [.dropout(keepProbability: 0.8), .dense(6, .tanh), .dropout(keepProbability: 0.5), .dense(3)]),
    .init(testDescription: "batch normalization", layers: [.dense(5), .batchNormalization(), .dense(3)]),
    .init(testDescription: "normalized input", layers: [.batchNormalization(epsilon: 0.1), .dense(3, .tanh)]),
    .init(
      testDescription: "all together",
      layers: [
        .dropout(keepProbability: 0.9), .dense(6), .batchNormalization(), .activation(.elu()),
        .dropout(keepProbability: 0.7), .maxout(5), .batchNormalization(), .dense(3),
      ], isSmooth: false),
  ]

  @Test(arguments: compositions, 0..<4)
  func backwardPasses(_ composition: Composition, seed: Int) {
    let example = GradientExample(composition.layers, seed: seed)
    let report = GradientCheck().check(
      example.network, samples: example.samples, outputGradient: example.outputGradient, draws: example.draws)
    #expect(report.passes, "\(report)")
    #expect(!composition.isSmooth || report.excluded == 0)
  }

  @Test(arguments: Loss.allCases, 0..<4)
  func lossesPass(_ loss: Loss, seed: Int) {
    let example = GradientExample([.dense(5, .tanh), .batchNormalization(), .dense(3)], seed: seed)
    for targets in [.classes((0..<7).map { $0 % 3 }), example.probabilities] {
      let report = GradientCheck().check(
        example.network, loss: loss, samples: example.samples, targets: targets, draws: example.draws)
      #expect(report.passes && report.excluded == 0, "\(report)")
    }
  }

  /// A sample at which a weighted sum is 0 exactly: the coordinates that move it are left out, all others compared.
  @Test func kinksAreLeftOutAndCounted() {
    var network = Network<Double>(inputs: 2, [.dense(2, .relu), .dense(1)])
    network.parameters = [0.5, 1, -0.25, 0.75, 0, 0.3, 0.9, -0.8, 0.1]
    let samples: Matrix<Double> = [[1, 2], [3, 1]]
    var check = GradientCheck()
    func report() -> GradientReport {
      check.check(network, samples: samples, outputGradient: [[1.5], [0.5]], draws: Philox4x32x10(seed: 0))
    }
    #expect(report().excluded == 3 && report().compared == 6)
    #expect(!report().passes, "more than a tenth is left out")
    check.maximumExcludedShare = 0.4
    #expect(report().passes, "\(report())")
  }

  @Test func aKinkAnywhereWithinTheStepIsSeen() {
    let check = GradientCheck()
    for share in [-0.99, -0.7, -0.5, -0.34, -0.1, 0, 0.01, 0.25, 1.0 / 3, 0.6, 0.9] {
      let kink = share * check.step
      let report = check.compare([1, 2], at: [0, 0.5]) { 2 * $0[1] + ($0[0] > kink ? 3 * ($0[0] - kink) : 0) }
      #expect(report.excluded == 1 && report.compared == 1, "\(share)")
    }
    let beyond = check.compare([3, 2], at: [0, 0.5]) { 2 * $0[1] + max(3 * ($0[0] + 1.01 * check.step), 0) }
    #expect(beyond.excluded == 0 && beyond.passes, "\(beyond)")
  }

  /// A function that differs from call to call can't be checked, and the check says so.
  @Test func aFunctionWithNewMasksAtEachCallFails() {
    var generator = Philox4x32x10(seed: 4)
    let report = GradientCheck().compare([1, 1, 1], at: [1, 2, 3]) { x in
      x.sum() * (generator.bernoulli(0.5) ? 2 : 0)
    }
    #expect(!report.passes)
  }

  @Test func anEmptyGradientIsNoProof() {
    #expect(!GradientCheck().compare([], at: []) { _ in 0 }.passes)
  }
}

/// A network with parameters far from zero and one, samples, and a random upstream gradient.
struct GradientExample {
  var network: Network<Double>
  let samples: Matrix<Double>
  let outputGradient: Matrix<Double>
  let draws: Philox4x32x10

  init(_ layers: [Layer], seed: Int, inputs: Int = 4, samples count: Int = 7) {
    var generator = Philox4x32x10(seed: UInt64(seed), stream: "gradient example")
    network = Network(inputs: inputs, layers, masks: UniformMasks())
    network.parameters = .normal(network.parameters.count, mean: 0.2, standardDeviation: 0.8, using: &generator)
    samples = .normal(rows: count, columns: inputs, mean: 0.3, using: &generator)
    outputGradient = .normal(rows: count, columns: network.outputs, mean: 0.5, standardDeviation: 2, using: &generator)
    draws = Philox4x32x10(seed: UInt64(seed), stream: "masks")
  }

  /// Random targets in 0...1, the rows of which add up to 1.
  var probabilities: Targets<Double> {
    let magnitudes = outputGradient.map { Swift.abs($0) + 0.1 }
    return .values(magnitudes.dividing(.columns, by: magnitudes.sum(over: .columns)))
  }

  /// The engine's gradient for this upstream gradient.
  func gradient(outputGradient: Matrix<Double>? = nil, draws other: Philox4x32x10? = nil) -> Vector<Double> {
    var workspace = network.workspace(maximumBatch: samples.rows)
    let rows = 0..<samples.rows
    network.forward(samples, rows: rows, in: &workspace, mode: .training(other ?? draws))
    network.backward(samples, rows: rows, outputGradient: outputGradient ?? self.outputGradient, in: &workspace)
    return workspace.gradient
  }

  /// Compares another gradient with this example's function.
  func judge(_ gradient: Vector<Double>) -> GradientReport {
    let rows = 0..<samples.rows
    var workspace = network.workspace(maximumBatch: samples.rows)
    var network = network
    return GradientCheck().compare(gradient, at: network.parameters, blocks: network.checkedBlocks) { parameters in
      network.parameters = parameters
      network.forward(samples, rows: rows, in: &workspace, mode: .training(draws))
      return (workspace.outputs * outputGradient).sum()
    }
  }
}
