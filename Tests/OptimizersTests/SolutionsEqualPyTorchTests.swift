import Foundation
import NumericCore
import OptimizersQuestions
import OptimizersSolutions
import Testing

/// The reference answers against PyTorch's optimizers; torch_steps.py made the numbers.
struct SolutionsEqualPyTorchTests {
  private struct Recorded: Decodable {
    var torch: String
    var runs: [String: [Vector<Double>]]
  }

  private let curvature: Vector<Double> = [1, 0.1, 3, 0.5]
  private let start: Vector<Double> = [1, -2, 0.5, 4]

  private static func recorded() throws -> Recorded {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "torch_steps.json")
    return try JSONDecoder().decode(Recorded.self, from: Data(contentsOf: file))
  }

  @Test func allButAMSGradAreCompared() throws {
    #expect(Set(try Self.recorded().runs.keys) == Set(OptimizerName.allCases.map(\.rawValue)).subtracting(["amsgrad"]))
  }

  @Test(arguments: OptimizerName.allCases.filter { $0 != .amsGrad })
  func stepsAreEqual(of name: OptimizerName) throws {
    let path = try #require(try Self.recorded().runs[name.rawValue])
    let settings = OptimizerSettings(
      learningRate: 0.05, momentum: 0.8, rho: 0.7, beta1: 0.85, beta2: 0.97, epsilon: name == .adaMax ? 0 : 1e-3)
    var optimizer = AnsweredOptimizer(name, settings: settings, dimensions: 4, answers: ReferenceAnswers())
    var weights = start
    #expect(path.count == 20)
    for (step, expected) in path.enumerated() {
      weights = try optimizer.step(weights) { curvature * $0 }
      // Twenty steps in another order of operations: a few units in the last place each.
      #expect(weights.isClose(to: expected, relative: 1e-12, absolute: 1e-14), "step \(step + 1)")
    }
  }
}
