import NumericCore

extension Philox4x32x10 {
  /// A number in the range with so few decimals that it reads well.
  mutating func decimal(in range: Range<Double>, places: Int = 1) -> Double {
    let scale = pow(10, Double(places))
    return (uniform(in: range) * scale).rounded() / scale
  }

  /// A number of this size with either sign: away from zero, so that every mistake in it shows.
  mutating func signed(in sizes: Range<Double> = 0.3..<3, places: Int = 1) -> Double {
    let size = decimal(in: sizes, places: places)
    return bernoulli(0.5) ? size : -size
  }

  /// Numbers away from zero, `[rows, columns]`.
  mutating func matrix(_ rows: Int, _ columns: Int, in sizes: Range<Double> = 0.3..<3) -> Matrix<Double> {
    Matrix(rows: rows, columns: columns) { _, _ in signed(in: sizes) }
  }

  /// Numbers away from zero, `[count]`.
  mutating func vector(_ count: Int, in sizes: Range<Double> = 0.3..<3) -> Vector<Double> {
    Vector(count: count) { _ in signed(in: sizes) }
  }

  /// One of these.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[integer(below: elements.count)] }

  /// A matrix with these singular values, `[rows, columns]`, between random singular vectors.
  mutating func matrix(_ rows: Int, _ columns: Int, singularValues: Vector<Double>) throws -> Matrix<Double> {
    let parts = try svd(matrix(rows, columns))
    return parts.u.dot(parts.vTransposed.multiplying(.columns, by: singularValues))
  }

  /// Singular values of which the last is below a tenth of the largest, and another above it but below its root: the count
  /// of those above a tenth depends on how one counts, and with a small largest one on what is compared with it.
  mutating func fadingValues(_ count: Int, largest range: Range<Double> = 3..<6) -> Vector<Double> {
    let largest = decimal(in: range, places: 2)
    return Vector(count: count) { index in
      switch index {
      case 0: largest
      case count - 1: largest * decimal(in: 0.05..<0.08, places: 3)
      case count - 2: largest * decimal(in: 0.2..<0.3, places: 3)
      default: largest * decimal(in: 0.5..<0.9, places: 3)
      }
    }
  }
}
