import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Testing

@testable import InitializersLab

@Suite struct LabTests {
  @Test func figuresAreTheLecturesFive() {
    #expect(
      initializerExperiments.map(\.name) == [
        "weight-histograms", "training-curves", "activation-variance", "gradient-variance", "symmetry",
      ])
  }

  @Test func allStartsOfTheLectureAreDrawn() {
    let starts = Starts.ofTheHouse
    #expect(starts.gaps.isEmpty)
    #expect(
      starts.drawn.map(\.name.rawValue) == [
        "zeros", "zeros-biases", "standard-normal", "fan-in-uniform", "glorot-normal", "glorot-uniform", "he-normal",
        "he-uniform", "lecun-normal", "lecun-uniform", "orthogonal",
      ])
    #expect(starts.drawn.filter { $0.name.bias != 0 }.map(\.name) == [.zerosWithBiases])
  }

  @Test("Weights are as wide as their rule says", arguments: StartName.allCases)
  func spread(_ name: StartName) throws {
    let rule = try #require(name.houseRule)
    let layer = LayerShape(inputs: 300, outputs: 200)
    var generator = Philox4x32x10(seed: 1, stream: "weights")
    let drawn = meanSquare(rule.weights(of: layer, using: &generator))
    // 60 000 draws: a normal mean square is known to 0.6 %.
    #expect(abs(drawn - (rule.meanSquare(of: layer) ?? -1)) <= 0.03 * drawn)
  }

  @Test("Deep signals follow the theory", arguments: StartName.allCases.filter { $0.bias == 0 && $0 != .zeros })
  func theory(_ name: StartName) throws {
    let start = Start(name: name, rule: try #require(name.houseRule))
    for signal in try DeepSignals.signals(of: start, samples: 20, seed: 1) {
      let curve = SumMoments.Curve(weightMeanSquare: signal.weightMeanSquare, activation: signal.activation)
      let theory = try SumMoments.house.sizes(of: [curve])[0]
      // A layer of 500 units is off by about a tenth; errors add up over ten layers.
      for (measured, expected) in zip(signal.measured.activations, theory.activations) {
        #expect(abs(log(measured / expected)) < 0.8)
      }
      for (measured, expected) in zip(signal.measured.gradients, theory.gradients) {
        #expect(abs(log(measured / expected)) < 0.8)
      }
    }
  }

  @Test("He keeps rectifiers, LeCun keeps SELU, in theory", arguments: [(0.004, DeepActivation.relu), (0.002, .selu)])
  func fixedPoints(_ weightMeanSquare: Double, _ activation: DeepActivation) throws {
    let curve = SumMoments.Curve(weightMeanSquare: weightMeanSquare, activation: activation)
    let sizes = try SumMoments.house.sizes(of: [curve])[0]
    #expect(sizes.activations.count == DeepSignal.layers + 1 && sizes.gradients.count == DeepSignal.layers)
    for value in sizes.activations { #expect(abs(value - 1) < 1e-6) }
    if activation == .relu { for value in sizes.gradients { #expect(abs(value - 0.5) < 1e-6) } }
  }

  @Test("Units that are treated alike never part; others do", arguments: [(0.01, true), (0.02, false)])
  func units(_ last: Float, _ isAlike: Bool) {
    var draws = Philox4x32x10(seed: 1, stream: "samples")
    let samples = Matrix<Float>.uniform(rows: 20, columns: 30, using: &draws)
    let labels = (0..<20).map { $0 % 10 }
    var first = Matrix<Float>(rows: 30, columns: TwinNetwork.hidden, repeating: 0.01)
    first[0, 0] = last
    var network = TwinNetwork(
      .unitByUnit, first: first, second: Matrix(rows: TwinNetwork.hidden, columns: 10, repeating: 0.01))
    for _ in 0..<20 { _ = network.step(samples, labels) }
    #expect((network.unlikeness == 0) == isAlike)
  }

  @Test("Both kinds of product take the same step, to rounding")
  func products() {
    var draws = Philox4x32x10(seed: 2, stream: "samples")
    let samples = Matrix<Float>.uniform(rows: 20, columns: 30, using: &draws)
    let labels = (0..<20).map { $0 * 7 % 10 }
    let first = Matrix<Float>.normal(rows: 30, columns: TwinNetwork.hidden, standardDeviation: 0.2, using: &draws)
    let second = Matrix<Float>.normal(rows: TwinNetwork.hidden, columns: 10, standardDeviation: 0.2, using: &draws)
    var networks = TwinNetwork.Products.allCases.map { TwinNetwork($0, first: first, second: second) }
    for index in networks.indices { _ = networks[index].step(samples, labels) }
    #expect(abs(networks[0].first - networks[1].first).max() < 1e-5)
    #expect(abs(networks[0].second - networks[1].second).max() < 1e-5)
    #expect(abs(networks[0].first - first).max() > 1e-4)
    #expect(abs(networks[0].second - second).max() > 1e-4)
  }

  @Test("A step goes downhill", arguments: TwinNetwork.Products.allCases)
  func downhill(_ products: TwinNetwork.Products) {
    var draws = Philox4x32x10(seed: 2, stream: "samples")
    let samples = Matrix<Float>.uniform(rows: 20, columns: 30, using: &draws)
    var network = TwinNetwork(
      products, first: .normal(rows: 30, columns: TwinNetwork.hidden, standardDeviation: 0.2, using: &draws),
      second: .normal(rows: TwinNetwork.hidden, columns: 10, standardDeviation: 0.2, using: &draws))
    let losses = (0..<5).map { _ in network.step(samples, (0..<20).map { $0 * 7 % 10 }) }
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("Units at the edge of a block part from the others, by rounding")
  func edges() {
    var draws = Philox4x32x10(seed: 1, stream: "samples")
    let samples = Matrix<Float>.uniform(rows: 20, columns: 30, using: &draws)
    var network = TwinNetwork(
      .edgeInHalves, first: Matrix(rows: 30, columns: TwinNetwork.hidden, repeating: 0.01),
      second: Matrix(rows: TwinNetwork.hidden, columns: 10, repeating: 0.01))
    for _ in 0..<20 { _ = network.step(samples, (0..<20).map { $0 % 10 }) }
    #expect(network.unlikeness > 0 && network.unlikeness < 1e-3)
    let inside = network.first[columns: 0..<TwinNetwork.edge]
    #expect((inside.max(over: .columns) - inside.min(over: .columns)).max() == 0)
  }

  @Test func captionNumbersAreShort() {
    #expect(
      [0, 1, 0.1, 0.0983, 42.4, 9.3e-10, -0.25].map(short) == [
        "0", "1.0", "0.10", "0.098", "42", "9.3 \\times 10^{-10}", "-0.25",
      ])
    #expect(percent(0.02871, decimals: 2) == "2.87 %")
  }
}
