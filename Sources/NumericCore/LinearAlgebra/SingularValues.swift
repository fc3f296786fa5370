/// The singular value decomposition a = U diag(s) V^T, in its thin form: k is the shorter side of a.
public struct SingularValueDecomposition<Scalar: Real>: Sendable {
  /// U, `[rows, k]`: the columns have length 1 and are at right angles.
  public let u: Matrix<Scalar>

  /// s, the k singular values: 0 or more, the largest first.
  public let singularValues: Vector<Scalar>

  /// V^T, `[k, columns]`: the rows have length 1 and are at right angles.
  ///
  /// Signs are a convention: the component of largest magnitude in each row is positive.
  public let vTransposed: Matrix<Scalar>
}

/// The singular value decomposition of any matrix, a = U diag(s) V^T.
///
/// Throws: `notFinite`, `notConverged`. Precondition: at least one row and one column.
/// Source: LAPACK's `dgesdd`, divide and conquer.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func svd<Scalar: Real>(
  _ a: Matrix<Scalar>
) throws(LinearAlgebraError) -> SingularValueDecomposition<Scalar> {
  try a.requireFinite(for: "singular values")
  let k = Swift.min(a.rows, a.columns)
  // LAPACK reads our rows as its columns, so it decomposes a^T = V diag(s) U^T: what it calls U is V, and it writes V
  // by columns, which are the rows of V^T here. Nothing needs to be transposed.
  var (m, n, small) = (Int32(a.columns), Int32(a.rows), Int32(k))
  var copy = a.storage
  var values = [Scalar](repeating: 0, count: k)
  var vTransposed = [Scalar](repeating: 0, count: k * a.columns)
  var u = [Scalar](repeating: 0, count: a.rows * k)
  var integers = [Int32](repeating: 0, count: 8 * k)
  var info: Int32 = 0
  withWorkspace { (workspace: UnsafeMutablePointer<Scalar>, length: Int32) in
    var length = length
    Scalar.blas.gesdd(
      "S", &m, &n, &copy, &m, &values, &vTransposed, &m, &u, &small, workspace, &length, &integers, &info)
  }
  if info != 0 { throw .notConverged }
  for index in 0..<k {
    let range = index * a.columns..<(index + 1) * a.columns
    guard conventionalSign(of: vTransposed[range]) < 0 else { continue }
    for place in range { vTransposed[place].negate() }
    for row in 0..<a.rows { u[row * k + index].negate() }
  }
  return SingularValueDecomposition(
    u: Matrix(rows: a.rows, columns: k, elements: u), singularValues: Vector(values),
    vTransposed: Matrix(rows: k, columns: a.columns, elements: vTransposed))
}

/// The singular values of any matrix, the largest first. Throws as `svd` does.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func singularValues<Scalar: Real>(_ a: Matrix<Scalar>) throws(LinearAlgebraError) -> Vector<Scalar> {
  try svd(a).singularValues
}
