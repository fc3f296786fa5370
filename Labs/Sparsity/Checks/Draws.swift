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

  /// Numbers of which each column has the mean 0 exactly; `rows` is even.
  mutating func centred(_ rows: Int, _ columns: Int) -> Matrix<Double> {
    let half = matrix(rows / 2, columns, in: 0.3..<2)
    return half.stacked(above: -1 * half)[rows: permutation(2 * (rows / 2))]
  }
}
