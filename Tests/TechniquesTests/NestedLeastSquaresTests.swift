import NumericCore
import Techniques
import Testing

/// The fast way against singular values, which decide what is right.
struct NestedLeastSquaresTests {
  private let samples = 40
  private let features: Matrix<Double>
  private let targets: Matrix<Double>

  init() {
    var draws = Philox4x32x10(seed: 3, stream: "regression")
    let inputs = Matrix<Double>.normal(rows: 40, columns: 6, using: &draws)
    features = RandomReLUFeatures(inputs: 6, count: 200, draws: &draws).features(of: inputs)
    targets = .normal(rows: 40, columns: 2, using: &draws)
  }

  @Test("On both sides of the threshold and at it", arguments: [1, 2, 10, 30, 38, 39, 40, 41, 42, 50, 100, 200])
  func minimumNorm(_ width: Int) throws {
    var problem = try NestedLeastSquares(features: features, targets: targets)
    let weights = try problem.weights(width: width)
    let used = features[columns: 0..<width]
    let expected = try leastSquares(used, targets).solution
    // The issue is residual and norm, which are well determined even where single weights are not.
    #expect(abs(weights.norm / expected.norm - 1) < 1e-8)
    let (residual, least) = ((targets - used.dot(weights)).norm, (targets - used.dot(expected)).norm)
    #expect(abs(residual - least) < 1e-8 * targets.norm)
  }

  @Test("Around the threshold of a larger problem, where products square a large condition number")
  func largerProblem() throws {
    var draws = Philox4x32x10(seed: 4, stream: "regression")
    let inputs = Matrix<Double>.normal(rows: 300, columns: 30, using: &draws)
    let features = RandomReLUFeatures(inputs: 30, count: 900, draws: &draws).features(of: inputs)
    let targets = Matrix<Double>.normal(rows: 300, columns: 2, using: &draws)
    var problem = try NestedLeastSquares(features: features, targets: targets)
    for width in [150, 297, 300, 303, 900] {
      let weights = try problem.weights(width: width)
      let used = features[columns: 0..<width]
      let expected = try leastSquares(used, targets).solution
      #expect(abs(weights.norm / expected.norm - 1) < 1e-8, "\(width)")
      let (residual, least) = ((targets - used.dot(weights)).norm, (targets - used.dot(expected)).norm)
      #expect(abs(residual - least) < 1e-8 * targets.norm, "\(width)")
    }
  }

  @Test("Widths may come in any order")
  func order() throws {
    var problem = try NestedLeastSquares(features: features, targets: targets)
    let last = try problem.weights(width: 200)
    _ = try problem.weights(width: 60)
    #expect(try problem.weights(width: 200).isClose(to: last, relative: 1e-9, absolute: 1e-12))
  }

  @Test("With a penalty it is ridge regression", arguments: [5, 40, 120], [1e-6, 0.1])
  func penalty(_ width: Int, _ strength: Double) throws {
    var problem = try NestedLeastSquares(features: features, targets: targets)
    let weights = try problem.weights(width: width, strength: strength)
    let used = features[columns: 0..<width]
    // The gradient vanishes: Φ'(Φ w - y)/n + 2 λ w = 0.
    let residuals = used.dot(weights) - targets
    let gradient = used.dot(residuals, transposingLeft: true) / Double(samples) + weights * (2 * strength)
    #expect(gradient.norm < 1e-12 * targets.norm * used.norm)
  }

  @Test("Features that repeat, and features that are zero, are left to singular values", arguments: [3, 7, 60])
  func singular(_ width: Int) throws {
    var columns = (0..<60).map { features.column($0) }
    columns[1] = columns[0]
    columns[2] = .zeros(samples)
    for index in 45..<60 { columns[index] = columns[index - 40] * 2 }
    let repeated = Matrix(columns: columns)
    var problem = try NestedLeastSquares(features: repeated, targets: targets)
    let weights = try problem.weights(width: width)
    let expected = try leastSquares(repeated[columns: 0..<width], targets).solution
    #expect(abs(weights.norm / expected.norm - 1) < 1e-8)
  }

  @Test func noTargetsButZerosGiveZeroWeights() throws {
    var problem = try NestedLeastSquares(features: features, targets: .zeros(samples, 1))
    for width in [10, 100] { #expect(try problem.weights(width: width).norm == 0) }
  }

  @Test func numbersThatAreNoneAreRefused() {
    #expect(throws: LinearAlgebraError.notFinite) {
      try NestedLeastSquares(features: [[.infinity]], targets: [[1]])
    }
  }
}

struct FeatureMapTests {
  private let points: Matrix<Double> = [[-1], [-0.5], [0], [0.3], [1]]

  @Test func rectifiersByHand() {
    var draws = Philox4x32x10(seed: 1, stream: "features")
    let map = RandomReLUFeatures(inputs: 3, count: 50, draws: &draws)
    for row in 0..<50 { #expect(abs(map.directions.row(row).norm - 1) < 1e-12) }
    let features = map.features(of: [[1, 0, 0], [-1, 0, 0]])
    for column in 0..<50 {
      #expect(features[0, column] == max(0, map.directions[column, 0]))
      #expect(features[0, column] - features[1, column] == map.directions[column, 0])
    }
  }

  @Test("The first features of a larger map are those of a smaller one")
  func nesting() {
    func draws() -> Philox4x32x10 { Philox4x32x10(seed: 9, stream: "features") }
    var (first, second, third, fourth) = (draws(), draws(), draws(), draws())
    let samples: Matrix<Double> = [[0.1, 0.2], [0.3, -2]]
    #expect(
      RandomReLUFeatures(inputs: 2, count: 9, draws: &first).features(of: samples)[columns: 0..<4]
        == RandomReLUFeatures(inputs: 2, count: 4, draws: &second).features(of: samples))
    #expect(
      RandomFourierFeatures(inputs: 2, count: 9, bandwidth: 2, draws: &third).features(of: samples)[columns: 0..<4]
        == RandomFourierFeatures(inputs: 2, count: 4, bandwidth: 2, draws: &fourth).features(of: samples))
  }

  @Test("Directions that come along are brought to length 1, frequencies and phases stay as they are")
  func given() {
    #expect(RandomReLUFeatures(directions: [[3, 4], [0, -2]]).features(of: [[1, 2]]) == [[2.2, 0]])
    let fourier = RandomFourierFeatures(frequencies: [[1, 0], [0, 3]], phases: [0.5, 0]).features(of: [[1, 2]])
    #expect(fourier.row(0) == 2.0.squareRoot() * [cos(1.5), cos(6)])
  }

  @Test("Fourier features approximate the Gaussian kernel", arguments: [0.5, 2])
  func kernel(_ bandwidth: Double) {
    var draws = Philox4x32x10(seed: 2, stream: "features")
    let count = 20_000
    let map = RandomFourierFeatures(inputs: 2, count: count, bandwidth: bandwidth, draws: &draws)
    let features = map.features(of: [[0.2, 0.1], [0.5, -0.4], [-1, 1]])
    for (first, second, squaredDistance) in [(0, 0, 0.0), (0, 1, 0.34), (0, 2, 2.25)] {
      let mean = features.row(first).dot(features.row(second)) / Double(count)
      // Four standard errors of a mean of 20,000 numbers between -2 and 2.
      #expect(abs(mean - exp(-squaredDistance / (2 * bandwidth * bandwidth))) < 0.03)
    }
  }

  @Test func monomialsAreThePowers() {
    let features = PolynomialFeatures(.monomials, degree: 3).features(of: points)
    for row in 0..<5 { for k in 0...3 { #expect(abs(features[row, k] - pow(points[row, 0], Double(k))) < 1e-15) } }
    #expect(PolynomialFeatures(.monomials, degree: 0).features(of: points) == .ones(5, 1))
  }

  @Test func legendrePolynomialsByHand() {
    let features = PolynomialFeatures(.legendre, degree: 3).features(of: points)
    for row in 0..<5 {
      let x = points[row, 0]
      let expected: Vector<Double> = [1, x, (3 * x * x - 1) / 2, (5 * x * x * x - 3 * x) / 2]
      for k in 0...3 { #expect(abs(features[row, k] - expected[k] * Double(2 * k + 1).squareRoot()) < 1e-14) }
    }
    #expect(PolynomialFeatures(.legendre, degree: 0).features(of: points) == .ones(5, 1))
  }

  @Test("Legendre polynomials are at right angles, with a mean square of 1")
  func orthonormal() {
    let count = 20_000
    let middles = Matrix<Double>(rows: count, columns: 1) { row, _ in -1 + (2 * Double(row) + 1) / Double(count) }
    let features = PolynomialFeatures(.legendre, degree: 12).features(of: middles)
    let products = features.dot(features, transposingLeft: true) / Double(count)
    #expect((products - .identity(13)).maximumMagnitude < 1e-5)
  }
}
