import NumericCore
import Testing

@testable import DeepLearning

struct LayerTests {
  /// All activations but the two that need no test at extremes.
  static let activations: [Activation] = [
    .sigmoid, .tanh, .relu, .leakyRelu(), .elu(), .selu, .softplus, .softmax,
  ]

  private func apply<Scalar: Real>(_ activation: Activation, _ values: Matrix<Scalar>) -> Matrix<Scalar> {
    Network<Scalar>(inputs: values.columns, [.activation(activation)]).outputs(for: values)
  }

  @Test(arguments: activations) func extremesStayFinite(_ activation: Activation) {
    #expect(apply(activation, [[-1000, 0, 1000, 1e-30]] as Matrix<Float>).allFinite)
    #expect(apply(activation, [[-1000, 0, 1000, 1e-300]] as Matrix<Double>).allFinite)
  }

  @Test(arguments: activations) func noNumberIsNotHidden(_ activation: Activation) {
    #expect(apply(activation, [[.nan, 1]] as Matrix<Float>)[0, 0].isNaN)
    #expect(Network<Float>(inputs: 1, [.maxout(2)]).outputs(for: [[.nan]]).elements.allSatisfy { $0.isNaN })
  }

  @Test func valuesByHand() {
    #expect(apply(.sigmoid, [[-1000, 0, 1000]] as Matrix<Double>) == [[0, 0.5, 1]])
    #expect(apply(.softplus, [[-1000, 1000]] as Matrix<Double>) == [[0, 1000]])
    #expect(apply(.relu, [[-2, 0, 3]] as Matrix<Double>) == [[0, 0, 3]])
    #expect(apply(.leakyRelu(slope: 0.25), [[-2, 0, 3]] as Matrix<Double>) == [[-0.5, 0, 3]])
    #expect(apply(.softmax, [[1000, 1000], [-1000, 1000]] as Matrix<Double>) == [[0.5, 0.5], [0, 1]])
  }

  /// The fixed point that the layer is made for: mean 0 and variance 1 stay.
  @Test func seluKeepsMeanAndVariance() {
    var generator = Philox4x32x10(seed: 6)
    let samples = Matrix<Double>.normal(rows: 1000, columns: 200, using: &generator)
    let outputs = Vector(apply(.selu, samples).elements)
    #expect(abs(outputs.mean()) < 0.02)
    #expect(abs(variance(outputs, .population) - 1) < 0.02)
  }

  // MARK: dropout

  @Test func dropoutMultipliesByItsMaskInTrainingOnly() {
    let samples: Matrix<Double> = [[1, 2, 3], [4, 5, 6]]
    let network = Network<Double>(inputs: 3, [.dropout(keepProbability: 0.5)], masks: UniformMasks())
    var workspace = network.workspace(maximumBatch: 2)
    let draws = Philox4x32x10(seed: 9)
    network.forward(samples, rows: 0..<2, in: &workspace, mode: .training(draws))
    var mask = [Double](repeating: 0, count: 6)
    var span = mask.mutableSpan
    UniformMasks().write(&span, from: 0, keepProbability: 0.5, using: draws.stream("layer", 0))
    #expect(workspace.outputs == samples * Matrix(rows: 2, columns: 3, elements: mask))
    #expect(network.outputs(for: samples) == samples)
  }

  // MARK: batch normalization

  @Test func batchNormalizationCentresAndScales() {
    var generator = Philox4x32x10(seed: 7)
    let samples = Matrix<Float>.normal(rows: 200, columns: 5, mean: 100, standardDeviation: 3, using: &generator)
    let network = Network<Float>(inputs: 5, [.batchNormalization()])
    var workspace = network.workspace(maximumBatch: 200)
    network.forward(samples, rows: 0..<200, in: &workspace, mode: .training(generator))
    let outputs = workspace.outputs
    #expect(outputs.mean(over: .rows).maximumMagnitude < 1e-4)
    for feature in 0..<5 { #expect(abs(variance(outputs.column(feature), .population) - 1) < 1e-4) }
  }

  @Test func runningAveragesApproachTheDataAndServeInference() {
    var generator = Philox4x32x10(seed: 7)
    let samples = Matrix<Double>.normal(rows: 50, columns: 2, mean: 4, standardDeviation: 2, using: &generator)
    var network = Network<Double>(inputs: 2, [.batchNormalization(momentum: 0.2, epsilon: 1e-5)])
    var workspace = network.workspace(maximumBatch: 50)
    for _ in 0..<200 {
      network.forward(samples, rows: 0..<50, in: &workspace, mode: .training(generator))
      network.updateStatistics(from: workspace)
    }
    let variances = samples.reduced(over: .rows) { variance($0, .sample) }
    let expected = Vector(samples.mean(over: .rows).elements + variances.elements)
    #expect(network.statistics.isClose(to: expected, relative: 1e-12))
    let one = network.outputs(for: samples[rows: 0..<1])
    let means = samples.mean(over: .rows)
    #expect(abs(one[0, 1] - (samples[0, 1] - means[1]) / (variances[1] + 1e-5).squareRoot()) < 1e-12)
  }

  @Test func aBatchOfOneNormalizesToItsShift() {
    var network = Network<Double>(inputs: 2, [.batchNormalization()])
    network.parameters = [2, 3, 0.5, -1]
    var workspace = network.workspace(maximumBatch: 1)
    network.forward([[7, 8]], rows: 0..<1, in: &workspace, mode: .training(Philox4x32x10(seed: 0)))
    #expect(workspace.outputs == [[0.5, -1]])
    network.updateStatistics(from: workspace)
    #expect(network.statistics.allFinite)
  }
}
