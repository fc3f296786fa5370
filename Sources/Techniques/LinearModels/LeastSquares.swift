import NumericCore

/// What `leastSquares` found, for one right-hand side or several (`Right` is a vector or a matrix).
public struct LeastSquaresSolution<Right: Elementwise>: Sendable {
  /// The x of least |a x - b|, and among several the one of least |x|.
  public let solution: Right

  /// How many singular values of a count as different from zero.
  public let rank: Int

  /// The singular values of a, the largest first.
  public let singularValues: Vector<Right.Scalar>
}

/// The x that makes |a x - b| least; if there are several, the shortest of them.
///
/// `tolerance`: singular values up to `tolerance` times the largest count as zero; 0 or more, by default the precision
/// times the longer side, as in NumPy's `lstsq`. Throws: `notFinite`, `notConverged`. Precondition: b has as many elements
/// as a has rows, and a has at least one row and one column. Source: LAPACK's `dgelsd`.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func leastSquares<Scalar: Real>(
  _ a: Matrix<Scalar>, _ b: Vector<Scalar>, tolerance: Scalar? = nil
) throws(LinearAlgebraError) -> LeastSquaresSolution<Vector<Scalar>> {
  requireAsManyRows(a, b.count, b.shapeDescription)
  let found = try leastSquares(a, Matrix(rows: b.count, columns: 1, elements: b.elements), tolerance: tolerance)
  return LeastSquaresSolution(
    solution: Vector(found.solution.elements), rank: found.rank, singularValues: found.singularValues)
}

/// The X that makes each column of a X - b shortest, a column of X for each of b. See the form for one vector.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func leastSquares<Scalar: Real>(
  _ a: Matrix<Scalar>, _ b: Matrix<Scalar>, tolerance: Scalar? = nil
) throws(LinearAlgebraError) -> LeastSquaresSolution<Matrix<Scalar>> {
  requireAsManyRows(a, b.rows, b.shapeDescription)
  try a.requireFinite(for: "least-squares solution")
  try b.requireFinite(for: "least-squares solution")
  let longer = Swift.max(a.rows, a.columns)
  var (m, n, count, rowsOfRight) = (Int32(a.rows), Int32(a.columns), Int32(b.columns), Int32(longer))
  var columns = a.transposed.elements
  // Each column of b, with room for a longer solution.
  var right = [Scalar](repeating: 0, count: longer * b.columns)
  for column in 0..<b.columns {
    for row in 0..<b.rows { right[column * longer + row] = b[row, column] }
  }
  var values = [Scalar](repeating: 0, count: Swift.min(a.rows, a.columns))
  var bound = tolerance ?? defaultTolerance(a)
  var (rank, info): (Int32, Int32) = (0, 0)
  var integers: [Int32] = [0]
  withWorkspace { (workspace: UnsafeMutablePointer<Scalar>, length: Int32) in
    var length = length
    // The first call, which asks for the room, leaves the wanted number of integers in the first of them.
    if length != -1 { integers = Array(repeating: 0, count: Int(Swift.max(1, integers[0]))) }
    Scalar.blas.gelsd(
      &m, &n, &count, &columns, &m, &right, &rowsOfRight, &values, &bound, &rank, workspace, &length, &integers, &info)
  }
  if info != 0 { throw .notConverged }
  let solution = Matrix(rows: a.columns, columns: b.columns) { right[$1 * longer + $0] }
  return LeastSquaresSolution(solution: solution, rank: Int(rank), singularValues: Vector(values))
}

/// The pseudo-inverse V diag(1 / s) U^T, where singular values up to `tolerance` times the largest count as zero.
///
/// `tolerance`: 0 or more; by default the precision times the longer side, as for `leastSquares`. Throws as `svd` does.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func pseudoInverse<Scalar: Real>(
  _ a: Matrix<Scalar>, tolerance: Scalar? = nil
) throws(LinearAlgebraError) -> Matrix<Scalar> {
  let parts = try svd(a)
  let bound = parts.singularValues[0] * (tolerance ?? defaultTolerance(a))
  let inverted = parts.singularValues.map { $0 > bound ? 1 / $0 : 0 }
  return parts.vTransposed.multiplying(.columns, by: inverted)
    .dot(parts.u, transposingLeft: true, transposingRight: true)
}

/// The precision (the distance from 1 to the next number) times the longer side of the matrix.
private func defaultTolerance<Scalar: Real>(_ a: Matrix<Scalar>) -> Scalar {
  Scalar.ulpOfOne * Scalar(Swift.max(a.rows, a.columns))
}
