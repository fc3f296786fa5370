/// Which half of a triangular matrix holds numbers; the other is taken as zeros, whatever it holds.
public enum Triangle: Hashable, Sendable {
  /// On and below the diagonal.
  case lower
  /// On and above the diagonal.
  case upper
}

/// The Cholesky factor L of a symmetric positive definite matrix: a = L L^T, L zero above its diagonal.
///
/// Only the part on and below the diagonal is used, once the other is found to agree with it. Throws: `notFinite`,
/// `notSymmetric`, `notPositiveDefinite`. Precondition: as many rows as columns, at least one. Source: LAPACK's `dpotrf`.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func cholesky<Scalar: Real>(_ a: Matrix<Scalar>) throws(LinearAlgebraError) -> Matrix<Scalar> {
  a.requireSquare(for: "Cholesky factor")
  try a.requireFinite(for: "Cholesky factor")
  try a.requireSymmetric()
  var size = Int32(a.rows)
  var factor = a
  var info: Int32 = 0
  // "U" in LAPACK's columns is the lower triangle in our rows.
  Scalar.blas.potrf("U", &size, &factor.storage, &size, &info)
  if info != 0 { throw .notPositiveDefinite(pivot: Int(info) - 1) }
  for row in 0..<a.rows {
    for column in (row + 1)..<Swift.max(a.rows, row + 1) { factor.storage[row * a.rows + column] = 0 }
  }
  return factor
}

/// The x with a x = b, for a square matrix a.
///
/// Throws: `notFinite`, `singular`. A matrix that is singular only up to rounding gives a large, inaccurate x: look
/// at its singular values. Precondition: a is square, b has as many elements as a has rows.
/// Source: LAPACK's `dgesv`, LU with row exchanges.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func solve<Scalar: Real>(
  _ a: Matrix<Scalar>, _ b: Vector<Scalar>
) throws(LinearAlgebraError) -> Vector<Scalar> {
  requireAsManyRows(a, b.count, b.shapeDescription)
  return Vector(try solve(a, Matrix(rows: b.count, columns: 1, elements: b.storage)).storage)
}

/// The X with a X = b, a column of X for each of b. See the form for one vector.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func solve<Scalar: Real>(
  _ a: Matrix<Scalar>, _ b: Matrix<Scalar>
) throws(LinearAlgebraError) -> Matrix<Scalar> {
  a.requireSquare(for: "inverse")
  requireAsManyRows(a, b.rows, b.shapeDescription)
  try a.requireFinite(for: "inverse")
  try b.requireFinite(for: "solution")
  var (size, count) = (Int32(a.rows), Int32(b.columns))
  var columns = a.transposed.storage
  var right = b.transposed.storage
  var exchanges = [Int32](repeating: 0, count: a.rows)
  var info: Int32 = 0
  Scalar.blas.gesv(&size, &count, &columns, &size, &exchanges, &right, &size, &info)
  if info != 0 { throw .singular(pivot: Int(info) - 1) }
  return Matrix(rows: b.columns, columns: b.rows, elements: right).transposed
}

/// The x with a x = b for a triangular matrix a, or with a^T x = b.
///
/// Throws: `notFinite`, `singular` (a zero on the diagonal). Precondition: a is square, b has as many elements as a has
/// rows.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func solveTriangular<Scalar: Real>(
  _ a: Matrix<Scalar>, _ b: Vector<Scalar>, _ triangle: Triangle, transposed: Bool = false
) throws(LinearAlgebraError) -> Vector<Scalar> {
  requireAsManyRows(a, b.count, b.shapeDescription)
  let columns = Matrix(rows: b.count, columns: 1, elements: b.storage)
  return Vector(try solveTriangular(a, columns, triangle, transposed: transposed).storage)
}

/// The X with a X = b for a triangular matrix a, a column of X for each of b. See the form for one vector.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func solveTriangular<Scalar: Real>(
  _ a: Matrix<Scalar>, _ b: Matrix<Scalar>, _ triangle: Triangle, transposed: Bool = false
) throws(LinearAlgebraError) -> Matrix<Scalar> {
  a.requireSquare(for: "inverse")
  requireAsManyRows(a, b.rows, b.shapeDescription)
  try a.requireFinite(for: "inverse")
  try b.requireFinite(for: "solution")
  if let zero = a.diagonal.firstIndex(of: 0) { throw .singular(pivot: zero) }
  var result = b
  let (rows, columns) = (Int32(b.rows), Int32(b.columns))
  Scalar.blas.trsm(triangle == .upper, transposed, rows, columns, a.storage, &result.storage)
  return result
}

package func requireAsManyRows<Scalar: Real>(_ a: Matrix<Scalar>, _ count: Int, _ right: String) {
  if a.rows != count {
    stop(mismatchSentence(a.shapeDescription, right, verb: "one system of equations", need: "as many rows"))
  }
}
