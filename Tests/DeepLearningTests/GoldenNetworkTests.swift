import DeepLearning
import Foundation
import NumericCore
import Testing

/// Networks against PyTorch; `Golden/networks.py` made the numbers.
struct GoldenNetworkTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let layers: [Layer]
    let parameters: Vector<Double>
    let loss: Loss
    let samples: Matrix<Double>
    let values: Matrix<Double>?
    let classes: [Int]?
    let outputs: Matrix<Double>
    let value: Double
    let gradient: Vector<Double>
    let statistics: Vector<Double>
    let inference: Matrix<Double>

    var testDescription: String { name }

    func network<Scalar: Real>(_ type: Scalar.Type) -> Network<Scalar> {
      var network = Network<Scalar>(inputs: samples.columns, layers)
      network.parameters = Vector(converting: parameters)
      return network
    }

    func targets<Scalar: Real>(_ type: Scalar.Type) -> Targets<Scalar> {
      if let values { .values(Matrix(converting: values)) } else { .classes(classes ?? []) }
    }
  }

  static let cases: [Case] = {
    struct File: Decodable { let cases: [Case] }
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/networks.json")
    guard let data = try? Data(contentsOf: path), let file = try? JSONDecoder().decode(File.self, from: data) else {
      return []
    }
    return file.cases
  }()

  @Test func thereAreCases() { #expect(Self.cases.count == 18) }

  @Test(arguments: cases) func networkAgreesInDoublePrecision(_ golden: Case) {
    var network = golden.network(Double.self)
    let rows = 0..<golden.samples.rows
    var workspace = network.workspace(maximumBatch: rows.count)
    let value = network.gradient(
      of: golden.loss, golden.samples, golden.targets(Double.self), rows: rows, in: &workspace,
      draws: Philox4x32x10(seed: 0))
    #expect(workspace.outputs.isClose(to: golden.outputs, relative: 1e-12, absolute: 1e-13))
    #expect(abs(value - golden.value) < 1e-13 * max(1, abs(golden.value)))
    #expect(workspace.gradient.isClose(to: golden.gradient, relative: 1e-11, absolute: 1e-13))
    network.updateStatistics(from: workspace)
    #expect(network.statistics.isClose(to: golden.statistics, relative: 1e-12, absolute: 1e-14))
    #expect(network.outputs(for: golden.samples).isClose(to: golden.inference, relative: 1e-12, absolute: 1e-13))
  }

  @Test(arguments: cases) func networkAgreesInSinglePrecision(_ golden: Case) {
    let network = golden.network(Float.self)
    let rows = 0..<golden.samples.rows
    var workspace = network.workspace(maximumBatch: rows.count + 3)
    let value = network.gradient(
      of: golden.loss, Matrix(converting: golden.samples), golden.targets(Float.self), rows: rows, in: &workspace,
      draws: Philox4x32x10(seed: 0))
    #expect(abs(value - golden.value) < 2e-6 * max(1, abs(golden.value)))
    #expect(workspace.gradient.isClose(to: Vector(converting: golden.gradient), relative: 2e-4, absolute: 2e-6))
  }
}
