/// Values on a rectangular grid: `values[row * columns + column]` belongs to `(x[column], y[row])`.
public struct Grid: Sendable, Hashable {
  /// Coordinates of the columns, ascending or descending.
  public let x: [Double]
  /// Coordinates of the rows, ascending or descending.
  public let y: [Double]
  /// Values, row after row; what is not finite is a hole.
  public let values: [Double]

  /// Values at given coordinates. Precondition: there are `x.count * y.count` of them.
  public init(x: [Double], y: [Double], values: [Double]) {
    require(
      values.count == x.count * y.count,
      "A grid of \(x.count) columns and \(y.count) rows needs \(x.count * y.count) values, and was given \(values.count)."
    )
    self.x = x
    self.y = y
    self.values = values
  }

  /// Evenly spaced values; the outermost lie on the ends of `x` and `y`.
  /// Precondition: there are `columns * rows` of them.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int, values: [Double]) {
    self.init(x: Self.evenly(x, count: columns), y: Self.evenly(y, count: rows), values: values)
  }

  /// A function sampled evenly over a rectangle, its edges included; 200 by 200 samples draw smooth curves on a slide.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 200, rows: Int = 200,
    function: (_ x: Double, _ y: Double) -> Double
  ) {
    let xs = Self.evenly(x, count: columns)
    let ys = Self.evenly(y, count: rows)
    self.init(x: xs, y: ys, values: ys.flatMap { y in xs.map { x in function(x, y) } })
  }

  /// Number of columns.
  public var columns: Int { x.count }
  /// Number of rows.
  public var rows: Int { y.count }

  /// `count` evenly spaced numbers from one end of `range` to the other.
  public static func evenly(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    guard count > 1 else { return count == 1 ? [(range.lowerBound + range.upperBound) / 2] : [] }
    return (0..<count).map { step in
      let fraction = Double(step) / Double(count - 1)
      return range.lowerBound * (1 - fraction) + range.upperBound * fraction
    }
  }
}
