import NumericCore

/// What scalers and imputers know of a matrix's columns; missing entries (NaN) are left out.
struct ColumnStatistics {
  /// How many entries are there.
  var counts: [Int]
  /// The sums of the entries, then the means.
  var means: [Double]
  /// The smallest entries; infinity where there is none.
  var minima: [Double]
  /// The largest entries; minus infinity where there is none.
  var maxima: [Double]
  /// The mean squared distances from the mean.
  var variances: [Double]

  /// Goes over the matrix twice, so that the variances don't suffer from large means.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  init<Scalar: Real>(of matrix: Matrix<Scalar>) {
    counts = Array(repeating: 0, count: matrix.columns)
    means = Array(repeating: 0, count: matrix.columns)
    minima = Array(repeating: .infinity, count: matrix.columns)
    maxima = Array(repeating: -.infinity, count: matrix.columns)
    variances = Array(repeating: 0, count: matrix.columns)
    let (rows, columns) = (matrix.rows, matrix.columns)
    matrix.withUnsafeElements { elements in
      for row in 0..<rows {
        for column in 0..<columns {
          let value = Double(elements[row * columns + column])
          if value.isNaN { continue }
          counts[column] += 1
          means[column] += value
          minima[column] = Swift.min(minima[column], value)
          maxima[column] = Swift.max(maxima[column], value)
        }
      }
      for column in 0..<columns where counts[column] > 0 { means[column] /= Double(counts[column]) }
      for row in 0..<rows {
        for column in 0..<columns {
          let distance = Double(elements[row * columns + column]) - means[column]
          if !distance.isNaN { variances[column] += distance * distance }
        }
      }
    }
    for column in 0..<columns where counts[column] > 0 { variances[column] /= Double(counts[column]) }
  }
}

/// Each column shifted and scaled: `(x - shift) * factor + offset`. What the scalers have in common.
struct ColumnMap<Scalar: Real>: Equatable, Sendable {
  var shift: Vector<Scalar>
  var factor: Vector<Scalar>
  var offset: Scalar

  func apply(to matrix: Matrix<Scalar>) -> Matrix<Scalar> {
    map(matrix) { value, column in (value - shift[column]) * factor[column] + offset }
  }

  func undo(_ matrix: Matrix<Scalar>) -> Matrix<Scalar> {
    map(matrix) { value, column in (value - offset) / factor[column] + shift[column] }
  }

  @inline(__always)
  private func map(_ matrix: Matrix<Scalar>, _ transform: (Scalar, Int) -> Scalar) -> Matrix<Scalar> {
    if matrix.columns != shift.count {
      fatalError("A scaler of \(shift.count) columns can't scale a matrix of \(matrix.columns).")
    }
    var result = matrix
    let (rows, columns) = (matrix.rows, matrix.columns)
    result.withUnsafeMutableElements { elements in
      for row in 0..<rows {
        for column in 0..<columns {
          elements[row * columns + column] = transform(elements[row * columns + column], column)
        }
      }
    }
    return result
  }
}
