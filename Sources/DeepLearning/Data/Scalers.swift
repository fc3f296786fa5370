import NumericCore

/// Brings each column to mean 0 and standard deviation 1: `z = (x - mean) / deviation`.
///
/// Fit it on the training data alone, and transform every part with it. The deviation is the population's (divided by
/// n). A column whose entries are all equal becomes 0. Missing entries (NaN) are left out of mean and deviation, and
/// stay.
public struct Standardizer<Scalar: Real>: Equatable, Sendable {
  private let map: ColumnMap<Scalar>

  /// The mean of each column; 0 where it has no entry.
  public var means: Vector<Scalar> { map.shift }
  /// What each column is divided by: its standard deviation, or 1 where all entries are equal.
  public let deviations: Vector<Scalar>

  /// Takes means and deviations from these data, shape [samples, features].
  public init(fitting matrix: Matrix<Scalar>) {
    let statistics = ColumnStatistics(of: matrix)
    var deviations = statistics.variances.map { $0.squareRoot() }
    var means = statistics.means
    // Rounding may leave a constant column a tiny deviation, which must not be blown up to 1.
    for column in deviations.indices where !(statistics.minima[column] < statistics.maxima[column]) {
      deviations[column] = 1
      if statistics.counts[column] > 0 { means[column] = statistics.minima[column] }
    }
    self.deviations = Vector(deviations.map { Scalar($0) })
    map = ColumnMap(
      shift: Vector(means.map { Scalar($0) }), factor: Vector(deviations.map { Scalar(1 / $0) }), offset: 0)
  }

  /// The data, standardized. Precondition: as many columns as were fitted.
  public func transform(_ matrix: Matrix<Scalar>) -> Matrix<Scalar> { map.apply(to: matrix) }

  /// The data that `transform` would turn into these, up to rounding. Precondition: as many columns as were fitted.
  public func inverse(_ matrix: Matrix<Scalar>) -> Matrix<Scalar> { map.undo(matrix) }
}

/// Brings each column into a range: `lower + (x - minimum) / (maximum - minimum) * (upper - lower)`.
///
/// Fit it on the training data alone; other data may then lie outside the range. A column whose entries are all equal
/// becomes `lower`. Missing entries (NaN) are left out of minimum and maximum, and stay.
public struct MinMaxScaler<Scalar: Real>: Equatable, Sendable {
  private let map: ColumnMap<Scalar>

  /// The smallest entry of each column; 0 where it has none.
  public var minima: Vector<Scalar> { map.shift }
  /// The largest entry of each column; 0 where it has none.
  public let maxima: Vector<Scalar>

  /// Takes the ranges from these data, shape [samples, features]. Precondition: the range's bounds differ.
  public init(fitting matrix: Matrix<Scalar>, to range: ClosedRange<Scalar> = 0...1) {
    let width = range.upperBound - range.lowerBound
    if !(width > 0 && width.isFinite) { fatalError("A MinMaxScaler can't bring data to \(range).") }
    let statistics = ColumnStatistics(of: matrix)
    let bounds = zip(statistics.minima, statistics.maxima).map { $0 <= $1 ? ($0, $1) : (0, 0) }
    maxima = Vector(bounds.map { Scalar($0.1) })
    map = ColumnMap(
      shift: Vector(bounds.map { Scalar($0.0) }),
      factor: Vector(bounds.map { $0 < $1 ? width / Scalar($1 - $0) : width }), offset: range.lowerBound)
  }

  /// The data, brought to the range. Precondition: as many columns as were fitted.
  public func transform(_ matrix: Matrix<Scalar>) -> Matrix<Scalar> { map.apply(to: matrix) }

  /// The data that `transform` would turn into these, up to rounding. Precondition: as many columns as were fitted.
  public func inverse(_ matrix: Matrix<Scalar>) -> Matrix<Scalar> { map.undo(matrix) }
}

/// Puts a column's mean or median in the place of its missing entries (NaN).
public struct Imputer<Scalar: Real>: Equatable, Sendable {
  /// What stands in for a missing entry.
  public enum Strategy: Equatable, Sendable {
    /// The mean of the column's other entries.
    case mean
    /// The middle one of the column's other entries, or the mean of the middle two.
    case median
  }

  /// What each column's missing entries become; 0 where the column has no entry at all.
  public let values: Vector<Scalar>

  /// Takes the values from these data, shape [samples, features]: the training data alone.
  public init(fitting matrix: Matrix<Scalar>, strategy: Strategy = .mean) {
    switch strategy {
    case .mean: values = Vector(ColumnStatistics(of: matrix).means.map { Scalar($0) })
    case .median:
      values = Vector(
        (0..<matrix.columns).map { column in
          let entries = matrix.column(column).elements.filter { !$0.isNaN }
          return entries.isEmpty ? 0 : median(Vector(entries))
        })
    }
  }

  /// The data without missing entries. Precondition: as many columns as were fitted.
  public func transform(_ matrix: Matrix<Scalar>) -> Matrix<Scalar> {
    if matrix.columns != values.count {
      fatalError("An Imputer of \(values.count) columns can't fill a matrix of \(matrix.columns).")
    }
    return Matrix(rows: matrix.rows, columns: matrix.columns) { row, column in
      matrix[row, column].isNaN ? values[column] : matrix[row, column]
    }
  }
}
