import NumericCore

/// A matrix in memory that someone else owns, row after row; transposed where a product takes it so.
struct MatrixMemory<Scalar: Real> {
  private let numbers: UnsafePointer<Scalar>
  private let rows: Int
  private let columns: Int
  private let transposed: Bool

  /// A matrix of this shape, before it is transposed.
  init(_ numbers: UnsafePointer<Scalar>, rows: Int, columns: Int, transposed: Bool = false) {
    self.numbers = numbers
    self.rows = rows
    self.columns = columns
    self.transposed = transposed
  }

  /// Writes the product with another matrix into memory, where there is room for as many numbers.
  ///
  /// It goes through copies, which cost about as much as the product does for a batch of 32.
  func multiply(_ right: MatrixMemory, into target: UnsafeMutablePointer<Scalar>) {
    let product = copy.dot(right.copy, transposingLeft: transposed, transposingRight: right.transposed)
    product.withUnsafeElements { numbers in
      if let first = numbers.baseAddress { target.update(from: first, count: numbers.count) }
    }
  }

  private var copy: Matrix<Scalar> {
    Matrix(
      rows: rows, columns: columns, elements: Array(UnsafeBufferPointer(start: numbers, count: rows * columns)))
  }
}
