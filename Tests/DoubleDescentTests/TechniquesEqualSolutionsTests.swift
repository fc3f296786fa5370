import DoubleDescentQuestions
import DoubleDescentSolutions
import NumericCore
import Techniques
import Testing

@testable import DoubleDescentLab

/// Solutions are the formula as plainly as it can be written, Techniques the fast form of it.
@Suite("Techniques equal the solutions of the double-descent lab")
struct TechniquesEqualSolutionsTests {
  private let answers = ReferenceAnswers()

  @Test(
    "A curve through the threshold, with and without penalties, in features, fits and norms",
    arguments: [nil, 6] as [Double?])
  func curves(_ bandwidth: Double?) throws {
    let data = LinearProblem(samples: 20).data(testSamples: 30, draws: Philox4x32x10(seed: 5, stream: "curves"))
    let input = CurveInput(
      samples: data.samples, targets: data.targets, testSamples: data.testSamples, widths: [3, 15, 20, 25, 80],
      strengths: [0, 1e-3, 0.5], seed: 9, stream: "features", bandwidth: bandwidth)
    let plain = try input.fits(by: answers)
    let fast = try #require(try ReferenceFigureAnswers().curves(of: [input]).answer)[0]
    #expect(plain.count == 15 && fast.count == 15)
    for (one, two) in zip(plain, fast) {
      // The threshold multiplies rounding by the condition number.
      #expect(one.test.isClose(to: two.test, relative: 1e-6, absolute: 1e-8))
      #expect(one.training.isClose(to: two.training, relative: 1e-6, absolute: 1e-8))
      #expect(abs(one.norm / two.norm - 1) < 1e-8)
    }
    var penalized = input
    penalized.strengths = [1e-3, 0.5]
    let freedoms = try #require(try ReferenceFigureAnswers().freedoms(of: [penalized]).answer)[0]
    #expect(abs(Vector(freedoms) - Vector(try penalized.freedoms(by: answers))).max() < 1e-9)
  }

  @Test("Feature maps draw the same directions")
  func features() throws {
    var draws = Philox4x32x10(seed: 6, stream: "map")
    let x = Matrix<Double>.normal(rows: 4, columns: 5, using: &draws)
    var (first, second) = (draws, draws)
    let map = RandomReLUFeatures(inputs: 5, count: 7, draws: &first)
    let directions = Matrix<Double>.normal(rows: 7, columns: 5, using: &second)
    let plain = try answers.randomFeatures(samples: x, directions: directions)
    #expect(abs(map.features(of: x) - plain).max() < 1e-15)
    let asked = try #require(
      ReferenceFigureAnswers().features([MapInput(samples: x, directions: directions)]).answer)
    #expect(asked == [plain])
  }

  @Test("Bias, variance and condition numbers of the figures are those of the exercises")
  func figures() throws {
    var draws = Philox4x32x10(seed: 7, stream: "figures")
    let predictions = PredictionsInput(
      predictions: .normal(rows: 6, columns: 4, using: &draws), truth: .normal(4, using: &draws))
    let terms = try #require(ReferenceFigureAnswers().biasAndVariance([predictions]).answer)[0]
    let plain = try answers.biasAndVariance(predictions: predictions.predictions, truth: predictions.truth)
    #expect(abs(terms.squaredBias - plain.squaredBias) < 1e-14 && abs(terms.variance - plain.variance) < 1e-14)
    #expect(abs(terms.error - plain.error) < 1e-14)
    let matrix = Matrix<Double>.normal(rows: 4, columns: 7, using: &draws)
    let found = try #require(
      try ReferenceFigureAnswers().conditionNumbers([MatrixInput(features: matrix, tolerance: 1e-12)]).answer)
    #expect(found == [try answers.conditionNumbers(features: matrix, tolerance: 1e-12)])
  }

  @Test(
    "The lab's polynomials are those of Techniques",
    arguments: [(PolynomialBasis.monomials, PolynomialFeatures.Basis.monomials), (.legendre, .legendre)])
  func polynomials(_ own: PolynomialBasis, _ basis: PolynomialFeatures.Basis) {
    let x = Vector<Double>.linearSpace(-1, 1, count: 9)
    for count in [1, 2, 3, 12] {
      let features = PolynomialFeatures(basis, degree: count - 1).features(of: Matrix(columns: [x]))
      #expect(abs(own.features(of: x, count: count) - features).max() < 1e-12)
    }
  }
}
