import NumericCore

// Numbers for cases: few decimals, so that a student can read them, and away from zero, so that every mistake shows.

extension Philox4x32x10 {
  /// A number in the range with this many decimals.
  public mutating func decimal(in range: Range<Double>, places: Int = 1) -> Double {
    let scale = pow(10, Double(places))
    return (uniform(in: range) * scale).rounded() / scale
  }

  /// A number of this size with either sign.
  public mutating func signed(in sizes: Range<Double> = 0.3..<3, places: Int = 1) -> Double {
    let size = decimal(in: sizes, places: places)
    return bernoulli(0.5) ? size : -size
  }

  /// Numbers of either sign, `[rows, columns]`.
  public mutating func matrix(_ rows: Int, _ columns: Int, in sizes: Range<Double> = 0.3..<3) -> Matrix<Double> {
    Matrix(rows: rows, columns: columns) { _, _ in signed(in: sizes) }
  }

  /// Numbers of either sign, `[count]`.
  public mutating func vector(_ count: Int, in sizes: Range<Double> = 0.3..<3) -> Vector<Double> {
    Vector(count: count) { _ in signed(in: sizes) }
  }

  /// One of these, of which there is one at least.
  public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[integer(below: elements.count)] }
}
