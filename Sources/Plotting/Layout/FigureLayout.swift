/// Turns a figure into a scene: styles, axes, legend, then the places of all plots.
struct FigureLayout {
  let figure: Figure
  let width: Double
  let height: Double
  let theme: Theme
  let typesetter: Typesetter
  let styles: SeriesStyles
  let panels: [Panel]
  private let shared: SharedLabels
  private let colorBar: ColorBarLayout?

  init(_ figure: Figure, width: Double, height: Double) {
    self.figure = figure
    self.width = width
    self.height = height
    typesetter = Typesetter()
    let rows = (figure.charts.count + figure.columns - 1) / figure.columns
    let columns = min(figure.columns, max(figure.charts.count, 1))
    theme = Theme(width: width, height: height, columns: columns, rows: max(rows, 1), textScale: figure.textScale)
    styles = SeriesStyles(
      pinned: figure.seriesStyles + figure.charts.flatMap(\.seriesStyles),
      names: figure.charts.flatMap { $0.marks.compactMap(\.style.series) })
    shared = SharedLabels(figure)
    let resolution = PanelResolution(figure, shared: shared, theme: theme, typesetter: typesetter)
    panels = resolution.panels()
    colorBar = resolution.sharedColorBar()
  }

  // MARK: The scene

  func scene() -> Scene {
    let margin = theme.base * 0.8
    var area = Rect(left: margin, top: margin, right: width - margin, bottom: height - margin)
    var groups: [Scene.Group] = []
    groups += takeTitle(from: &area)
    groups += takeCaption(from: &area)
    if let colorBar { area.width -= colorBar.width(height: area.height * 0.9) }
    let placed = LegendSearch(layout: self, area: area).place()
    for panel in panels {
      let frame = placed.grid.frames[panel.index]
      let plot = placed.plots[panel.index] ?? panel.draw(in: frame, styles: styles)
      groups += panel.groups(frame: frame, plot: plot)
      groups += ownLegend(panel, frame)
    }
    groups += sharedLabels(placed.grid)
    groups += sharedColorBar(placed, area)
    groups += placed.legend
    return Scene(width: width, height: height, groups: groups)
  }

  private func takeTitle(from area: inout Rect) -> [Scene.Group] {
    guard let title = figure.title else { return [] }
    let size = theme.figureTitle
    let lines = typesetter.wrapped(title, size: size, bold: true, width: area.width)
    let elements = lines.enumerated().map { number, line -> Scene.Element in
      let anchor = Point(x: area.minX, y: area.minY + Double(number) * size * 1.25)
      return .text(typesetter.run(line, size: size, bold: true, color: theme.ink, at: anchor, .left, .top))
    }
    let used = Double(lines.count) * size * 1.25 + theme.gap
    area = Rect(left: area.minX, top: area.minY + used, right: area.maxX, bottom: area.maxY)
    return [Scene.Group(role: .title, panel: nil, clip: nil, elements: elements)]
  }

  private func takeCaption(from area: inout Rect) -> [Scene.Group] {
    guard let caption = figure.caption ?? figure.charts.compactMap(\.caption).first else { return [] }
    let size = theme.caption
    let lines = typesetter.wrapped(caption, size: size, width: area.width)
    let top = area.maxY - Double(lines.count) * size * 1.35
    let elements = lines.enumerated().map { number, line -> Scene.Element in
      let anchor = Point(x: area.minX, y: top + Double(number) * size * 1.35)
      return .text(typesetter.run(line, size: size, color: theme.quiet, at: anchor, .left, .top))
    }
    area = Rect(left: area.minX, top: area.minY, right: area.maxX, bottom: top - theme.gap)
    return [Scene.Group(role: .caption, panel: nil, clip: nil, elements: elements)]
  }

  /// The legend of a chart that asked for one in its own corner, in a figure of several.
  private func ownLegend(_ panel: Panel, _ frame: Rect) -> [Scene.Group] {
    guard panels.count > 1, case .inside(let corner) = panel.chart.legend else { return [] }
    let entries = LegendEntry.collect(from: [panel.chart], styles: styles, theme: theme)
    guard !entries.isEmpty else { return [] }
    return [LegendSearch.inside(frame, corner, entries, theme, typesetter, panel: panel.index).group]
  }

  /// Beside the plots; beyond a legend on their right.
  private func sharedColorBar(_ placed: LegendSearch.Result, _ area: Rect) -> [Scene.Group] {
    guard let colorBar else { return [] }
    let bounds = placed.grid.bounds
    let isLegendRight =
      placed.legend.contains { $0.panel == nil } && placed.grid.outer.maxX < area.maxX - theme.base * 4
    let right = isLegendRight ? area.maxX : placed.grid.outer.maxX
    let frame = Rect(left: bounds.minX, top: bounds.minY, right: right, bottom: bounds.maxY)
    return [Scene.Group(role: .colorBar, panel: nil, clip: nil, elements: colorBar.elements(beside: frame))]
  }

  private func sharedLabels(_ grid: PanelGrid) -> [Scene.Group] {
    var elements: [Scene.Element] = []
    let plots = grid.bounds
    if let label = shared.x {
      let anchor = Point(x: plots.midX, y: grid.outer.maxY + theme.base * 1.25)
      elements.append(
        .text(typesetter.run(label, size: theme.base, color: theme.ink, at: anchor, .center, .baseline)))
    }
    if let label = shared.y {
      let anchor = Point(x: grid.outer.minX - theme.base * 0.9, y: plots.midY)
      elements.append(
        .text(typesetter.run(label, size: theme.base, color: theme.ink, at: anchor, .center, .middle, rotation: 90)))
    }
    return elements.isEmpty ? [] : [Scene.Group(role: .axes, panel: nil, clip: nil, elements: elements)]
  }

  /// Room below the plots for the label of x that they share.
  var sharedLabelHeight: Double { shared.x == nil ? 0 : theme.base * 1.6 }

  /// Places the plots inside `area`, with room for the shared labels.
  func grid(in area: Rect) -> PanelGrid {
    let inner = Rect(
      left: area.minX + (shared.y == nil ? 0 : theme.base * 1.6), top: area.minY, right: area.maxX,
      bottom: area.maxY - sharedLabelHeight)
    return PanelGrid(panels, columns: figure.columns, area: inner, theme: theme)
  }
}

/// Labels that all charts of a figure have in common, and that are written once.
struct SharedLabels {
  let x: String?
  let y: String?

  init(_ figure: Figure) {
    func common(_ labels: [String?]) -> String? {
      guard labels.count > 1, let first = labels.first else { return nil }
      return labels.allSatisfy { $0 == first } ? first : nil
    }
    x = common(figure.charts.map(\.x.label))
    y = common(figure.charts.map(\.y.label))
  }
}
