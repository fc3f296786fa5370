/// One chart of a figure, with its axes resolved and the parts it shares taken away.
struct Panel {
  let chart: Chart
  let index: Int
  let row: Int
  let column: Int
  var x: ResolvedAxis
  var y: ResolvedAxis
  var xLabel: String?
  var yLabel: String?
  var showsXNumbers = true
  var showsYNumbers = true
  /// Whether x is shared, so that only the lowest charts show its numbers.
  var hasSharedX = false
  let colorBar: ColorBarLayout?
  let theme: Theme
  let typesetter: Typesetter

  struct Insets {
    var left = 0.0
    var right = 0.0
    var top = 0.0
    var bottom = 0.0
  }

  /// Height over width that makes the units equally long, if the chart wants that.
  var aspect: Double? {
    guard chart.hasEqualAspect, x.kind == .linear, y.kind == .linear else { return nil }
    return (y.domain.upperBound - y.domain.lowerBound) / (x.domain.upperBound - x.domain.lowerBound)
  }

  func xTicks(_ length: Double) -> TickLayout {
    TickLayout(x, length: length, isUpright: false, size: theme.tick, typesetter: typesetter)
  }

  func yTicks(_ length: Double) -> TickLayout {
    TickLayout(y, length: length, isUpright: true, size: theme.tick, typesetter: typesetter)
  }

  /// Space between ticks and numbers.
  private var numberGap: Double { theme.gap * 0.55 }
  var titleLineHeight: Double { theme.title * 1.25 }

  func titleLines(width: Double) -> [String] {
    chart.title.map { typesetter.wrapped($0, size: theme.title, bold: true, width: max(width, theme.title * 6)) } ?? []
  }

  /// Points that words and ticks need around a plot of `size`.
  func insets(_ size: Size) -> Insets {
    var insets = Insets()
    let bar = chart.hasAxes || colorBar != nil ? colorBar?.width(height: size.height) ?? 0 : 0
    if chart.hasAxes {
      let xTicks = xTicks(size.width)
      let yTicks = yTicks(size.height)
      insets.left = theme.tickLength
      insets.bottom = theme.tickLength
      insets.top = theme.tick * 0.5
      insets.right = theme.gap * 0.5
      if showsYNumbers, !yTicks.major.isEmpty { insets.left += numberGap + yTicks.thickness(isUpright: true) }
      if showsXNumbers, !xTicks.major.isEmpty {
        insets.bottom += numberGap + xTicks.thickness(isUpright: false)
        let overhang = xTicks.overhang(x, length: size.width)
        insets.left = max(insets.left, overhang.left)
        insets.right = max(insets.right, overhang.right)
      }
      if yLabel != nil { insets.left += theme.base * 1.55 }
      if xLabel != nil { insets.bottom += theme.base * 1.6 }
    }
    insets.right = max(insets.right, bar)
    let lines = titleLines(width: size.width + insets.right)
    if !lines.isEmpty { insets.top = theme.gap * 1.1 + Double(lines.count) * titleLineHeight }
    return insets
  }

  // MARK: Drawing

  /// Draws the marks.
  func draw(in frame: Rect, styles: SeriesStyles) -> PlotArea {
    var plot = PlotArea(frame: frame, x: x, y: y, theme: theme, typesetter: typesetter)
    let bars = chart.marks.count { ($0 as? BarMark)?.isGrouped ?? false }
    var bar = 0
    for mark in chart.marks {
      let series = mark.style.series.flatMap { styles[name: $0] }
      plot.style = ResolvedStyle(mark.style, series: series, theme: theme)
      plot.barSlot = (bar, max(bars, 1))
      if (mark as? BarMark)?.isGrouped ?? false { bar += 1 }
      mark.draw(in: &plot)
    }
    return plot
  }

  /// Frame, grid, ticks, numbers and words around `frame`, and what was drawn inside.
  func groups(frame: Rect, plot: PlotArea) -> [Scene.Group] {
    var groups: [Scene.Group] = []
    let axes = AxesDrawing(panel: self, frame: frame)
    let covers = chart.marks.contains { $0.coversPlot }
    if chart.hasAxes, !covers { groups.append(group(.grid, axes.grid())) }
    groups.append(Scene.Group(role: .data, panel: index, clip: frame, elements: plot.elements))
    if chart.hasAxes { groups.append(group(.axes, axes.elements())) }
    groups.append(group(.annotation, plot.annotations))
    if let colorBar { groups.append(group(.colorBar, colorBar.elements(beside: frame))) }
    groups.append(group(.title, title(frame)))
    return groups.filter { !$0.elements.isEmpty }
  }

  private func group(_ role: Scene.Role, _ elements: [Scene.Element]) -> Scene.Group {
    Scene.Group(role: role, panel: index, clip: nil, elements: elements)
  }

  private func title(_ frame: Rect) -> [Scene.Element] {
    let lines = titleLines(width: frame.width + insets(Size(width: frame.width, height: frame.height)).right)
    return lines.enumerated().map { number, line in
      let y = frame.minY - theme.gap * 1.1 - Double(lines.count - number) * titleLineHeight
      return .text(
        typesetter.run(
          line, size: theme.title, bold: true, color: theme.ink, at: Point(x: frame.minX, y: y), .left, .top))
    }
  }
}

extension Panel {
  /// Whether the numbers below are only shown because the place below is free.
  var hangsBelow: Bool { showsXNumbers && hasSharedX }
}
