import DeepLearning
import NumericCore
import SparsityQuestions
import SparsitySolutions
import Techniques
import Testing

/// Solutions are the formula as plainly as it can be written, Techniques the fast form of it.
@Suite("Techniques equal the solutions of the sparsity lab")
struct TechniquesEqualSolutionsTests {
  private let answers = ReferenceAnswers()
  private let weights: Vector<Double> = [1.5, -0.2, 0, 3, -4]
  private let x: Matrix<Double>
  private let y: Vector<Double>
  private let problem: PenalizedRegression

  init() throws {
    var draws = Philox4x32x10(seed: 8, stream: "techniques")
    x = .normal(rows: 30, columns: 5, mean: 2, using: &draws)
    y = x.dot([1, 0, -2, 0, 0.5]) + Vector<Double>.normal(30, using: &draws) + 7
    problem = try PenalizedRegression(features: x, targets: y)
  }

  @Test func penalties() throws {
    func check(_ penalty: some Penalty<Double>, _ expected: PenaltyAndGradient) {
      var gradient = [Double](repeating: 0, count: weights.count)
      let elements = weights.elements
      var span = gradient.mutableSpan
      penalty.addGradient(of: elements.span, to: &span)
      #expect(abs(penalty.value(of: elements.span) - expected.value) < 1e-14)
      #expect(abs(Vector(gradient) - expected.gradient).max() < 1e-14)
    }
    check(L2Penalty(strength: 0.3), try answers.l2Penalty(weights: weights, strength: 0.3))
    check(L1Penalty(strength: 0.3), try answers.l1Penalty(weights: weights, strength: 0.3))
    check(
      ElasticNet(strength: 0.3, l1Share: 0.4), try answers.elasticNet(weights: weights, strength: 0.3, l1Share: 0.4))
    let softened = weights.map { softThreshold($0, 0.7) }
    #expect(softened == (try answers.softThreshold(values: weights, threshold: 0.7)))
  }

  @Test(arguments: [1, 0.6, 0])
  func sweeps(_ share: Double) throws {
    var fast = CoordinateDescent(problem, ElasticNet(strength: 0.2, l1Share: share), from: weights)
    var plain = weights
    for _ in 0..<5 {
      fast.advance()
      plain = try answers.coordinateDescentSweep(
        features: problem.features, targets: problem.targets, weights: plain, strength: 0.2, l1Share: share)
      // Five sweeps in another order of operations.
      #expect(fast.weights.isClose(to: plain, relative: 1e-11, absolute: 1e-12))
    }
  }

  @Test func ridge() throws {
    let model = try answers.ridge(features: x, targets: y, strength: 0.4)
    let fast = try problem.ridge(strength: 0.4)
    #expect(fast.isClose(to: model.weights, relative: 1e-11))
    #expect(abs(problem.intercept(of: fast) - model.intercept) < 1e-10)
  }

  @Test func bounds() throws {
    for share in [1, 0.3] {
      let plain = try answers.largestStrength(features: x, targets: y, l1Share: share)
      #expect(abs(problem.largestStrength(l1Share: share) / plain - 1) < 1e-13)
    }
    for strength in [0.01, 0.5, 20] {
      let plain = try answers.dualityGap(
        features: problem.features, targets: problem.targets, weights: weights, strength: strength)
      let fast = problem.dualityGap(of: weights, ElasticNet(strength: strength, l1Share: 1))
      #expect(abs(fast - plain) < 1e-11 * max(1, abs(plain)))
    }
  }

  @Test func maxNorm() throws {
    let (weights, gradient): (Matrix<Double>, Matrix<Double>) = ([[3, 0.1], [4, 0.2]], [[1, -1], [2, 1]])
    let plain = try answers.maxNormStep(weights: weights, gradient: gradient, learningRate: 0.1, limit: 2)
    var moved = (weights - 0.1 * gradient).elements
    var span = moved.mutableSpan
    MaxNorm(limit: 2).restore(&span, inputs: 2, outputs: 2)
    #expect(abs(Matrix(rows: 2, columns: 2, elements: moved) - plain).max() < 1e-15)
  }
}
