/// A straight line across the plot at one value, or segments between pairs of values (error bars).
public struct RuleMark: Mark {
  /// What the rule follows.
  enum Shape: Sendable, Hashable {
    case vertical(Double)
    case horizontal(Double)
    case columns(x: PlottableValues, from: [Double], to: [Double])
    case rows(y: PlottableValues, from: [Double], to: [Double])
  }

  let shape: Shape
  /// Words beside the line; `nil` for none.
  public let label: String?
  /// What the modifiers set.
  public var style = MarkStyle()

  /// A line from bottom to top at `x`, dashed and grey unless modifiers or a series say otherwise.
  public init(x: Double, label: String? = nil) {
    shape = .vertical(x)
    self.label = label
  }

  /// A line from left to right at `y`, dashed and grey unless modifiers or a series say otherwise.
  public init(y: Double, label: String? = nil) {
    shape = .horizontal(y)
    self.label = label
  }

  /// Upright segments at `x`, such as error bars. Precondition: all arrays have one length.
  public init(x: [Double], yStart: [Double], yEnd: [Double]) {
    self.init(columns: .numbers(x), yStart, yEnd)
  }

  /// Upright segments over categories. Precondition: all arrays have one length.
  public init(x: [String], yStart: [Double], yEnd: [Double]) {
    self.init(columns: .categories(x), yStart, yEnd)
  }

  /// Level segments at `y`. Precondition: all arrays have one length.
  public init(y: [Double], xStart: [Double], xEnd: [Double]) {
    requireEqualCounts("RuleMark", y.count, xStart.count, "y and xStart")
    requireEqualCounts("RuleMark", y.count, xEnd.count, "y and xEnd")
    shape = .rows(y: .numbers(y), from: xStart, to: xEnd)
    label = nil
  }

  private init(columns x: PlottableValues, _ from: [Double], _ to: [Double]) {
    requireEqualCounts("RuleMark", x.count, from.count, "x and yStart")
    requireEqualCounts("RuleMark", x.count, to.count, "x and yEnd")
    shape = .columns(x: x, from: from, to: to)
    label = nil
  }

  /// The value, or all ends.
  public var extent: DataExtent {
    var extent = DataExtent()
    switch shape {
    case .vertical(let x): extent.x.add(x)
    case .horizontal(let y): extent.y.add(y)
    case .columns(let x, let from, let to):
      extent.x.add(x)
      extent.y.add(from + to)
    case .rows(let y, let from, let to):
      extent.y.add(y)
      extent.x.add(from + to)
    }
    return extent
  }

  /// A short line.
  public var legendKey: LegendKey { .line }

  /// Draws the line or segments, and the label in the upper part of the plot or at its right end.
  public func draw(in plot: inout PlotArea) {
    switch shape {
    case .vertical(let value):
      let x = plot.x.position(value)
      guard !x.isNaN else { return }
      strokeAcross(&plot, Point(x: x, y: plot.frame.minY), Point(x: x, y: plot.frame.maxY))
      if let label {
        let isLeft = x < plot.frame.midX
        let anchor = Point(x: x + (isLeft ? 1 : -1) * plot.theme.gap * 0.7, y: plot.frame.minY + plot.theme.gap * 0.6)
        plot.annotate(
          label, at: anchor, isLeft ? .left : .right, .top, color: labelColor(plot),
          stepAside: Size(width: 0, height: plot.theme.annotation * 1.3))
      }
    case .horizontal(let value):
      let y = plot.y.position(value)
      guard !y.isNaN else { return }
      strokeAcross(&plot, Point(x: plot.frame.minX, y: y), Point(x: plot.frame.maxX, y: y))
      if let label, plot.frame.minY <= y, y <= plot.frame.maxY {
        let isLow = y > plot.frame.minY + plot.theme.annotation * 2
        let offset = (isLow ? -0.2 : 0.3) * plot.theme.annotation
        let anchor = Point(x: plot.frame.maxX - plot.theme.gap * 0.7, y: y + offset)
        plot.annotate(
          label, at: anchor, .right, isLow ? .bottom : .top, color: labelColor(plot),
          stepAside: Size(width: -plot.theme.annotation * 2, height: 0))
      }
    case .columns(let x, let from, let to):
      let ends = zip(plot.numbersAlongX(x), zip(from, to))
      strokeSegments(&plot, ends.map { (plot.position(x: $0, y: $1.0), plot.position(x: $0, y: $1.1)) })
    case .rows(let y, let from, let to):
      let ends = zip(plot.numbersAlongY(y), zip(from, to))
      strokeSegments(&plot, ends.map { (plot.position(x: $1.0, y: $0), plot.position(x: $1.1, y: $0)) })
    }
  }

  private func labelColor(_ plot: PlotArea) -> Color {
    plot.style.hasOwnColor ? plot.style.color : plot.theme.ink
  }

  private func lineColor(_ plot: PlotArea) -> Color {
    plot.style.hasOwnColor ? plot.style.color : plot.theme.quiet
  }

  private func strokeAcross(_ plot: inout PlotArea, _ start: Point, _ end: Point) {
    plot.stroke(
      [Polyline([start, end])], color: lineColor(plot),
      width: plot.style.lineWidth * (style.lineWidth == nil ? 0.7 : 1),
      dash: plot.style.hasOwnColor && style.series != nil ? nil : style.dash ?? .dashed)
  }

  private func strokeSegments(_ plot: inout PlotArea, _ ends: [(Point?, Point?)]) {
    let lines = ends.compactMap { start, end in
      start.flatMap { start in end.map { Polyline([start, $0]) } }
    }
    plot.stroke(lines, width: plot.style.lineWidth * 0.7, dash: style.dash ?? .solid)
  }
}
