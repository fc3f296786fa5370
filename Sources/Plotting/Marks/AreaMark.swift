/// A band between a lower and an upper line, pale so that lines show on it: a spread over seeds, or the area under a
/// curve. A value that can't be shown breaks the band.
public struct AreaMark: Mark {
  /// Positions along x, ascending.
  public let x: [Double]
  /// Lower edge at each x; empty for the axis' zero.
  public let lower: [Double]
  /// Upper edge at each x.
  public let upper: [Double]
  /// What the modifiers set.
  public var style = MarkStyle()

  /// A band. Precondition: all arrays have one length.
  public init(x: [Double], lower: [Double], upper: [Double]) {
    requireEqualCounts("AreaMark", x.count, lower.count, "x and lower")
    requireEqualCounts("AreaMark", x.count, upper.count, "x and upper")
    self.x = x
    self.lower = lower
    self.upper = upper
  }

  /// The area between a line and zero (on a logarithmic axis: its lower end). Precondition: as many `x` as `y`.
  public init(x: [Double], y: [Double]) {
    requireEqualCounts("AreaMark", x.count, y.count)
    self.x = x
    lower = []
    upper = y
  }

  /// Both edges.
  public var extent: DataExtent {
    var extent = DataExtent(x: .numbers(x), y: .numbers(lower + upper))
    extent.y.hasBaseline = lower.isEmpty
    return extent
  }

  /// A box.
  public var legendKey: LegendKey { .swatch }

  /// Fills the band at a quarter of full strength, unless `opacity(_:)` says otherwise.
  public func draw(in plot: inout PlotArea) {
    let base = plot.y.kind == .log ? plot.y.lower : 0
    let floor = lower.isEmpty ? [Double](repeating: base, count: x.count) : lower
    var bands: [Polyline] = []
    var top: [Point] = []
    var bottom: [Point] = []
    func close() {
      if top.count > 1 { bands.append(Polyline(top + bottom.reversed(), isClosed: true)) }
      top = []
      bottom = []
    }
    for index in x.indices {
      // On a logarithmic axis a lower edge of zero or less means: down to the end of the axis.
      let low = plot.y.kind == .log && floor[index] <= 0 ? plot.y.lower : floor[index]
      if let high = plot.position(x: x[index], y: upper[index]), let low = plot.position(x: x[index], y: low) {
        top.append(high)
        bottom.append(low)
      } else {
        close()
      }
    }
    close()
    plot.fill(bands, color: plot.style.color.opacity(style.opacity == nil ? 0.25 : 1))
  }
}
