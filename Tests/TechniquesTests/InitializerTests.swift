import DeepLearning
import NumericCore
import Techniques
import Testing

/// Bounds on 60,000 draws are such that a right initializer misses one with a probability below 1e-10 a seed, after the
/// inequalities of Hoeffding (uniform draws) and of Laurent and Massart (the χ² of normal draws); the few dozen checks
/// together stay below 1e-8, and the seed is fixed.
struct InitializerTests {
  private let generator = Philox4x32x10(seed: 71, stream: "initializers")
  private let inputs = 300
  private let outputs = 200

  private func draw(_ initializer: some Initializer, _ inputs: Int, _ outputs: Int) -> Matrix<Double> {
    var generator = generator
    return initializer.weights(inputs: inputs, outputs: outputs, using: &generator)
  }

  private func expectUniform(
    _ initializer: some Initializer, bound: Double, _ location: SourceLocation = #_sourceLocation
  ) {
    let weights = draw(initializer, inputs, outputs)
    #expect(weights.rows == inputs && weights.columns == outputs, sourceLocation: location)
    let count = Double(weights.elementCount)
    let largest = weights.maximumMagnitude
    // None above 0.999 of the bound has the probability 0.999^60000, below 1e-26.
    #expect(largest <= bound && largest > 0.999 * bound, sourceLocation: location)
    // Hoeffding with 2 exp(-x) = 1e-10: the mean of numbers in a range of width r is within r √(x / 2n).
    let deviation = (23.8 / (2 * count)).squareRoot()
    #expect(abs(weights.mean()) < 2 * bound * deviation, sourceLocation: location)
    #expect(abs((weights * weights).mean() - bound * bound / 3) < bound * bound * deviation, sourceLocation: location)
  }

  private func expectNormal(
    _ initializer: some Initializer, deviation: Double, _ location: SourceLocation = #_sourceLocation
  ) {
    let weights = draw(initializer, inputs, outputs)
    #expect(weights.rows == inputs && weights.columns == outputs, sourceLocation: location)
    let count = Double(weights.elementCount)
    // The mean is normal with the deviation sd/√n; 6.5 of these are passed with a probability of 8e-11.
    #expect(abs(weights.mean()) < 6.5 * deviation / count.squareRoot(), sourceLocation: location)
    // n + 2 √(n x) + 2 x and n - 2 √(n x) bound χ² with exp(-x) each, x = 24.
    let excess = (weights * weights).sum() / (deviation * deviation) - count
    #expect(excess < 2 * (count * 24).squareRoot() + 48, sourceLocation: location)
    #expect(excess > -2 * (count * 24).squareRoot(), sourceLocation: location)
    // Not truncated: none above 3 standard deviations has the probability 0.9973^60000, below 1e-70.
    #expect(weights.maximumMagnitude > 3 * deviation, sourceLocation: location)
  }

  @Test func uniformFormsHaveTheirSupportMeanAndVariance() {
    expectUniform(Glorot.uniform, bound: (6.0 / 500).squareRoot())
    expectUniform(He.uniform, bound: (6.0 / 300).squareRoot())
    expectUniform(LeCun.uniform, bound: (3.0 / 300).squareRoot())
    expectUniform(FanInUniform(), bound: (1.0 / 300).squareRoot())
    expectUniform(UniformWeights(in: -0.25..<0.25), bound: 0.25)
  }

  @Test func normalFormsHaveTheirMeanAndVariance() {
    expectNormal(Glorot.normal, deviation: (2.0 / 500).squareRoot())
    expectNormal(He.normal, deviation: (2.0 / 300).squareRoot())
    expectNormal(LeCun.normal, deviation: (1.0 / 300).squareRoot())
    expectNormal(NormalWeights(standardDeviation: 1.5), deviation: 1.5)
  }

  @Test func uniformWeightsKeepToTheirRange() {
    let weights = draw(UniformWeights(in: 2..<3), inputs, outputs)
    #expect(weights.min() >= 2 && weights.max() < 3)
    #expect(weights.min() < 2.001 && weights.max() > 2.999)
  }

  @Test func constantWeightsAreConstantAndDrawNothing() {
    var generator = generator
    #expect(
      ConstantWeights(0.1).weights(inputs: 2, outputs: 3, using: &generator)
        == Matrix(rows: 2, columns: 3, repeating: 0.1))
    #expect(ConstantWeights.zeros.weights(inputs: 3, outputs: 1, using: &generator) == Matrix<Double>.zeros(3, 1))
    #expect(generator == self.generator)
  }

  @Test func varianceTellsFanInFromFanOut() {
    #expect(Glorot.normal.variance(inputs: 30, outputs: 70) == 0.02)
    #expect(Glorot.uniform.variance(inputs: 70, outputs: 30) == 0.02)
    #expect(He.normal.variance(inputs: 50, outputs: 8) == 0.04 && He.uniform.variance(inputs: 8, outputs: 50) == 0.25)
    #expect(
      LeCun.normal.variance(inputs: 50, outputs: 8) == 0.02 && LeCun.uniform.variance(inputs: 8, outputs: 50) == 0.125)
  }

  /// The very draws, scaled by what PyTorch passes to its uniform_ and normal_.
  @Test func boundsAndDeviationsAreThoseOfPyTorch() throws {
    let torch = try TorchNumbers.read().initializers
    let (inputs, outputs) = (torch.inputs, torch.outputs)
    #expect(inputs != outputs)
    let units = draw(UniformWeights(in: -1..<1), inputs, outputs)
    let normals = draw(NormalWeights(standardDeviation: 1), inputs, outputs)
    func expect(_ initializer: some Initializer, _ expected: Matrix<Double>) {
      let weights = draw(initializer, inputs, outputs)
      #expect(weights.isClose(to: expected, relative: 1e-12, absolute: 1e-15), "\(initializer)")
    }
    expect(Glorot.uniform, torch.glorotUniform * units)
    expect(Glorot.normal, torch.glorotNormal * normals)
    expect(He.uniform, torch.heUniform * units)
    expect(He.normal, torch.heNormal * normals)
    expect(LeCun.uniform, torch.leCunUniform * units)
    expect(LeCun.normal, torch.leCunNormal * normals)
    expect(FanInUniform(), torch.fanInUniform * units)
  }

  @Test(
    arguments: [
      Glorot.normal, Glorot.uniform, He.normal, He.uniform, LeCun.normal, LeCun.uniform, Orthogonal(),
      NormalWeights(standardDeviation: 1), UniformWeights(in: 0..<1),
    ] as [any Initializer])
  func theSameStreamDrawsTheSame(_ initializer: any Initializer) {
    func draw(_ name: String) -> Matrix<Double> {
      var generator = generator.stream(name)
      return initializer.weights(inputs: 7, outputs: 4, using: &generator)
    }
    #expect(draw("a") == draw("a"))
    #expect(draw("a") != draw("b"))
  }

  @Test func aNetworkTakesThem() {
    var network = Network<Float>(inputs: 30, [.dense(20, .tanh), .dense(10)])
    network.initialize(Orthogonal(gain: 2), bias: 0.5, draws: generator)
    for block in network.blocks {
      let numbers = Array(network.parameters[block.range])
      if block.role == .bias { #expect(numbers.allSatisfy { $0 == 0.5 }) }
      if block.role == .weights {
        let weights = Matrix(rows: block.rows, columns: block.columns, elements: numbers)
        let product = weights.dot(weights, transposingLeft: true)
        #expect(product.isClose(to: 4 * .identity(block.columns), relative: 0, absolute: 1e-5))
      }
    }
  }
}
