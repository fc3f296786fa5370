/// Lines of equal value over a grid, or bands of colour between them.
///
/// Lines are found by marching squares, on the page, so that they are straight in a cell also on logarithmic axes.
public struct ContourMark: Mark {
  /// The values.
  public let grid: Grid
  /// The levels, ascending.
  public let levels: [Double]
  /// Whether the bands between levels are filled.
  public let isFilled: Bool
  /// Whether lines are drawn.
  public let hasLines: Bool
  /// Whether lines carry their levels.
  public let isLabelled: Bool
  /// Colours of the bands, from below the first level to above the last.
  public let map: ColorMap
  /// What the modifiers set.
  public var style = MarkStyle()

  /// Contours of `grid` at `levels`.
  /// - Parameters:
  ///   - grid: the values at points of a rectangle.
  ///   - levels: values of the lines; sorted, duplicates and what is not finite dropped.
  ///   - filled: fills the bands between levels with colours of `map`. Default: lines only.
  ///   - lines: draws lines; default yes. Thin and grey over filled bands unless modifiers say otherwise.
  ///   - labelled: writes the level on lines long enough for it. Default: no.
  ///   - map: default `.pale`, under which coloured lines stay readable.
  public init(
    _ grid: Grid, levels: [Double], filled: Bool = false, lines: Bool = true, labelled: Bool = false,
    map: ColorMap = .pale
  ) {
    self.grid = grid
    var sorted: [Double] = []
    for level in levels.sorted() where level.isFinite && sorted.last != level { sorted.append(level) }
    self.levels = sorted
    isFilled = filled
    hasLines = lines
    isLabelled = labelled
    self.map = map
  }

  /// Contours at `count` round levels at most between the grid's smallest and largest value: multiples of 1, 2 or 5 on a
  /// linear scale; 1, 2, 5, or whole powers of ten on a logarithmic one, which suits losses.
  public init(
    _ grid: Grid, count: Int = 12, scale: ScaleKind = .linear, filled: Bool = false, lines: Bool = true,
    labelled: Bool = false, map: ColorMap = .pale
  ) {
    let domain = ColorScale.domain(of: grid.values, kind: scale)
    let levels = Ticks.levels(scale, domain: domain, maximum: max(count, 2))
    self.init(grid, levels: levels, filled: filled, lines: lines, labelled: labelled, map: map)
  }

  /// The grid, without a margin.
  public var extent: DataExtent {
    var extent = DataExtent(x: .numbers(grid.x), y: .numbers(grid.y))
    extent.x.isFlush = true
    extent.y.isFlush = true
    return extent
  }

  /// A short line for a named series of lines.
  public var legendKey: LegendKey { isFilled ? .none : .line }
  /// Filled bands leave no room.
  public var coversPlot: Bool { true }

  /// The bands' colours.
  public var colorScale: ColorScale? {
    guard isFilled, let first = levels.first, let last = levels.last, first < last else { return nil }
    return ColorScale(map: map, domain: first...last, levels: levels)
  }

  /// Fills the bands, then draws the lines, then their labels.
  public func draw(in plot: inout PlotArea) {
    let x = grid.x.map { plot.x.position($0) }
    let y = grid.y.map { plot.y.position($0) }
    guard !levels.isEmpty, !x.contains(where: \.isNaN), !y.contains(where: \.isNaN) else { return }
    if isFilled { fillBands(&plot, x, y) }
    guard hasLines else { return }
    var tracer = ContourTracer(x: x, y: y, values: grid.values)
    for (level, text) in zip(levels, shortNumbers(levels)) {
      let lines = tracer.lines(at: level)
      let color: Color? = plot.style.hasOwnColor ? nil : isFilled ? Color(gray: 0.25).opacity(0.55) : plot.theme.quiet
      plot.stroke(
        lines, color: color, width: plot.style.lineWidth * (style.lineWidth == nil ? 0.36 : 1),
        dash: style.dash ?? .solid)
      if isLabelled { label(text, on: lines, &plot) }
    }
  }

  /// Paints each region "at least this level" over the one before: neighbours share no seam that could shine through.
  private func fillBands(_ plot: inout PlotArea, _ x: [Double], _ y: [Double]) {
    let regions = ContourTracer.regions(x: x, y: y, values: grid.values, levels: [-.infinity] + levels)
    for (band, region) in regions.enumerated() {
      plot.fill(region, color: map.color(at: Double(band) / Double(levels.count)))
    }
  }

  /// Writes the level where the longest line is flattest, if it is long enough.
  private func label(_ text: String, on lines: [Polyline], _ plot: inout PlotArea) {
    let size = plot.theme.annotation
    let width = plot.typesetter.width(text, size: size)
    let inside = lines.flatMap { Clipping.clip($0, to: plot.frame.inset(by: size)) }
    guard let place = ContourLabel.place(on: inside, width: width * 1.3) else { return }
    let room = Rect(x: place.point.x - width / 2, y: place.point.y - size / 2, width: width, height: size)
    guard !plot.hasWords(in: room) else { return }
    plot.annotate(
      text, at: place.point, .center, .middle, color: plot.theme.ink, size: size, rotation: place.degrees)
  }
}

/// Finds where a contour's label reads best.
enum ContourLabel {
  /// The middle of the flattest stretch of the longest line, and its slope in degrees; `nil` when every line is shorter
  /// than three labels of `width` points.
  static func place(on lines: [Polyline], width: Double) -> (point: Point, degrees: Double)? {
    var best: (length: Double, points: [Point])?
    for line in lines {
      let length = zip(line.points, line.points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
      if length > 3 * width, length > best?.length ?? 0 { best = (length, line.points) }
    }
    guard let points = best?.points else { return nil }
    var flattest: (slope: Double, start: Point, end: Point)?
    var end = 0
    for start in points.indices {
      while end < points.count - 1, points[start].distance(to: points[end]) < width { end += 1 }
      guard points[start].distance(to: points[end]) >= width else { break }
      let slope = abs(points[end].y - points[start].y) / max(abs(points[end].x - points[start].x), 1e-9)
      if slope < flattest?.slope ?? .infinity { flattest = (slope, points[start], points[end]) }
    }
    guard let (_, start, end) = flattest else { return nil }
    let (left, right) = start.x <= end.x ? (start, end) : (end, start)
    let degrees = -angle(dx: right.x - left.x, dy: right.y - left.y) * 180 / .pi
    return (Point(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2), degrees)
  }
}
