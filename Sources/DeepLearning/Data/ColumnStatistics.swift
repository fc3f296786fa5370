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
    let columns = matrix.columns
    matrix.withUnsafeElements { elements in
      for start in stride(from: 0, to: elements.count, by: Swift.max(columns, 1)) {
        for column in 0..<columns {
          let value = Double(elements[start + column])
          if value.isNaN { continue }
          counts[column] += 1
          means[column] += value
          if value < minima[column] { minima[column] = value }
          if value > maxima[column] { maxima[column] = value }
        }
      }
      for column in 0..<columns where counts[column] > 0 { means[column] /= Double(counts[column]) }
      for start in stride(from: 0, to: elements.count, by: Swift.max(columns, 1)) {
        for column in 0..<columns {
          let distance = Double(elements[start + column]) - means[column]
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

  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  func apply(to matrix: Matrix<Scalar>) -> Matrix<Scalar> {
    map(matrix) { value, shift, factor, offset in (value - shift) * factor + offset }
  }

  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  func undo(_ matrix: Matrix<Scalar>) -> Matrix<Scalar> {
    map(matrix) { value, shift, factor, offset in (value - offset) / factor + shift }
  }

  @inline(__always)
  private func map(
    _ matrix: Matrix<Scalar>, _ transform: (Scalar, Scalar, Scalar, Scalar) -> Scalar
  ) -> Matrix<Scalar> {
    if matrix.columns != shift.count {
      fatalError("A scaler of \(shift.count) columns can't scale a matrix of \(matrix.columns).")
    }
    let columns = matrix.columns
    let elements = [Scalar](unsafeUninitializedCapacity: matrix.elementCount) { target, count in
      matrix.withUnsafeElements { source in
        shift.withUnsafeElements { shift in
          factor.withUnsafeElements { factor in
            for row in 0..<matrix.rows {
              for column in 0..<columns {
                let index = row * columns + column
                target[index] = transform(source[index], shift[column], factor[column], offset)
              }
            }
          }
        }
      }
      count = matrix.elementCount
    }
    return Matrix(rows: matrix.rows, columns: columns, elements: elements)
  }
}
