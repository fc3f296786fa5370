import Foundation
import NumericCore
import Techniques
import Testing

/// The solvers against scikit-learn, each other, and what must hold at a minimum.
struct LinearModelTests {
  /// What scikit-learn found; scikit_learn_regression.py asked it.
  struct Reference: Decodable, Sendable, CustomTestStringConvertible {
    struct Solution: Decodable {
      let strength, l1Share, intercept, objective: Double
      let weights: Vector<Double>
      var penalty: ElasticNet<Double> { ElasticNet(strength: strength, l1Share: l1Share) }
    }

    let features: Matrix<Double>
    let targets: Vector<Double>
    let largestStrength: Double
    let solutions: [Solution]

    var testDescription: String { features.shapeDescription }

    func problem() throws -> PenalizedRegression { try PenalizedRegression(features: features, targets: targets) }

    static let all: [Reference] = {
      let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "scikit_learn_regression.json")
      return (try? JSONDecoder().decode([Reference].self, from: Data(contentsOf: file))) ?? []
    }()
  }

  @Test func thereAreReferences() {
    #expect(Reference.all.count == 2)
    #expect(Reference.all.allSatisfy { $0.solutions.count == 12 })
  }

  @Test("Coordinate descent finds scikit-learn's minima", arguments: Reference.all)
  func coordinateDescent(_ reference: Reference) throws {
    let problem = try reference.problem()
    #expect(abs(problem.largestStrength() / reference.largestStrength - 1) < 1e-12)
    for expected in reference.solutions where expected.l1Share > 0 {
      var solver = CoordinateDescent(problem, expected.penalty)
      let solution = solver.run(relativeGap: 1e-14)
      #expect(solution.isConverged)
      let objective = problem.objective(of: solution.weights, expected.penalty)
      #expect(abs(objective - expected.objective) < 1e-9 * expected.objective)
      #expect(solution.weights.isClose(to: expected.weights, relative: 1e-5, absolute: 1e-5))
      #expect(abs(problem.intercept(of: solution.weights) - expected.intercept) < 1e-4)
    }
  }

  @Test("Ridge regression in closed form is scikit-learn's", arguments: Reference.all)
  func ridge(_ reference: Reference) throws {
    let problem = try reference.problem()
    for expected in reference.solutions where expected.l1Share == 0 {
      let weights = try problem.ridge(strength: expected.strength)
      #expect(weights.isClose(to: expected.weights, relative: 1e-9, absolute: 1e-11))
      #expect(abs(problem.objective(of: weights, expected.penalty) - expected.objective) < 1e-12 * expected.objective)
      #expect(problem.dualityGap(of: weights, expected.penalty) < 1e-12 * expected.objective)
    }
  }

  @Test("Proximal gradient, accelerated or not, finds the same minima", arguments: Reference.all)
  func proximalGradient(_ reference: Reference) throws {
    let problem = try reference.problem()
    for expected in reference.solutions where expected.l1Share == 0.5 {
      var solvers: [any RegressionSolver] = [
        try ProximalGradient(problem, expected.penalty), try AcceleratedProximalGradient(problem, expected.penalty),
      ]
      for index in solvers.indices {
        let solution = solvers[index].run(relativeGap: 1e-12)
        #expect(solution.isConverged)
        #expect(abs(problem.objective(of: solution.weights, expected.penalty) / expected.objective - 1) < 1e-9)
      }
    }
  }

  @Test("The gap bounds the distance from the minimum, and is 0 there", arguments: Reference.all)
  func gap(_ reference: Reference) throws {
    let problem = try reference.problem()
    var draws = Philox4x32x10(seed: 5, stream: "weights")
    for expected in reference.solutions {
      for size in [0, 0.01, 1.0] {
        let weights =
          expected.weights
          + Vector<Double>.normal(expected.weights.count, standardDeviation: size, using: &draws)
        let excess = problem.objective(of: weights, expected.penalty) - expected.objective
        #expect(problem.dualityGap(of: weights, expected.penalty) >= excess - 1e-9 * expected.objective)
      }
      #expect(problem.dualityGap(of: expected.weights, expected.penalty) < 1e-6 * expected.objective)
    }
  }

  @Test("A sweep's own gap is that of its weights", arguments: Reference.all)
  func ownGap(_ reference: Reference) throws {
    let problem = try reference.problem()
    var solver = CoordinateDescent(problem, ElasticNet(strength: 0.1, l1Share: 0.7))
    for _ in 0..<5 {
      let expected = problem.dualityGap(of: solver.weights, solver.penalty)
      #expect(abs(solver.gap - expected) < 1e-10 * problem.meanSquaredTarget)
      solver.advance(by: 3)
    }
  }

  @Test("A sweep leaves no weight that alone could be better", arguments: Reference.all)
  func sweeps(_ reference: Reference) throws {
    let problem = try reference.problem()
    let penalty = ElasticNet(strength: 0.2, l1Share: 0.8)
    var solver = CoordinateDescent(problem, penalty)
    solver.advance()
    let last = solver.weights.count - 1
    let objective = problem.objective(of: solver.weights, penalty)
    for change in [-1e-4, 1e-4] {
      var other = solver.weights
      other[last] += change
      #expect(problem.objective(of: other, penalty) > objective)
    }
  }

  @Test("All weights are 0 from the largest strength on, and not before", arguments: [1, 0.3])
  func largestStrength(_ share: Double) throws {
    let problem = try #require(Reference.all.first).problem()
    let largest = problem.largestStrength(l1Share: share)
    for (factor, isEmpty) in [(1.0001, true), (0.999, false)] {
      var solver = CoordinateDescent(problem, ElasticNet(strength: largest * factor, l1Share: share))
      #expect(solver.run().weights.allSatisfy { $0 == 0 } == isEmpty)
    }
  }

  @Test func subgradientDescentComesNearAndSetsNothingToZero() throws {
    let reference = try #require(Reference.all.first)
    let problem = try reference.problem()
    let expected = try #require(reference.solutions.first { $0.l1Share == 1 })
    var solver = try SubgradientDescent(problem, expected.penalty)
    solver.advance(by: 20_000)
    #expect(problem.objective(of: solver.weights, expected.penalty) < 1.01 * expected.objective)
    #expect(expected.weights.contains(0))
    #expect(!solver.weights.contains(0))
  }

  @Test func aWarmStartEndsWhereAColdOneDoes() throws {
    let problem = try #require(Reference.all.last).problem()
    let strengths = RegressionPath.strengths(for: problem, ratio: 0.05, count: 10)
    #expect(abs(strengths[9] / strengths[0] - 0.05) < 1e-12)
    let path = RegressionPath(problem, strengths: strengths, relativeGap: 1e-13)
    #expect(path.solutions[0].weights.allSatisfy { $0 == 0 })
    for (strength, solution) in zip(strengths, path.solutions) {
      let penalty = ElasticNet(strength: strength, l1Share: 1)
      var cold = CoordinateDescent(problem, penalty)
      let objective = problem.objective(of: cold.run(relativeGap: 1e-13).weights, penalty)
      #expect(abs(problem.objective(of: solution.weights, penalty) - objective) < 1e-11 * problem.meanSquaredTarget)
    }
  }

  @Test func aConstantFeatureGetsNoWeight() throws {
    let features: Matrix<Double> = [[1, 5], [2, 5], [3, 5], [4, 5]]
    let problem = try PenalizedRegression(features: features, targets: [2, 4, 6, 8])
    var solver = CoordinateDescent(problem, ElasticNet(strength: 0.1, l1Share: 1))
    let weights = solver.run().weights
    #expect(weights[1] == 0)
    #expect(abs(weights[0] - (2 - 0.1 / 1.25)) < 1e-12)
    let found = problem.predictions(weights, for: features)
    #expect(abs(found.mean() - 5) < 1e-12)
  }

  @Test func numbersThatAreNoneAreRefused() {
    #expect(throws: LinearAlgebraError.notFinite) {
      try PenalizedRegression(features: [[1], [.nan]], targets: [1, 2])
    }
  }

  @Test func softThresholdsByHand() {
    #expect([3, 0.5, -0.5, -3].map { softThreshold($0, 1) } == [2, 0, 0, -2])
  }
}
