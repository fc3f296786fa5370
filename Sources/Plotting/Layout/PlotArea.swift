/// Where a mark draws: it turns data into positions on the page and collects shapes.
public struct PlotArea {
  /// The rectangle between the axes, on the page.
  public let frame: Rect
  /// How the current mark looks: its modifiers over its series over the defaults.
  public internal(set) var style: ResolvedStyle
  /// Which of the chart's bar marks this is, and how many stand side by side.
  var barSlot = (index: 0, count: 1)

  let x: AxisScale
  let y: AxisScale
  let theme: Theme
  let typesetter: Typesetter
  private(set) var elements: [Scene.Element] = []
  private(set) var annotations: [Scene.Element] = []
  private let columnPlaces: [String: Int]
  private let rowPlaces: [String: Int]

  init(frame: Rect, x: ResolvedAxis, y: ResolvedAxis, theme: Theme, typesetter: Typesetter) {
    self.frame = frame
    self.x = AxisScale(x, start: frame.minX, end: frame.maxX)
    self.y = AxisScale(y, start: frame.maxY, end: frame.minY)
    self.theme = theme
    self.typesetter = typesetter
    style = ResolvedStyle(MarkStyle(), series: nil, theme: theme)
    columnPlaces = Self.places(x.categories)
    rowPlaces = Self.places(y.categories)
  }

  private static func places(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Positions

  /// Where `(x, y)` lies on the page; `nil` when an axis can't show it.
  public func position(x: Double, y: Double) -> Point? {
    let point = Point(x: self.x.position(x), y: self.y.position(y))
    return point.x.isNaN || point.y.isNaN ? nil : point
  }

  /// Numbers along x: as given, or the places of categories counted from 0.
  func numbersAlongX(_ values: PlottableValues) -> [Double] { Self.numbers(values, columnPlaces) }

  /// Numbers along y: as given, or the places of categories counted from 0.
  func numbersAlongY(_ values: PlottableValues) -> [Double] { Self.numbers(values, rowPlaces) }

  private static func numbers(_ values: PlottableValues, _ places: [String: Int]) -> [Double] {
    switch values {
    case .numbers(let numbers): numbers
    case .categories(let names): names.map { places[$0].map(Double.init) ?? .nan }
    }
  }

  /// Lines through the points that can be shown, broken where one can't.
  func lines(x: [Double], y: [Double]) -> [Polyline] {
    var lines: [Polyline] = []
    var current: [Point] = []
    for (x, y) in zip(x, y) {
      if let point = position(x: x, y: y) {
        current.append(point)
      } else {
        if !current.isEmpty { lines.append(Polyline(current)) }
        current = []
      }
    }
    if !current.isEmpty { lines.append(Polyline(current)) }
    return lines
  }

  // MARK: Drawing

  /// Draws lines in the current style; `color`, `width` (points) and `dash` replace parts of it.
  public mutating func stroke(_ lines: [Polyline], color: Color? = nil, width: Double? = nil, dash: LineDash? = nil) {
    let width = width ?? style.lineWidth
    let room = frame.inset(by: -4 * width)
    let clipped = lines.flatMap { Clipping.clip($0, to: room) }
    guard !clipped.isEmpty else { return }
    if style.halo {
      let rim = Stroke(color: Color.white.opacity(0.85), width: width * 2.1)
      elements.append(.path(clipped, fill: nil, stroke: rim))
    }
    let stroke = Stroke(
      color: (color ?? style.color).opacity(style.opacity), width: width,
      dash: (dash ?? style.dash).pattern(width: width))
    elements.append(.path(clipped, fill: nil, stroke: stroke))
  }

  /// Fills the region inside closed lines; where they overlap an even number of times is outside.
  public mutating func fill(_ lines: [Polyline], color: Color? = nil) {
    guard !lines.isEmpty else { return }
    elements.append(.path(lines, fill: (color ?? style.color).opacity(style.opacity), stroke: nil))
  }

  /// Draws the current symbol at points inside the frame; `symbol` stands in where the mark and its series have none.
  public mutating func symbols(at points: [Point], symbol: Symbol? = nil) {
    let inside = points.filter { frame.contains($0) }
    guard !inside.isEmpty, let shape = style.symbol ?? symbol else { return }
    if style.halo {
      let rim = style.symbolSize + 0.5 * theme.lineWidth
      elements.append(.symbols(shape, at: inside, size: rim * 1.15, color: .white))
    }
    elements.append(
      .symbols(shape, at: inside, size: style.symbolSize, color: style.color.opacity(style.opacity)))
  }

  /// Draws open circles a little larger than symbols, so that they show around one.
  mutating func rings(at points: [Point], color: Color) {
    let inside = points.filter { frame.contains($0) }
    guard !inside.isEmpty else { return }
    elements.append(.symbols(.ring, at: inside, size: 1.4 * theme.symbolSize, color: color))
  }

  /// Draws dots as wide as two lines: for points of a line that have no neighbour.
  mutating func dots(at points: [Point]) {
    let inside = points.filter { frame.contains($0) }
    guard !inside.isEmpty else { return }
    elements.append(
      .symbols(.circle, at: inside, size: 2 * style.lineWidth, color: style.color.opacity(style.opacity)))
  }

  mutating func draw(_ image: PixelImage, in rect: Rect) {
    guard image.width > 0, image.height > 0 else { return }
    elements.append(.image(image, rect))
  }

  /// Whether words have been written where `box` is.
  func hasWords(in box: Rect) -> Bool {
    annotations.contains { Self.touches($0, box) }
  }

  /// Moves a label step by step until it touches no earlier one; not beyond the frame.
  private func moveAway(_ run: inout TextRun, by step: Size) {
    let start = run
    for _ in 0..<8 where hasWords(in: run.box.inset(by: -2)) { run.move(step.width, step.height) }
    if !frame.contains(run.box) { run = start }
  }

  private static func touches(_ element: Scene.Element, _ box: Rect) -> Bool {
    if case .text(let other) = element { other.box.intersects(box) } else { false }
  }

  /// Writes text with its named point at `anchor`, moved as little as needed to stay inside the frame.
  mutating func annotate(
    _ text: String, at anchor: Point, _ horizontal: Typesetter.Horizontal, _ vertical: Typesetter.Vertical,
    color: Color? = nil, size: Double? = nil, rotation: Double = 0, halo: Color? = .white, stepAside: Size? = nil
  ) {
    guard frame.inset(by: -1).contains(anchor) else { return }
    var run = typesetter.run(
      text, size: size ?? theme.annotation, color: color ?? theme.ink, at: anchor, horizontal, vertical,
      rotation: rotation, halo: halo)
    let room = frame.inset(by: 3)
    let dx = max(0, room.minX - run.box.minX) + min(0, room.maxX - run.box.maxX)
    let dy = max(0, room.minY - run.box.minY) + min(0, room.maxY - run.box.maxY)
    if run.box.width <= room.width { run.move(dx, 0) }
    if run.box.height <= room.height { run.move(0, dy) }
    if let step = stepAside { moveAway(&run, by: step) }
    annotations.append(.text(run))
  }
}

extension TextRun {
  mutating func move(_ dx: Double, _ dy: Double) {
    origin = origin.moved(dx, dy)
    box.x += dx
    box.y += dy
  }
}

/// How a mark looks once its modifiers, its series and the defaults are joined.
public struct ResolvedStyle: Sendable, Hashable {
  /// Colour of lines, symbols and fills, before `opacity`.
  public let color: Color
  /// Whether a modifier or a series chose the colour.
  let hasOwnColor: Bool
  /// How lines are broken.
  public let dash: LineDash
  /// The symbol that a modifier chose; `nil` leaves it to the mark.
  public let symbol: Symbol?
  /// The symbol of the series, for marks that always draw one.
  public let seriesSymbol: Symbol
  /// Points across a line.
  public let lineWidth: Double
  /// Diameter of a symbol in points.
  public let symbolSize: Double
  /// Multiplied into all colours.
  public let opacity: Double
  /// Whether lines and symbols have a white rim.
  public let halo: Bool

  init(_ style: MarkStyle, series: SeriesStyle?, theme: Theme) {
    color = style.color ?? series?.color ?? SeriesStyle.palette[0]
    hasOwnColor = style.color != nil || series != nil
    dash = style.dash ?? series?.dash ?? .solid
    symbol = style.symbol
    seriesSymbol = style.symbol ?? series?.symbol ?? .circle
    lineWidth = theme.lineWidth * (style.lineWidth ?? 1)
    symbolSize = theme.symbolSize * (style.symbolSize ?? 1)
    opacity = style.opacity ?? 1
    halo = style.halo
  }
}
