/// The factors a = Q R, in their thin form: k is the shorter side of a.
public struct QRDecomposition<Scalar: Real>: Sendable {
  /// Q, `[rows, k]`: the columns have length 1 and are at right angles.
  public let q: Matrix<Scalar>

  /// R, `[k, columns]`: zeros below the diagonal, and on it nothing negative, a convention that makes it unique.
  public let r: Matrix<Scalar>
}

/// The QR factorization of any matrix.
///
/// Throws: `notFinite`. Precondition: at least one row and one column.
/// Source: LAPACK's `dgeqrf` and `dorgqr`, Householder reflections.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func qr<Scalar: Real>(_ a: Matrix<Scalar>) throws(LinearAlgebraError) -> QRDecomposition<Scalar> {
  try a.requireFinite(for: "QR factors")
  let k = Swift.min(a.rows, a.columns)
  var (m, n, small) = (Int32(a.rows), Int32(a.columns), Int32(k))
  var columns = a.transposed.storage
  var reflections = [Scalar](repeating: 0, count: k)
  var info: Int32 = 0
  withWorkspace { (workspace: UnsafeMutablePointer<Scalar>, length: Int32) in
    var length = length
    Scalar.blas.geqrf(&m, &n, &columns, &m, &reflections, workspace, &length, &info)
  }
  var r = Matrix<Scalar>.zeros(k, a.columns)
  for row in 0..<k {
    for column in row..<a.columns { r[row, column] = columns[column * a.rows + row] }
  }
  withWorkspace { (workspace: UnsafeMutablePointer<Scalar>, length: Int32) in
    var length = length
    Scalar.blas.orgqr(&m, &small, &small, &columns, &m, &reflections, workspace, &length, &info)
  }
  var qTransposed = Matrix(rows: k, columns: a.rows, elements: Array(columns[..<(k * a.rows)]))
  for row in 0..<k where r[row, row] < 0 {
    for column in row..<a.columns { r[row, column].negate() }
    qTransposed.setRow(row, to: -qTransposed.row(row))
  }
  return QRDecomposition(q: qTransposed.transposed, r: r)
}
