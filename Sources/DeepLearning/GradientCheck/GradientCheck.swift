import NumericCore

/// Compares a gradient with differences of the function, in double precision.
///
/// For each coordinate x it takes D(h) = (f(x + h) - f(x - h)) / 2h and D(h/2), and from both (4 D(h/2) - D(h)) / 3, whose
/// error is of order h⁴. Where the function has a kink within h, no difference tells the derivative: such coordinates are
/// left out and counted. A kink shows itself in the function's values alone: D(h) and D(h/2) disagree, or the second
/// difference doesn't shrink with h. So a wrong gradient can't be taken for one.
public struct GradientCheck: Sendable {
  /// h for coordinates up to 1 in magnitude, and in proportion above: 3e-5, at which rounding (about 1e-11 of the value)
  /// and truncation are both far below the tolerance.
  public var step = 3e-5

  /// The largest error allowed, |got - expected| over the larger of the two, or over a thousandth of the largest expected
  /// number where both are smaller than that.
  public var tolerance = 1e-6

  /// The share of coordinates that may lie at kinks: with more, the check fails, for it has seen too little.
  public var maximumExcludedShare = 0.1

  /// A check with the defaults.
  public init() {}

  /// A part of the coordinates that has a name and a shape, such as one layer's weights.
  public struct Block: Hashable, Sendable {
    /// What the report calls it.
    public let name: String
    /// Rows of the matrix, 1 for a vector.
    public let rows: Int
    /// Columns of the matrix.
    public let columns: Int
    /// Its place among the coordinates, row after row.
    public let range: Range<Int>

    /// A block. Precondition: the range has `rows * columns` coordinates.
    public init(name: String, rows: Int, columns: Int, range: Range<Int>) {
      if range.count != rows * columns { fatalError("\(rows) × \(columns) numbers aren't \(range.count).") }
      self.name = name
      self.rows = rows
      self.columns = columns
      self.range = range
    }
  }

  /// Compares the gradient with the function around a point.
  ///
  /// - Parameters:
  ///   - gradient: what is claimed to be the gradient there, as many numbers as the point.
  ///   - point: where; away from zeros and ones, at which wrong formulas can agree with right ones.
  ///   - blocks: the parts of the point; by default it is one vector.
  ///   - value: the function, smooth but for kinks, and the same at each call.
  public func compare(
    _ gradient: Vector<Double>, at point: Vector<Double>, blocks: [Block]? = nil,
    with value: (Vector<Double>) -> Double
  ) -> GradientReport {
    if gradient.count != point.count {
      fatalError("A gradient of \(gradient.count) numbers doesn't fit a point of \(point.count).")
    }
    let whole = Block(name: "vector", rows: 1, columns: point.count, range: 0..<point.count)
    let slopes = slopes(of: value, at: point)
    let largest = slopes.map { abs($0.derivative) }.filter(\.isFinite).max() ?? 0
    let comparison = GradientComparison(
      got: gradient.elements, point: point.elements,
      expected: slopes.map { $0.disagreement <= tolerance / 4 * largest ? $0.derivative : nil },
      floor: max(largest * 1e-3, Double.leastNormalMagnitude))
    return comparison.report(blocks: blocks ?? [whole], check: self)
  }

  /// What differences tell about one coordinate.
  private struct Slope {
    /// The extrapolated derivative.
    let derivative: Double
    /// How much the two steps contradict a smooth function.
    let disagreement: Double
  }

  private func slopes(of value: (Vector<Double>) -> Double, at point: Vector<Double>) -> [Slope] {
    let middle = value(point)
    var moved = point
    return point.indices.map { index in
      let step = step * max(1, abs(point[index]))
      func differences(_ step: Double) -> (first: Double, second: Double) {
        moved[index] = point[index] + step
        let above = value(moved)
        moved[index] = point[index] - step
        let below = value(moved)
        moved[index] = point[index]
        return ((above - below) / (2 * step), (above - 2 * middle + below) / step)
      }
      let (whole, half) = (differences(step), differences(step / 2))
      return Slope(
        derivative: (4 * half.first - whole.first) / 3,
        disagreement: max(abs(whole.first - half.first), abs(whole.second - 2 * half.second)))
    }
  }
}
