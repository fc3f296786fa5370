import AnswerChecks
import AnswerWire
import LabProofs
import NumericCore
import SparsityQuestions
import SparsitySolutions
import Testing

@Suite("Solutions of the sparsity lab")
struct SolutionsTests {
  private let answers = ReferenceAnswers()

  @Test("No hint gives a formula away", arguments: proof.ids)
  func hints(_ id: String) throws {
    for hint in try proof.exercise(id).hints {
      for code in ["2 *", "strength *", "* sign", "weights -", "/ n", ".max() /", "1 - "] {
        #expect(!hint.contains(code), "A hint of \(id) gives code away: \(code)")
      }
    }
  }

  @Test("The prediction agrees with what coordinate descent does", arguments: [1, 5, 77] as [UInt64])
  func prediction(_ seed: UInt64) throws {
    let exercise = try #require(try proof.book(seed: seed).exercises.first { $0.id == "4.12" })
    #expect(try exercise.outputs(of: answers) == exercise.expected)
  }

  @Test("One suspect alone explains each path, and all are at work somewhere", arguments: [1, 9] as [UInt64])
  func suspects(_ seed: UInt64) throws {
    let exercise = try #require(try proof.book(seed: seed).exercises.first { $0.id == "4.13" })
    var guilty: Set<Suspect> = []
    for recorded in exercise.cases {
      let input = try Wire.decode(PathInput.self, from: Wire.encode(recorded.input))
      let distances = Suspect.allCases.map { suspect in
        (suspect, (suspect.path(leastSquares: input.leastSquares, strengths: input.strengths) - input.path).norm)
      }
      let fitting = distances.filter { $0.1 < 1e-12 }.map(\.0)
      #expect(fitting.count == 1)
      #expect(distances.filter { $0.1 < 0.05 }.count == 1)
      #expect(recorded.expected == .text(fitting.first?.rawValue ?? ""))
      guilty.formUnion(fitting)
    }
    #expect(guilty == Set(Suspect.allCases))
  }

  @Test("Penalties of two weights, by hand")
  func penalties() throws {
    #expect(try answers.l2Penalty(weights: [3, -1], strength: 0.5) == PenaltyAndGradient(value: 5, gradient: [3, -1]))
    #expect(
      try answers.l1Penalty(weights: [3, 0], strength: 0.5) == PenaltyAndGradient(value: 1.5, gradient: [0.5, 0]))
    #expect(
      try answers.elasticNet(weights: [2], strength: 1, l1Share: 0.25)
        == PenaltyAndGradient(value: 3.5, gradient: [3.25]))
    #expect(try answers.softThreshold(values: [3, -3, 0.5, -1], threshold: 1) == [2, -2, 0, 0])
  }

  @Test("Ridge on one feature, by hand: squares 14/3, products 23/3, 2λ = 1")
  func ridge() throws {
    let model = try answers.ridge(features: [[1], [2], [6]], targets: [2, 3, 10], strength: 0.5)
    // Means 3 and 5; x: -2 -1 3, y: -3 -2 5; x'x/n = 14/3, x'y/n = 23/3.
    let expected = 23.0 / 17
    #expect(abs(model.weights[0] - expected) < 1e-14)
    #expect(abs(model.intercept - (5 - 3 * expected)) < 1e-14)
  }

  @Test("From lambda max on, a sweep leaves all weights at 0; a little below, it doesn't")
  func largestStrength() throws {
    var draws = Philox4x32x10(seed: 4, stream: "lambda max")
    let x = Matrix<Double>.normal(rows: 12, columns: 5, using: &draws)
    let y = Vector<Double>.normal(12, mean: 3, standardDeviation: 1, using: &draws)
    let centred = x.subtracting(x.mean(over: .rows), from: .rows)
    for share in [1, 0.4] {
      let largest = try answers.largestStrength(features: x, targets: y, l1Share: share)
      func sweep(_ factor: Double) throws -> Vector<Double> {
        try answers.coordinateDescentSweep(
          features: centred, targets: y - y.mean(), weights: .zeros(5), strength: factor * largest, l1Share: share)
      }
      #expect(try sweep(1 + 1e-12) == .zeros(5))
      #expect(try sweep(0.999) != .zeros(5))
    }
  }

  @Test("The duality gap bounds what is left, and ends at 0")
  func gap() throws {
    var draws = Philox4x32x10(seed: 5, stream: "gap")
    var x = Matrix<Double>.normal(rows: 20, columns: 6, using: &draws)
    x = x.subtracting(x.mean(over: .rows), from: .rows)
    var y = x.dot([2, 0, -1, 0, 0, 0.5]) + Vector<Double>.normal(20, using: &draws)
    y = y - y.mean()
    func objective(_ w: Vector<Double>) -> Double {
      let r = y - x.dot(w)
      return r.dot(r) / 40 + 0.3 * abs(w).sum()
    }
    var weights = Vector<Double>.zeros(6)
    var seen: [(objective: Double, gap: Double)] = []
    for _ in 0..<200 {
      seen.append(
        (objective(weights), try answers.dualityGap(features: x, targets: y, weights: weights, strength: 0.3)))
      weights = try answers.coordinateDescentSweep(
        features: x, targets: y, weights: weights, strength: 0.3, l1Share: 1)
    }
    let minimum = objective(weights)
    for step in seen { #expect(step.gap >= step.objective - minimum - 1e-12) }
    #expect(abs(try #require(seen.last).gap) < 1e-12)
    #expect(seen[0].gap > 0.1)
  }

  @Test("Both ways of decay are one under gradient descent, and two where gradients are divided by their size")
  func decay() throws {
    func step(_ decay: WeightDecay, _ update: (Vector<Double>) -> Vector<Double>) throws -> Vector<Double> {
      try answers.decayStep(
        weights: [2, -1], gradient: [0.5, 4], learningRate: 0.1, strength: 0.3, decay: decay, update: update)
    }
    let plain = try WeightDecay.allCases.map { decay in try step(decay) { 0.1 * $0 } }
    #expect(abs(plain[0] - plain[1]).max() < 1e-15)
    // A step of η against the gradient's sign: the penalty changes nothing where the sign stays.
    let divided = try WeightDecay.allCases.map { decay in try step(decay) { 0.1 * sign($0) } }
    #expect(abs(divided[0] - [1.9, -1.1]).max() < 1e-15)
    #expect(abs(divided[1] - [1.78, -1.04]).max() < 1e-15)
  }

  @Test("A step under a max-norm ends in the ball, at the nearest point of it")
  func maxNorm() throws {
    let step = try answers.maxNormStep(
      weights: [[3, 0.3], [4, 0.4]], gradient: [[0, 1], [0, 0]], learningRate: 0.1, limit: 2)
    #expect(abs(step - [[1.2, 0.2], [1.6, 0.4]]).max() < 1e-15)
  }
}
