// Rows, columns and other parts of a matrix.

extension Matrix {
  /// One row as a vector. Precondition: `index` is from 0 to `rows - 1`.
  @inlinable
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func row(_ index: Int) -> Vector<Scalar> {
    if !(0 <= index && index < rows) { stop("Row \(index) is outside a \(shapeDescription).") }
    return Vector(Array(storage[index * columns..<(index + 1) * columns]))
  }

  /// One column as a vector. Precondition: `index` is from 0 to `columns - 1`.
  @inlinable
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func column(_ index: Int) -> Vector<Scalar> {
    if !(0 <= index && index < columns) { stop("Column \(index) is outside a \(shapeDescription).") }
    var elements: [Scalar] = []
    elements.reserveCapacity(rows)
    for row in 0..<rows { elements.append(storage[row * columns + index]) }
    return Vector(elements)
  }

  /// Replaces one row. Precondition: the vector has `columns` elements.
  @inlinable
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func setRow(_ index: Int, to vector: Vector<Scalar>) {
    if !(0 <= index && index < rows) { stop("Row \(index) is outside a \(shapeDescription).") }
    if vector.count != columns { stop("A \(vector.shapeDescription) can't be a row of a \(shapeDescription).") }
    for column in 0..<columns { storage[index * columns + column] = vector.storage[column] }
  }

  /// Replaces one column. Precondition: the vector has `rows` elements.
  @inlinable
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func setColumn(_ index: Int, to vector: Vector<Scalar>) {
    if !(0 <= index && index < columns) { stop("Column \(index) is outside a \(shapeDescription).") }
    if vector.count != rows { stop("A \(vector.shapeDescription) can't be a column of a \(shapeDescription).") }
    for row in 0..<rows { storage[row * columns + index] = vector.storage[row] }
  }

  /// Some rows, one after another: `a[rows: 0..<3]` is the first three. Precondition: the range lies inside `0..<rows`.
  @inlinable
  public subscript(rows range: Range<Int>) -> Matrix {
    @specialized(where Scalar == Double) @specialized(where Scalar == Float)
    get {
      if !(0 <= range.lowerBound && range.upperBound <= rows) {
        stop("Rows \(range) are outside a \(shapeDescription).")
      }
      return Matrix(
        rows: range.count, columns: columns,
        elements: Array(storage[range.lowerBound * columns..<range.upperBound * columns]))
    }
  }

  /// Some columns: `a[columns: 0..<3]` is the first three. Precondition: the range lies inside `0..<columns`.
  @inlinable
  public subscript(columns range: Range<Int>) -> Matrix {
    @specialized(where Scalar == Double) @specialized(where Scalar == Float)
    get {
      if !(0 <= range.lowerBound && range.upperBound <= columns) {
        stop("Columns \(range) are outside a \(shapeDescription).")
      }
      return Matrix(rows: rows, columns: range.count) { storage[$0 * columns + range.lowerBound + $1] }
    }
  }

  /// Rows picked by index, in that order; an index may come twice. Precondition: each is from 0 to `rows - 1`.
  @inlinable
  public subscript(rows indices: [Int]) -> Matrix {
    @specialized(where Scalar == Double) @specialized(where Scalar == Float)
    get {
      var elements: [Scalar] = []
      elements.reserveCapacity(indices.count * columns)
      for index in indices {
        if !(0 <= index && index < rows) { stop("Row \(index) is outside a \(shapeDescription).") }
        elements += storage[index * columns..<(index + 1) * columns]
      }
      return Matrix(rows: indices.count, columns: columns, elements: elements)
    }
  }

  /// Rows turned into columns: `transposed[i, j]` is `self[j, i]`.
  @inlinable
  public var transposed: Matrix {
    @specialized(where Scalar == Double) @specialized(where Scalar == Float)
    get {
      if rows == 1 || columns == 1 { return Matrix(rows: columns, columns: rows, elements: storage) }
      let elements = [Scalar](unsafeUninitializedCapacity: storage.count) { target, count in
        storage.withUnsafeBufferPointer { source in transpose(source, into: target) }
        count = storage.count
      }
      return Matrix(rows: columns, columns: rows, elements: elements)
    }
  }

  /// Copies in blocks of 16 × 16, so that both sides stay in the processor's cache.
  @inlinable @inline(__always)
  internal func transpose(_ source: UnsafeBufferPointer<Scalar>, into target: UnsafeMutableBufferPointer<Scalar>) {
    let block = 16
    for firstRow in stride(from: 0, to: rows, by: block) {
      for firstColumn in stride(from: 0, to: columns, by: block) {
        for row in firstRow..<Swift.min(firstRow + block, rows) {
          for column in firstColumn..<Swift.min(firstColumn + block, columns) {
            target[column * rows + row] = source[row * columns + column]
          }
        }
      }
    }
  }

  /// The numbers `self[i, i]`, as many as the shorter side has.
  @inlinable
  public var diagonal: Vector<Scalar> {
    Vector(count: Swift.min(rows, columns)) { storage[$0 * columns + $0] }
  }

  /// The sum of the diagonal.
  @inlinable
  public var trace: Scalar { diagonal.storage.reduce(0, +) }

  /// The same numbers, row after row, in another shape. Precondition: `rows * columns` stays the same.
  @inlinable
  public func reshaped(rows: Int, columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: storage)
  }

  /// This matrix with the other's rows below. Precondition: the columns are as many.
  @inlinable
  public func stacked(above other: Matrix) -> Matrix {
    if columns != other.columns {
      stop(mismatchSentence(shapeDescription, other.shapeDescription, verb: "stacked", need: "as many columns"))
    }
    return Matrix(rows: rows + other.rows, columns: columns, elements: storage + other.storage)
  }
}
