/// One line of a legend.
struct LegendEntry: Sendable, Hashable {
  let text: String
  /// The samples before the name; empty for an entry without a line.
  var keys: [LegendKey]
  let style: ResolvedStyle?
  /// The symbol of the first mark of the series that draws one.
  var symbol: Symbol?

  /// The entries of charts: one a series, in the order of the styles; then those without a sample.
  static func collect(from charts: [Chart], styles: SeriesStyles, theme: Theme) -> [LegendEntry] {
    var entries: [String: LegendEntry] = [:]
    var names: [String] = []
    for mark in charts.flatMap(\.marks) {
      guard let name = mark.style.series, mark.legendKey != .none else { continue }
      var keys = [mark.legendKey]
      if mark.legendKey == .line, mark.style.symbol != nil { keys.append(.symbol) }
      if var entry = entries[name] {
        for key in keys where !entry.keys.contains(key) { entry.keys.append(key) }
        if keys.contains(.symbol), entry.symbol == nil {
          entry.symbol = mark.style.symbol ?? styles[name: name]?.symbol
        }
        entries[name] = entry
      } else {
        let style = ResolvedStyle(mark.style, series: styles[name: name], theme: theme)
        let symbol = keys.contains(.symbol) ? style.seriesSymbol : nil
        entries[name] = LegendEntry(text: name, keys: keys, style: style, symbol: symbol)
        names.append(name)
      }
    }
    names.sort { (styles.place(of: $0) ?? 0) < (styles.place(of: $1) ?? 0) }
    var gaps: [String] = []
    for gap in charts.flatMap(\.legendGaps) where !gaps.contains(gap) { gaps.append(gap) }
    return names.compactMap { entries[$0] } + gaps.map { LegendEntry(text: $0, keys: [], style: nil) }
  }
}

/// A legend laid out in columns.
struct LegendBlock {
  let size: Size
  private let entries: [LegendEntry]
  private let rows: Int
  private let columnWidths: [Double]
  private let theme: Theme
  private let typesetter: Typesetter
  private let keyWidth: Double
  private let lineHeight: Double

  /// A legend of at most `maximumRows` rows; columns are filled from top to bottom.
  init(_ entries: [LegendEntry], maximumRows: Int, theme: Theme, typesetter: Typesetter) {
    self.entries = entries
    self.theme = theme
    self.typesetter = typesetter
    keyWidth = theme.legend * (entries.contains { $0.keys.contains(.line) } ? 2.3 : 1.1)
    lineHeight = theme.legend * 1.42
    let count = entries.count
    let columns = max(1, (count + max(maximumRows, 1) - 1) / max(maximumRows, 1))
    let rows = max(1, (count + columns - 1) / columns)
    self.rows = rows
    let space = keyWidth + theme.legend * 0.5
    columnWidths = stride(from: 0, to: count, by: rows).map { start in
      let texts = entries[start..<min(start + rows, count)].map { typesetter.width($0.text, size: theme.legend) }
      return space + (texts.max() ?? 0)
    }
    let gaps = Double(max(columnWidths.count - 1, 0)) * theme.legend * 1.4
    size = Size(width: columnWidths.reduce(0, +) + gaps, height: Double(rows) * lineHeight)
  }

  /// The legend with the fewest rows that is no wider than `width`.
  static func fitting(
    width: Double, _ entries: [LegendEntry], theme: Theme, typesetter: Typesetter
  ) -> LegendBlock {
    for rows in 1...max(entries.count, 1) {
      let block = LegendBlock(entries, maximumRows: rows, theme: theme, typesetter: typesetter)
      if block.size.width <= width { return block }
    }
    return LegendBlock(entries, maximumRows: max(entries.count, 1), theme: theme, typesetter: typesetter)
  }

  /// The legend no taller than `height`, in as few columns as that allows.
  static func fitting(
    height: Double, _ entries: [LegendEntry], theme: Theme, typesetter: Typesetter
  ) -> LegendBlock {
    let rows = max(1, Int(height / (theme.legend * 1.42)))
    return LegendBlock(entries, maximumRows: rows, theme: theme, typesetter: typesetter)
  }

  /// The shapes and words, from the top left corner.
  func elements(at corner: Point) -> [Scene.Element] {
    var elements: [Scene.Element] = []
    var x = corner.x
    for (column, width) in columnWidths.enumerated() {
      for row in 0..<rows {
        let index = column * rows + row
        guard index < entries.count else { break }
        let middle = Point(x: x, y: corner.y + (Double(row) + 0.5) * lineHeight)
        elements += self.elements(entries[index], at: middle)
      }
      x += width + theme.legend * 1.4
    }
    return elements
  }

  private func elements(_ entry: LegendEntry, at left: Point) -> [Scene.Element] {
    let text = typesetter.run(
      entry.text, size: theme.legend, color: entry.keys.isEmpty ? theme.quiet : theme.ink,
      at: left.moved(keyWidth + theme.legend * 0.5, 0), .left, .middle)
    guard let style = entry.style else { return [.text(text)] }
    let color = style.color.opacity(max(style.opacity, 0.5))
    var shapes: [Scene.Element] = []
    if entry.keys.contains(.swatch) {
      let side = theme.legend * 0.8
      let box = Rect(x: left.x + (keyWidth - side * 1.3) / 2, y: left.y - side / 2, width: side * 1.3, height: side)
      let fill = entry.keys.contains(.line) ? color.opacity(0.35) : color
      shapes.append(.path([Polyline(box)], fill: fill, stroke: nil))
    }
    if entry.keys.contains(.line) {
      let width = max(style.lineWidth, theme.lineWidth * 0.8)
      let line = Polyline([left, left.moved(keyWidth, 0)])
      shapes.append(
        .path([line], fill: nil, stroke: Stroke(color: color, width: width, dash: style.dash.pattern(width: width))))
    }
    if entry.keys.contains(.symbol) {
      let size = min(max(style.symbolSize, theme.symbolSize * 0.8), theme.legend)
      shapes.append(
        .symbols(entry.symbol ?? style.seriesSymbol, at: [left.moved(keyWidth / 2, 0)], size: size, color: color))
    }
    return shapes + [.text(text)]
  }
}
