/// A symbol at each point. What can't be shown, or lies outside a fixed domain, is left out.
public struct PointMark: Mark {
  /// Positions along x.
  public let x: PlottableValues
  /// Positions along y.
  public let y: PlottableValues
  /// What the modifiers set.
  public var style = MarkStyle()

  /// Points at numbers. Precondition: as many `x` as `y`.
  public init(x: [Double], y: [Double]) {
    self.init(.numbers(x), .numbers(y))
  }

  /// One point.
  public init(x: Double, y: Double) {
    self.init(.numbers([x]), .numbers([y]))
  }

  /// Points over categories. Precondition: as many `x` as `y`.
  public init(x: [String], y: [Double]) {
    self.init(.categories(x), .numbers(y))
  }

  private init(_ x: PlottableValues, _ y: PlottableValues) {
    requireEqualCounts("PointMark", x.count, y.count)
    self.x = x
    self.y = y
  }

  /// All points.
  public var extent: DataExtent { DataExtent(x: x, y: y) }
  /// The symbol.
  public var legendKey: LegendKey { .symbol }

  /// Draws the symbols.
  public func draw(in plot: inout PlotArea) {
    let points = zip(plot.numbersAlongX(x), plot.numbersAlongY(y)).compactMap { plot.position(x: $0, y: $1) }
    plot.symbols(at: points, symbol: plot.style.seriesSymbol)
  }
}
