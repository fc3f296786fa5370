/// A line through points, in their order. A value that can't be shown (NaN, infinite, or not positive on a logarithmic
/// axis) breaks it.
public struct LineMark: Mark {
  /// Positions along x.
  public let x: PlottableValues
  /// Positions along y.
  public let y: PlottableValues
  /// What the modifiers set.
  public var style = MarkStyle()

  /// A line through numbers. Precondition: as many `x` as `y`.
  public init(x: [Double], y: [Double]) {
    self.init(.numbers(x), .numbers(y))
  }

  /// A line over categories. Precondition: as many `x` as `y`.
  public init(x: [String], y: [Double]) {
    self.init(.categories(x), .numbers(y))
  }

  /// A line over 0, 1, 2, ...: the natural form for a value a step.
  public init(y: [Double]) {
    self.init(.numbers(y.indices.map(Double.init)), .numbers(y))
  }

  private init(_ x: PlottableValues, _ y: PlottableValues) {
    requireEqualCounts("LineMark", x.count, y.count)
    self.x = x
    self.y = y
  }

  /// All points.
  public var extent: DataExtent { DataExtent(x: x, y: y) }
  /// A short line.
  public var legendKey: LegendKey { .line }

  /// Draws the line, and symbols where `symbol(_:)` asked for them.
  public func draw(in plot: inout PlotArea) {
    let lines = plot.lines(x: plot.numbersAlongX(x), y: plot.numbersAlongY(y))
    plot.stroke(lines.map { Simplification.simplified($0) }.filter { $0.points.count > 1 })
    if plot.style.symbol != nil {
      plot.symbols(at: lines.flatMap(\.points))
    } else {
      // A point between two gaps has no line to be seen by.
      plot.dots(at: lines.filter { $0.points.count == 1 }.flatMap(\.points))
    }
  }
}
