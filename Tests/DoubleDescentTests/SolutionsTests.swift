import DoubleDescentQuestions
import DoubleDescentSolutions
import NumericCore
import Techniques
import Testing

/// What the reference answers return, held against numbers worked out by hand or by another way.
@Suite("Reference answers of the double-descent lab")
struct SolutionsTests {
  private let answers = ReferenceAnswers()

  @Test("Features, by hand: 11/5, and 0 where the product is negative")
  func features() throws {
    let features = try answers.randomFeatures(samples: [[1, 2], [-1, 0.5]], directions: [[3, 4], [0, -2]])
    #expect(abs(features - [[2.2, 0], [0, 0]]).max() < 1e-15)
  }

  @Test("The minimum-norm solution is a least-squares solution, at right angles to all that Φ sends to 0")
  func minimumNorm() throws {
    var draws = Philox4x32x10(seed: 1, stream: "minimum norm")
    for (rows, columns, rank) in [(6, 3, 3), (4, 9, 4), (5, 5, 5), (7, 6, 2)] {
      let phi = Matrix<Double>.normal(rows: rows, columns: rank, using: &draws)
        .dot(.normal(rows: rank, columns: columns, using: &draws))
      let y = Matrix<Double>.normal(rows: rows, columns: 2, using: &draws)
      let w = try answers.minimumNorm(features: phi, targets: y, tolerance: 1e-10)
      #expect(abs(phi.dot(y - phi.dot(w), transposingLeft: true)).max() < 1e-11)
      // The part of w that Φ doesn't see is what is left after the projection on Φ's rows.
      let seen = try pseudoInverse(phi, tolerance: 1e-10).dot(phi.dot(w))
      #expect(abs(w - seen).max() < 1e-11)
    }
  }

  @Test("As its penalty goes to 0, ridge goes to the minimum-norm solution, and its degrees of freedom to the rank")
  func limits() throws {
    var draws = Philox4x32x10(seed: 2, stream: "limits")
    for (rows, columns) in [(8, 3), (4, 9)] {
      let phi = Matrix<Double>.normal(rows: rows, columns: columns, using: &draws)
      let y = Matrix<Double>.normal(rows: rows, columns: 1, using: &draws)
      let shortest = try answers.minimumNorm(features: phi, targets: y, tolerance: 1e-10)
      let distances = try [1e-3, 1e-5].map { strength in
        (try answers.ridge(features: phi, targets: y, strength: strength) - shortest).norm
      }
      #expect(distances[1] < distances[0] / 50 && distances[1] < 1e-2)
      let freedom = try answers.degreesOfFreedom(features: phi, strength: 1e-9)
      #expect(abs(freedom - Double(min(rows, columns))) < 1e-5)
      #expect(try answers.degreesOfFreedom(features: phi, strength: 1) < freedom)
    }
  }

  @Test("Degrees of freedom are the trace of the matrix that makes predictions of targets")
  func trace() throws {
    var draws = Philox4x32x10(seed: 3, stream: "trace")
    let phi = Matrix<Double>.normal(rows: 5, columns: 7, using: &draws)
    let predictions = phi.dot(try answers.ridge(features: phi, targets: .identity(5), strength: 0.2))
    #expect(abs(try answers.degreesOfFreedom(features: phi, strength: 0.2) - predictions.trace) < 1e-12)
  }

  @Test("Thresholds: n features, degree n - 1, n k numbers, and the fewest units that have them")
  func thresholds() throws {
    let found = try answers.thresholds(samples: 100, inputs: 49, outputs: 10)
    #expect(found == Thresholds(features: 100, degree: 99, parameters: 1000, width: 17))
    func parameters(_ width: Int) -> Int { 50 * width + 10 * (width + 1) }
    #expect(parameters(16) < 1000 && parameters(17) >= 1000)
    // Order 9 for the ten points of the lecture.
    #expect(try answers.thresholds(samples: 10, inputs: 1, outputs: 1).degree == 9)
  }

  @Test("Bias and variance add up to the error, for two fits too")
  func sum() throws {
    var draws = Philox4x32x10(seed: 4, stream: "sum")
    for fits in [1, 2, 9] {
      let found = try answers.biasAndVariance(
        predictions: .normal(rows: fits, columns: 4, using: &draws), truth: [1, 0, -1, 2])
      #expect(abs(found.squaredBias + found.variance - found.error) < 1e-14)
    }
    #expect(
      try answers.biasAndVariance(predictions: [[1, 4], [3, 5]], truth: [1, 6])
        == BiasAndVariance(squaredBias: (1 + 2.25) / 2, variance: (1 + 0.25) / 2, error: (2 + 2.5) / 2))
  }

  @Test("Condition numbers of a diagonal: 4/2 without what counts as zero, its square, and 3 + 1 over 3 - 1")
  func condition() throws {
    var phi = Matrix<Double>.zeros(9, 1)
    phi[0, 0] = 4
    let tall = try answers.conditionNumbers(features: phi, tolerance: 0.1)
    #expect(tall == ConditionNumbers(features: 1, products: 1, expected: 2))
    let wide = try answers.conditionNumbers(
      features: [[4, 0, 0, 0], [0, 2, 0, 0], [0, 0, 0.1, 0]], tolerance: 0.1)
    #expect(wide.features == 2 && wide.products == 4)
  }

  @Test("Squared errors are sums over classes, and the mean over samples")
  func errors() throws {
    let found = try answers.errors(
      features: [[1, 0], [0, 1]], weights: [[1, -2, 0], [0.5, 0.25, 0]], classes: [0, 1])
    #expect(found == ErrorPair(squared: (4 + 0.25 + 0.5625) / 2, wrongLabels: 0.5))
  }

  @Test("Half of the noise is left where half as many features as samples took it in")
  func noise() throws {
    #expect(
      try answers.predictedErrors(samples: 4, widths: [2, 4, 9], deviation: 2) == [
        NoiseErrors(training: 2, fresh: 6), NoiseErrors(training: 0, fresh: 8), NoiseErrors(training: 0, fresh: 8),
      ])
  }
}
