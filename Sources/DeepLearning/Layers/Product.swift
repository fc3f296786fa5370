import NumericCore

/// A matrix in memory that someone else owns, row after row; transposed where a product takes it so.
struct Operand<Scalar: Real> {
  let numbers: UnsafePointer<Scalar>
  let rows: Int
  let columns: Int
  var transposed = false

  /// The number of rows once transposed.
  var effectiveRows: Int { transposed ? columns : rows }
  /// The number of columns once transposed.
  var effectiveColumns: Int { transposed ? rows : columns }

  fileprivate var matrix: Matrix<Scalar> {
    Matrix(
      rows: rows, columns: columns, elements: Array(UnsafeBufferPointer(start: numbers, count: rows * columns)))
  }
}

/// Writes the product of two matrices into memory of `left.effectiveRows * right.effectiveColumns` numbers.
func multiply<Scalar: Real>(
  _ left: Operand<Scalar>, _ right: Operand<Scalar>, into target: UnsafeMutablePointer<Scalar>
) {
  let product = left.matrix.dot(
    right.matrix, transposingLeft: left.transposed, transposingRight: right.transposed)
  product.withUnsafeElements { numbers in
    if let first = numbers.baseAddress { target.update(from: first, count: numbers.count) }
  }
}
