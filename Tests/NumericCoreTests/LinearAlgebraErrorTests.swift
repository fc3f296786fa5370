import NumericCore
import Testing

/// Problems without an answer end in an error that says why, never in a hang or in wrong numbers.
@Suite struct LinearAlgebraErrorTests {
  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatAreNone(bad: Double) {
    var a = Matrix<Double>.identity(3)
    a[2, 0] = bad
    a[0, 2] = bad
    let b: Vector<Double> = [1, 2, 3]
    let good = Matrix<Double>.identity(3)
    #expect(throws: LinearAlgebraError.notFinite) { try symmetricEigen(a) }
    #expect(throws: LinearAlgebraError.notFinite) { try svd(a) }
    #expect(throws: LinearAlgebraError.notFinite) { try qr(a) }
    #expect(throws: LinearAlgebraError.notFinite) { try cholesky(a) }
    #expect(throws: LinearAlgebraError.notFinite) { try solve(a, b) }
    #expect(throws: LinearAlgebraError.notFinite) { try solveTriangular(a, b, .lower) }
    #expect(throws: LinearAlgebraError.notFinite) { try singularValues(a) }
    #expect(throws: LinearAlgebraError.notFinite) { try solve(good, [1, bad, 0]) }
  }

  @Test func notPositiveDefinite() {
    let a: Matrix<Double> = [[4, 2, 0], [2, 1, 0], [0, 0, 1]]
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 1)) { try cholesky(a) }
  }

  @Test func notSymmetric() {
    let a: Matrix<Double> = [[1, 2, 3], [2, 1, 4], [3, 5, 1]]
    #expect(throws: LinearAlgebraError.notSymmetric(row: 2, column: 1)) { try symmetricEigen(a) }
    #expect(throws: LinearAlgebraError.notSymmetric(row: 2, column: 1)) { try cholesky(a) }
  }

  @Test func singular() {
    let b: Vector<Double> = [1, 1]
    #expect(throws: LinearAlgebraError.singular(pivot: 1)) { try solve([[1, 2], [2, 4]], b) }
    #expect(throws: LinearAlgebraError.singular(pivot: 0)) { try solveTriangular([[0, 1], [0, 1]], b, .upper) }
  }

  @Test func sentences() {
    #expect(
      "\(LinearAlgebraError.notPositiveDefinite(pivot: 1))"
        == "The matrix is not positive definite: the pivot of row 1 (counted from 0) is not above zero.")
    #expect(
      "\(LinearAlgebraError.notSymmetric(row: 2, column: 1))"
        == "The matrix is not symmetric: [2, 1] and [1, 2] differ.")
  }
}
