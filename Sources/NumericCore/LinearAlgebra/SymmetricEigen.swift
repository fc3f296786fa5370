/// The eigenvalues and eigenvectors of a symmetric matrix: a v = value v.
public struct SymmetricEigen<Scalar: Real>: Sendable {
  /// The eigenvalues, the smallest first.
  public let values: Vector<Scalar>

  /// The eigenvectors, of length 1 and at right angles, a column each, in the order of the values.
  ///
  /// Their signs are a convention: the component of largest magnitude is positive.
  public let vectors: Matrix<Scalar>
}

/// The eigenvalues and eigenvectors of a symmetric matrix.
///
/// a = V diag(values) V^T. Only the part on and below the diagonal is used, once the other is found to agree with it.
/// Throws: `notFinite`, `notSymmetric`, `notConverged`. Precondition: as many rows as columns, at least one.
/// Source: LAPACK's `dsyevd`, divide and conquer.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func symmetricEigen<Scalar: Real>(
  _ a: Matrix<Scalar>
) throws(LinearAlgebraError) -> SymmetricEigen<Scalar> {
  a.requireSquare(for: "eigenvectors")
  try a.requireFinite(for: "eigenvectors")
  try a.requireSymmetric()
  var size = Int32(a.rows)
  var vectors = a.storage
  var values = [Scalar](repeating: 0, count: a.rows)
  var info: Int32 = 0
  var integerCount = Int32(3 + 5 * a.rows)
  var integers = [Int32](repeating: 0, count: Int(integerCount))
  withWorkspace { (workspace: UnsafeMutablePointer<Scalar>, length: Int32) in
    var length = length
    // "U" in LAPACK's columns is the lower triangle in our rows.
    Scalar.blas.syevd(
      "V", "U", &size, &vectors, &size, &values, workspace, &length, &integers, &integerCount,
      &info)
  }
  if info != 0 { throw .notConverged }
  // LAPACK's columns, the eigenvectors, are rows here.
  for row in 0..<a.rows {
    let range = row * a.rows..<(row + 1) * a.rows
    let sign = conventionalSign(of: vectors[range])
    for index in range { vectors[index] *= sign }
  }
  return SymmetricEigen(
    values: Vector(values), vectors: Matrix(rows: a.rows, columns: a.rows, elements: vectors).transposed)
}
