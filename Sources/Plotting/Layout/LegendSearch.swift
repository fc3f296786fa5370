/// Finds a place for the figure's legend that costs the least and hides nothing.
struct LegendSearch {
  let layout: FigureLayout
  let area: Rect

  struct Result {
    let grid: PanelGrid
    var legend: [Scene.Group] = []
    /// Plots that were drawn during the search, by chart.
    var plots: [Int: PlotArea] = [:]
  }

  private var theme: Theme { layout.theme }
  private var typesetter: Typesetter { layout.typesetter }

  func place() -> Result {
    let charts = layout.figure.charts.filter { layout.panels.count == 1 || !$0.hasLegendOfItsOwn }
    let entries = LegendEntry.collect(from: charts, styles: layout.styles, theme: theme)
    guard !entries.isEmpty else { return Result(grid: layout.grid(in: area)) }
    switch layout.figure.legend {
    case .hidden: return Result(grid: layout.grid(in: area))
    case .right: return right(entries)
    case .below: return below(entries)
    case .inside(let corner): return inside(corner, entries)
    case .automatic:
      if layout.panels.count == 1 { return insideEmptyCorner(entries) ?? larger(right(entries), below(entries)) }
      return inFreeSlot(entries) ?? larger(right(entries), below(entries))
    }
  }

  private func larger(_ one: Result, _ other: Result) -> Result {
    one.grid.plotArea >= other.grid.plotArea ? one : other
  }

  // MARK: Outside

  private func right(_ entries: [LegendEntry]) -> Result {
    let block = LegendBlock.fitting(height: area.height * 0.95, entries, theme: theme, typesetter: typesetter)
    let room = block.size.width + theme.gap * 2
    let narrow = Rect(left: area.minX, top: area.minY, right: area.maxX - room, bottom: area.maxY)
    let grid = layout.grid(in: narrow)
    // Beside the plots rather than at the page's edge, and the whole centred.
    let x = min(grid.outer.maxX + theme.gap * 2, area.maxX - block.size.width)
    let corner = Point(x: x, y: max(area.minY, grid.bounds.minY - theme.legend * 0.2))
    return Result(grid: grid, legend: [group(block.elements(at: corner))])
  }

  private func below(_ entries: [LegendEntry]) -> Result {
    let block = LegendBlock.fitting(width: area.width, entries, theme: theme, typesetter: typesetter)
    let room = block.size.height + theme.gap
    let grid = layout.grid(
      in: Rect(left: area.minX, top: area.minY, right: area.maxX, bottom: area.maxY - room))
    let centered = grid.bounds.midX - block.size.width / 2
    let x = min(max(centered, area.minX), area.maxX - block.size.width)
    // Under the plots rather than at the page's foot, where equal aspect has left room.
    let y = min(area.maxY - block.size.height, grid.outer.maxY + layout.sharedLabelHeight + theme.gap)
    let corner = Point(x: max(x, area.minX), y: y)
    return Result(grid: grid, legend: [group(block.elements(at: corner))])
  }

  private func inFreeSlot(_ entries: [LegendEntry]) -> Result? {
    let grid = layout.grid(in: area)
    guard let slot = grid.freeSlot else { return nil }
    // The numbers of the plots above hang into the slot.
    let numbers = theme.tickLength + theme.tick * 2.2
    let room = Rect(left: slot.minX, top: slot.minY + numbers, right: slot.maxX, bottom: slot.maxY)
    let block = LegendBlock.fitting(height: room.height, entries, theme: theme, typesetter: typesetter)
    guard block.size.width <= room.width, block.size.height <= room.height else { return nil }
    let corner = Point(x: room.midX - block.size.width / 2, y: room.midY - block.size.height / 2)
    return Result(grid: grid, legend: [group(block.elements(at: corner))])
  }

  // MARK: Inside

  private func inside(_ corner: Corner, _ entries: [LegendEntry]) -> Result {
    let grid = layout.grid(in: area)
    guard let frame = grid.frames.first, layout.panels.count == 1 else { return larger(right(entries), below(entries)) }
    let legend = Self.inside(frame, corner, entries, theme, typesetter, panel: 0)
    return Result(grid: grid, legend: [legend.group])
  }

  /// The corner with the most room around the legend, where it touches nothing.
  private func insideEmptyCorner(_ entries: [LegendEntry]) -> Result? {
    guard let panel = layout.panels.first, !panel.chart.marks.contains(where: \.coversPlot) else { return nil }
    let grid = layout.grid(in: area)
    guard let frame = grid.frames.first else { return nil }
    let plot = panel.draw(in: frame, styles: layout.styles)
    let obstacles = Obstacles(plot.elements + plot.annotations)
    for room in [theme.gap * 3, theme.gap * 0.8] {
      for corner in Corner.allCases {
        let legend = Self.inside(frame, corner, entries, theme, typesetter, panel: 0)
        let fits = legend.box.width < frame.width * 0.6 && legend.box.height < frame.height * 0.8
        if fits, obstacles.leaveFree(legend.box.inset(by: -room)) {
          return Result(grid: grid, legend: [legend.group], plots: [0: plot])
        }
      }
    }
    return nil
  }

  /// A legend in a corner of `frame`, on white.
  static func inside(
    _ frame: Rect, _ corner: Corner, _ entries: [LegendEntry], _ theme: Theme, _ typesetter: Typesetter, panel: Int
  ) -> (group: Scene.Group, box: Rect) {
    let padding = theme.gap * 0.6
    let block = LegendBlock.fitting(height: frame.height * 0.9, entries, theme: theme, typesetter: typesetter)
    let size = Size(width: block.size.width + 2 * padding, height: block.size.height + padding)
    let isLeft = corner == .topLeft || corner == .bottomLeft
    let isTop = corner == .topLeft || corner == .topRight
    let distance = theme.gap * 0.8
    let box = Rect(
      x: isLeft ? frame.minX + distance : frame.maxX - distance - size.width,
      y: isTop ? frame.minY + distance : frame.maxY - distance - size.height, width: size.width, height: size.height)
    let page = Scene.Element.path([Polyline(box)], fill: Color.white.opacity(0.85), stroke: nil)
    let elements = [page] + block.elements(at: Point(x: box.x + padding, y: box.y + padding / 2))
    return (Scene.Group(role: .legend, panel: panel, clip: nil, elements: elements), box)
  }

  private func group(_ elements: [Scene.Element]) -> Scene.Group {
    Scene.Group(role: .legend, panel: nil, clip: nil, elements: elements)
  }
}
