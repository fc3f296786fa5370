/// A matrix in memory that someone else owns, row after row; transposed where a product takes it so.
///
/// For engines that keep many matrices in one buffer. The memory must hold `rows * columns` numbers.
public struct MatrixMemory<Scalar: Real> {
  let numbers: UnsafePointer<Scalar>
  let rows: Int
  let columns: Int
  let stride: Int
  let transposed: Bool

  /// A matrix of this shape, before it is transposed.
  ///
  /// - Parameters:
  ///   - numbers: the first of them; row after row.
  ///   - rows: how many.
  ///   - columns: how many.
  ///   - stride: how far apart rows start, where the matrix is some columns of a wider one; `columns` by default.
  ///   - transposed: whether a product takes its rows as columns.
  public init(
    _ numbers: UnsafePointer<Scalar>, rows: Int, columns: Int, stride: Int? = nil, transposed: Bool = false
  ) {
    self.numbers = numbers
    self.rows = rows
    self.columns = columns
    self.stride = stride ?? columns
    self.transposed = transposed
  }

  /// Writes the product with another matrix into memory, where there is room for as many numbers; nothing is allocated.
  ///
  /// Precondition: this matrix has as many columns as the other has rows, each counted once transposed, and 1 or more.
  public func multiply(_ right: MatrixMemory, into target: UnsafeMutablePointer<Scalar>) {
    let (height, inner) = transposed ? (columns, rows) : (rows, columns)
    let (rightInner, width) = right.transposed ? (right.columns, right.rows) : (right.rows, right.columns)
    if inner != rightInner || inner < 1 {
      stop("A matrix of \(height) × \(inner) can't be multiplied by one of \(rightInner) × \(width).")
    }
    let piece = SmallProducts.rows(ofProduct: height, width, inner, Scalar.self)
    for first in Swift.stride(from: 0, to: height, by: piece) {
      Scalar.blas.gemm(
        transposed, right.transposed, Int32(min(piece, height - first)), Int32(width), Int32(inner), 1,
        numbers + first * (transposed ? 1 : stride), Int32(stride), right.numbers, Int32(right.stride), 0,
        target + first * width, Int32(width))
    }
  }
}
