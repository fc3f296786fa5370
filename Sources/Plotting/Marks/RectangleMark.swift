/// A heat map (a grid of values as coloured cells), or a single rectangle such as a region of interest.
public struct RectangleMark: Mark {
  enum Shape: Sendable, Hashable {
    case region(x: ClosedRange<Double>, y: ClosedRange<Double>)
    case cells(x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int)
    case table(x: [String], y: [String])
  }

  let shape: Shape
  /// Values of the cells, row after row from the lowest y; empty for a single rectangle.
  public private(set) var values: [Double]
  private let scale: ColorScale
  private let isAnnotated: Bool
  /// What the modifiers set.
  public var style = MarkStyle()

  /// A filled rectangle.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    shape = .region(x: x, y: y)
    values = []
    scale = ColorScale(map: .grays, domain: 0...1)
    isAnnotated = false
  }

  /// A heat map whose cells tile `x` by `y`. On logarithmic axes the cells are equally large on the page.
  /// - Parameters:
  ///   - x: from the left edge of the first column to the right edge of the last.
  ///   - y: from the lower edge of the first row to the upper edge of the last.
  ///   - values: rows from the lowest y upwards, all of one length.
  ///   - map: colours; default `.viridis`.
  ///   - domain: the values of the map's ends; default: the finite values' range.
  ///   - scale: spacing of the colours.
  ///   - annotated: writes each value in its cell.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, values: [[Double]], map: ColorMap = .viridis,
    domain: ClosedRange<Double>? = nil, scale: ScaleKind = .linear, annotated: Bool = false
  ) {
    let columns = values.first?.count ?? 0
    Self.requireRectangle(values, columns: columns)
    self.init(
      .cells(x: x, y: y, columns: columns, rows: values.count), values.flatMap { $0 }, map, domain, scale, annotated)
  }

  /// A heat map of a grid: a cell around each point, the outermost cells half beyond the ends.
  public init(
    _ grid: Grid, map: ColorMap = .viridis, domain: ClosedRange<Double>? = nil, scale: ScaleKind = .linear,
    annotated: Bool = false
  ) {
    self.init(
      .cells(x: Self.span(grid.x), y: Self.span(grid.y), columns: grid.columns, rows: grid.rows), grid.values, map,
      domain, scale, annotated)
  }

  /// A heat map over categories, such as a confusion matrix; rows from the lowest y upwards.
  /// Precondition: `values` has a row for each `y`, with a value for each `x`.
  public init(
    x: [String], y: [String], values: [[Double]], map: ColorMap = .viridis, domain: ClosedRange<Double>? = nil,
    scale: ScaleKind = .linear, annotated: Bool = false
  ) {
    requireEqualCounts("RectangleMark", y.count, values.count, "y names and rows of")
    Self.requireRectangle(values, columns: x.count)
    self.init(.table(x: x, y: y), values.flatMap { $0 }, map, domain, scale, annotated)
  }

  private init(
    _ shape: Shape, _ values: [Double], _ map: ColorMap, _ domain: ClosedRange<Double>?, _ kind: ScaleKind,
    _ annotated: Bool
  ) {
    self.shape = shape
    self.values = values
    scale = ColorScale(map: map, domain: domain ?? ColorScale.domain(of: values, kind: kind), kind: kind)
    isAnnotated = annotated
  }

  /// The same cells with other values, in the same colours. Precondition: as many as before.
  func with(values: [Double]) -> RectangleMark {
    requireEqualCounts("RectangleMark", self.values.count, values.count, "old and new")
    var copy = self
    copy.values = values
    return copy
  }

  private static func requireRectangle(_ rows: [[Double]], columns: Int) {
    for row in rows {
      require(
        row.count == columns, "A heat map needs \(columns) values in every row, and was given \(row.count) in one.")
    }
  }

  private static func span(_ centers: [Double]) -> ClosedRange<Double> {
    guard let first = centers.min(), let last = centers.max(), centers.count > 1 else {
      let center = centers.first ?? 0
      return (center - 0.5)...(center + 0.5)
    }
    let half = (last - first) / Double(centers.count - 1) / 2
    return (first - half)...(last + half)
  }

  /// The ranges or categories, without a margin.
  public var extent: DataExtent {
    var extent = DataExtent()
    switch shape {
    case .region(let x, let y):
      extent = DataExtent(x: .numbers([x.lowerBound, x.upperBound]), y: .numbers([y.lowerBound, y.upperBound]))
      return extent
    case .cells(let x, let y, _, _):
      extent = DataExtent(x: .numbers([x.lowerBound, x.upperBound]), y: .numbers([y.lowerBound, y.upperBound]))
    case .table(let x, let y): extent = DataExtent(x: .categories(x), y: .categories(y))
    }
    extent.x.isFlush = true
    extent.y.isFlush = true
    return extent
  }

  /// A box for a named rectangle.
  public var legendKey: LegendKey { values.isEmpty ? .swatch : .none }
  /// Cells leave no room.
  public var coversPlot: Bool { !values.isEmpty }
  /// The cells' colours.
  public var colorScale: ColorScale? { values.isEmpty ? nil : scale }

  /// Draws the rectangle, or the cells as one image.
  public func draw(in plot: inout PlotArea) {
    switch shape {
    case .region(let x, let y):
      guard let box = plot.box(x, y) else { return }
      plot.fill([Polyline(box)])
    case .cells(let x, let y, let columns, let rows): draw(&plot, plot.box(x, y), columns, rows)
    case .table(let x, let y):
      let box = plot.box(-0.5...(Double(x.count) - 0.5), -0.5...(Double(y.count) - 0.5))
      draw(&plot, box, x.count, y.count)
    }
  }

  private func draw(_ plot: inout PlotArea, _ box: Rect?, _ columns: Int, _ rows: Int) {
    guard let box, columns > 0, rows > 0 else { return }
    // The image's first row is its top, the grid's first row the lowest y, unless an axis is reversed.
    var ordered: [Double] = []
    ordered.reserveCapacity(values.count)
    for line in 0..<rows {
      let row = plot.y.isReversed ? line : rows - 1 - line
      let cells = values[(row * columns)..<((row + 1) * columns)]
      if plot.x.isReversed { ordered += cells.reversed() } else { ordered += cells }
    }
    plot.draw(PixelImage(width: columns, height: rows, values: ordered, scale: scale), in: box)
    if isAnnotated { annotate(&plot, box, columns, rows, ordered) }
  }

  private func annotate(_ plot: inout PlotArea, _ box: Rect, _ columns: Int, _ rows: Int, _ ordered: [Double]) {
    let cell = Size(width: box.width / Double(columns), height: box.height / Double(rows))
    let words = ordered.map { $0.isNaN ? "" : shortNumber($0) }
    let widest = words.map { plot.typesetter.width($0, size: 1) }.max() ?? 1
    let size = min(plot.theme.annotation, cell.width * 0.85 / max(widest, 1e-9), cell.height * 0.7)
    for (index, word) in words.enumerated() where !word.isEmpty {
      let center = Point(
        x: box.x + (Double(index % columns) + 0.5) * cell.width,
        y: box.y + (Double(index / columns) + 0.5) * cell.height)
      let isDark = scale.color(for: ordered[index]).luminance < 0.35
      plot.annotate(
        word, at: center, .center, .middle, color: isDark ? .white : plot.theme.ink, size: size, halo: nil)
    }
  }
}

extension PlotArea {
  /// The rectangle of two ranges on the page; `nil` when an axis can't show it.
  func box(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> Rect? {
    let left = self.x.position(x.lowerBound)
    let right = self.x.position(x.upperBound)
    let low = self.y.position(y.lowerBound)
    let high = self.y.position(y.upperBound)
    guard !left.isNaN, !right.isNaN, !low.isNaN, !high.isNaN else { return nil }
    return Rect(left: min(left, right), top: min(low, high), right: max(left, right), bottom: max(low, high))
  }
}
