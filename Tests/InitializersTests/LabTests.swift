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

  @Test func aStudentsAnswersAreRefusedWithASentence() throws {
    let command = try InitializersCommand.parse(["--answers", "mine"])
    let error = #expect(throws: LabError.self) { try command.draw() }
    #expect(error?.exitStatus == 64)
  }

  @Test("Deep signals follow the theory", arguments: deepStarts.map(\.name), DeepActivation.allCases)
  func theory(_ name: String, _ activation: DeepActivation) throws {
    let start = try #require(deepStarts.first { $0.name == name })
    let signal = DeepSignal(start, activation, samples: 20, seed: 1)
    // A layer of 500 units is off by about a tenth; errors add up over ten layers.
    for (measured, expected) in zip(signal.activations, signal.activationsInTheory) {
      #expect(abs(log(measured / expected)) < 0.7)
    }
    for (measured, expected) in zip(signal.gradients, signal.gradientsInTheory) {
      #expect(abs(log(measured / expected)) < 0.9)
    }
  }

  @Test func heKeepsTheMeanSquareOfRectifiersInTheory() throws {
    let start = try #require(deepStarts.first { $0.name == "he-normal" })
    let signal = DeepSignal(start, .relu, samples: 1, seed: 1)
    for value in signal.activationsInTheory { #expect(abs(value - 1) < 1e-6) }
    for value in signal.gradientsInTheory { #expect(abs(value - 0.5) < 1e-6) }
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
}
