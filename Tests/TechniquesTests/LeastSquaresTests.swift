import Foundation
import NumericCore
import Techniques
import Testing

/// Minimum-norm solutions against NumPy's. Bounds are a few hundred units of rounding.
struct LeastSquaresTests {
  private struct Known: Decodable {
    let name: String
    let a: Matrix<Double>
    let b: Matrix<Double>
    let singularValues: Vector<Double>
    let leastSquares: Matrix<Double>
    let rank: Int
    let pseudoInverse: Matrix<Double>
  }

  private struct Golden: Decodable {
    let matrices: [Known]
  }

  private let matrices: [Known]

  init() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: tests.appending(path: "NumericCoreTests/Golden/golden.json"))
    matrices = try JSONDecoder().decode(Golden.self, from: data).matrices
  }

  @Test func solutions() throws {
    #expect(!matrices.isEmpty)
    for known in matrices {
      let found = try leastSquares(known.a, known.b)
      #expect(found.rank == known.rank, "\(known.name)")
      #expect(found.singularValues.isClose(to: known.singularValues, relative: 1e-10, absolute: 1e-14), "\(known.name)")
      #expect((found.solution - known.leastSquares).norm <= 1e-9 * (1 + known.leastSquares.norm), "\(known.name)")
      let first = try leastSquares(known.a, known.b.column(0))
      #expect(first.solution.isClose(to: found.solution.column(0), relative: 1e-12, absolute: 1e-12), "\(known.name)")
    }
  }

  @Test func pseudoInverses() throws {
    for known in matrices {
      let inverse = try pseudoInverse(known.a)
      #expect((inverse - known.pseudoInverse).norm <= 1e-9 * (1 + known.pseudoInverse.norm), "\(known.name)")
    }
  }

  @Test func floatsGiveTheSameToTheirPrecision() throws {
    for known in matrices where known.name == "tall" || known.name == "wide" {
      let found = try leastSquares(Matrix<Float>(converting: known.a), Matrix<Float>(converting: known.b))
      #expect((Matrix<Double>(converting: found.solution) - known.leastSquares).norm <= 1e-3)
    }
  }

  @Test func toleranceDecidesTheRank() throws {
    let a = Matrix<Double>(diagonal: [1, 1e-5])
    #expect(try leastSquares(a, [1, 1]).rank == 2)
    let found = try leastSquares(a, [1, 1], tolerance: 1e-4)
    #expect(found.rank == 1)
    #expect(found.solution.isClose(to: [1, 0], absolute: 1e-12))
    #expect(try pseudoInverse(a, tolerance: 1e-4).isClose(to: [[1, 0], [0, 0]], absolute: 1e-12))
    // It is a share of the largest singular value, so the unit of the numbers makes no difference.
    #expect(try pseudoInverse(1e6 * a, tolerance: 1e-4).isClose(to: [[1e-6, 0], [0, 0]], absolute: 1e-18))
    #expect(try leastSquares(1e6 * a, [1, 1], tolerance: 1e-4).rank == 1)
  }

  @Test func aLargeSystemHasItsSolution() throws {
    var generator = Philox4x32x10(seed: 3)
    let a = Matrix<Double>.normal(rows: 80, columns: 80, using: &generator)
    let x = Matrix<Double>.normal(rows: 80, columns: 3, using: &generator)
    #expect((try leastSquares(a, a.dot(x)).solution - x).norm <= 1e-9)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func numbersThatAreNone(bad: Double) {
    var a = Matrix<Double>.identity(3)
    a[2, 0] = bad
    #expect(throws: LinearAlgebraError.notFinite) { try leastSquares(a, [1, 2, 3]) }
    #expect(throws: LinearAlgebraError.notFinite) { try pseudoInverse(a) }
    #expect(throws: LinearAlgebraError.notFinite) { try leastSquares(.identity(3), [1, bad, 0]) }
  }
}
