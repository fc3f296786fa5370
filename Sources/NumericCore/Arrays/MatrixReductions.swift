/// Which lines of a matrix are added up, averaged, compared, or shifted.
///
/// `x.mean(over: .rows)` runs over the rows: it leaves one number a column, as NumPy's `axis=0` does. With
/// `[samples, features]` it is the mean over the samples, a number a feature. `.columns` leaves one number a row
/// (`axis=1`).
public enum Axis: Hashable, Sendable {
  /// Over the rows; one result a column.
  case rows
  /// Over the columns; one result a row.
  case columns
}

extension Matrix {
  /// The sum over the rows (a number a column) or over the columns (a number a row).
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func sum(over axis: Axis) -> Vector<Scalar> {
    switch axis {
    case .columns: return Vector(count: rows) { NumericCore.sum(row($0).storage) }
    case .rows:
      var result = Vector<Scalar>.zeros(columns)
      for index in 0..<rows {
        for column in 0..<columns { result.storage[column] += storage[index * columns + column] }
      }
      return result
    }
  }

  /// The mean over the rows (a number a column) or over the columns (a number a row).
  ///
  /// Precondition: the matrix has at least one row (column).
  public func mean(over axis: Axis) -> Vector<Scalar> {
    requireElements("mean")
    return sum(over: axis) / Scalar(axis == .rows ? rows : columns)
  }

  /// The largest number of each column (over the rows) or of each row (over the columns).
  public func max(over axis: Axis) -> Vector<Scalar> { reduced(over: axis) { $0.max() } }

  /// The smallest number of each column (over the rows) or of each row (over the columns).
  public func min(over axis: Axis) -> Vector<Scalar> { reduced(over: axis) { $0.min() } }

  /// Where the largest number of each column (over the rows) or of each row (over the columns) is.
  ///
  /// `scores.argMax(over: .columns)` is the predicted class of each sample. The first counts if there are several.
  public func argMax(over axis: Axis) -> [Int] { lines(over: axis).map { $0.argMax() } }

  /// Where the smallest number of each column (over the rows) or of each row (over the columns) is.
  public func argMin(over axis: Axis) -> [Int] { lines(over: axis).map { $0.argMin() } }

  /// One number of each column (over the rows) or of each row (over the columns): `x.reduced(over: .rows) { $0.norm }`.
  public func reduced(over axis: Axis, _ reduce: (Vector<Scalar>) throws -> Scalar) rethrows -> Vector<Scalar> {
    Vector(try lines(over: axis).map(reduce))
  }

  /// What lies along the axis: the columns over the rows, the rows over the columns.
  private func lines(over axis: Axis) -> [Vector<Scalar>] {
    switch axis {
    case .rows: (0..<columns).map { column($0) }
    case .columns: (0..<rows).map { row($0) }
    }
  }
}
