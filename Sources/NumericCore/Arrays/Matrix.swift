/// A rectangle of numbers, `Matrix<Double>` or `Matrix<Float>`, kept row after row.
///
/// ```swift
/// var a: Matrix<Double> = [[1, 2, 3], [4, 5, 6]]     // 2 rows, 3 columns
/// a[1, 0]                                            // 4: row 1, column 0; both count from 0
/// a.dot([1, 0, 0])                                   // [1, 4], the matrix times a vector
/// a.transposed.dot(a)                                // a matrix of 3 × 3
/// a * a                                              // element by element, not the matrix product
/// ```
///
/// Data are `[samples, features]`: a sample a row. Weights are `[inputs, outputs]`. A matrix is a value: a copy is
/// independent of the original. It encodes as a list of rows; one without rows comes back as 0 × 0.
public struct Matrix<Scalar: Real>: Hashable, Sendable {
  @usableFromInline internal var storage: [Scalar]

  /// The number of rows.
  public let rows: Int

  /// The number of columns.
  public let columns: Int

  /// A matrix of these numbers, row after row. Precondition: there are `rows * columns` of them.
  @inlinable
  public init(rows: Int, columns: Int, elements: [Scalar]) {
    if rows < 0 || columns < 0 || elements.count != rows * columns {
      stop("\(elements.count) numbers can't fill a Matrix of \(rows) × \(columns).")
    }
    self.rows = rows
    self.columns = columns
    storage = elements
  }

  /// A matrix of one number, many times.
  @inlinable
  public init(rows: Int, columns: Int, repeating value: Scalar) {
    self.init(rows: rows, columns: columns, elements: Array(repeating: value, count: rows * columns))
  }

  /// A matrix whose elements are made from row and column: `Matrix(rows: 2, columns: 2) { i, j in i == j ? 1 : 0 }`.
  @inlinable
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public init(rows: Int, columns: Int, _ element: (Int, Int) throws -> Scalar) rethrows {
    var elements: [Scalar] = []
    elements.reserveCapacity(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns { elements.append(try element(row, column)) }
    }
    self.init(rows: rows, columns: columns, elements: elements)
  }

  /// A matrix of these rows. Precondition: the rows have the same count.
  @inlinable
  public init(rows vectors: [Vector<Scalar>]) {
    let columns = vectors.first?.count ?? 0
    var elements: [Scalar] = []
    elements.reserveCapacity(vectors.count * columns)
    for (index, vector) in vectors.enumerated() {
      if vector.count != columns {
        stop("The rows of a Matrix need the same count: row 0 has \(columns), row \(index) has \(vector.count).")
      }
      elements += vector.storage
    }
    self.init(rows: vectors.count, columns: columns, elements: elements)
  }

  /// A matrix of these columns. Precondition: the columns have the same count.
  @inlinable
  public init(columns vectors: [Vector<Scalar>]) {
    let rows = vectors.first?.count ?? 0
    for (index, vector) in vectors.enumerated() where vector.count != rows {
      stop("The columns of a Matrix need the same count: column 0 has \(rows), column \(index) has \(vector.count).")
    }
    self.init(rows: rows, columns: vectors.count) { vectors[$1].storage[$0] }
  }

  /// A square matrix with these numbers on the diagonal and zeros elsewhere.
  @inlinable
  public init(diagonal: Vector<Scalar>) {
    self.init(rows: diagonal.count, columns: diagonal.count, repeating: 0)
    for index in 0..<diagonal.count { storage[index * columns + index] = diagonal[index] }
  }

  /// The same numbers in another precision: `Matrix<Float>(converting: doubles)` rounds each to the nearest `Float`.
  @inlinable
  @specialized(where Scalar == Float, Other == Double) @specialized(where Scalar == Double, Other == Float)
  public init<Other: Real>(converting other: Matrix<Other>) {
    self.init(rows: other.rows, columns: other.columns, elements: other.storage.map { Scalar($0) })
  }

  /// A matrix of zeros.
  @inlinable
  public static func zeros(_ rows: Int, _ columns: Int) -> Matrix { Matrix(rows: rows, columns: columns, repeating: 0) }

  /// A matrix of ones.
  @inlinable
  public static func ones(_ rows: Int, _ columns: Int) -> Matrix { Matrix(rows: rows, columns: columns, repeating: 1) }

  /// The square matrix with ones on the diagonal and zeros elsewhere.
  @inlinable
  public static func identity(_ count: Int) -> Matrix { Matrix(diagonal: .ones(count)) }

  /// The number in a row and a column; both count from 0.
  @inlinable
  public subscript(row: Int, column: Int) -> Scalar {
    @specialized(where Scalar == Double) @specialized(where Scalar == Float)
    get {
      if !contains(row, column) { stopAtIndex(row, column) }
      return storage[row * columns + column]
    }
    @specialized(where Scalar == Double) @specialized(where Scalar == Float)
    set {
      if !contains(row, column) { stopAtIndex(row, column) }
      storage[row * columns + column] = newValue
    }
  }

  @inlinable @inline(__always)
  internal func contains(_ row: Int, _ column: Int) -> Bool {
    0 <= row && row < rows && 0 <= column && column < columns
  }

  @usableFromInline @inline(never)
  internal func stopAtIndex(_ row: Int, _ column: Int) -> Never {
    stop("[\(row), \(column)] is outside a \(shapeDescription): rows and columns count from 0.")
  }
}

extension Matrix: Elementwise {
  /// "shape": matrices fit together when both their rows and their columns are as many.
  public static var shapeWord: String { "shape" }

  /// The numbers in one array, row after row.
  @inlinable public var elements: [Scalar] { storage }

  /// "Matrix of 2 × 3": 2 rows, 3 columns.
  public var shapeDescription: String { "Matrix of \(rows) × \(columns)" }

  /// A matrix of these numbers, row after row, of the other's shape. Precondition: there are as many as in the other.
  @inlinable
  public init(_ elements: [Scalar], shapedLike other: Matrix) {
    self.init(rows: other.rows, columns: other.columns, elements: elements)
  }

  /// Whether the rows and the columns are as many.
  @inlinable
  public func hasSameShape(as other: Matrix) -> Bool { rows == other.rows && columns == other.columns }

  /// Calls the closure with the elements in one piece of memory, row after row.
  @inlinable
  public func withUnsafeElements<Result>(_ body: (UnsafeBufferPointer<Scalar>) -> Result) -> Result {
    storage.withUnsafeBufferPointer(body)
  }

  /// Calls the closure with the elements in one piece of memory, row after row, to change them in place.
  @inlinable
  public mutating func withUnsafeMutableElements<Result>(
    _ body: (UnsafeMutableBufferPointer<Scalar>) -> Result
  ) -> Result {
    storage.withUnsafeMutableBufferPointer { body($0) }
  }
}

extension Matrix: ExpressibleByArrayLiteral {
  /// Allows `let a: Matrix<Double> = [[1, 2], [3, 4]]`. Precondition: the rows have the same count.
  @inlinable
  public init(arrayLiteral rows: Vector<Scalar>...) {
    self.init(rows: rows)
  }
}

extension Matrix: Codable {
  /// Reads a list of rows; rows of different counts are an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let vectors = try container.decode([Vector<Scalar>].self)
    let columns = vectors.first?.count ?? 0
    if let ragged = vectors.firstIndex(where: { $0.count != columns }) {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "Row 0 of the matrix has \(columns) numbers, row \(ragged) has \(vectors[ragged].count).")
    }
    self.init(rows: vectors)
  }

  /// Writes a list of rows.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode((0..<rows).map { row($0) })
  }
}
