/// The frame of a plot with grid lines, ticks, numbers and labels.
struct AxesDrawing {
  private let panel: Panel
  private let frame: Rect
  private let xTicks: TickLayout
  private let yTicks: TickLayout
  private let xScale: AxisScale
  private let yScale: AxisScale

  init(panel: Panel, frame: Rect) {
    self.panel = panel
    self.frame = frame
    xTicks = panel.xTicks(frame.width)
    yTicks = panel.yTicks(frame.height)
    xScale = AxisScale(panel.x, start: frame.minX, end: frame.maxX)
    yScale = AxisScale(panel.y, start: frame.maxY, end: frame.minY)
  }

  private var theme: Theme { panel.theme }

  func grid() -> [Scene.Element] {
    // Categories are read from their bars, and need no line each.
    let columns = panel.x.categories.isEmpty ? xTicks.major.map { upright(xScale.position($0.value)) } : []
    let rows = panel.y.categories.isEmpty ? yTicks.major.map { level(yScale.position($0.value)) } : []
    guard !(columns + rows).isEmpty else { return [] }
    return [.path(columns + rows, fill: nil, stroke: stroke(theme.grid, theme.gridWidth))]
  }

  private func upright(_ x: Double) -> Polyline {
    Polyline([Point(x: x, y: frame.minY), Point(x: x, y: frame.maxY)])
  }

  private func level(_ y: Double) -> Polyline {
    Polyline([Point(x: frame.minX, y: y), Point(x: frame.maxX, y: y)])
  }

  private func stroke(_ color: Color, _ width: Double) -> Stroke {
    Stroke(color: color, width: width, hasButtEnds: true)
  }

  func elements() -> [Scene.Element] {
    var elements: [Scene.Element] = [.path([Polyline(frame)], fill: nil, stroke: stroke(theme.frame, theme.frameWidth))]
    let ticks = tickLines()
    if !ticks.isEmpty { elements.append(.path(ticks, fill: nil, stroke: stroke(theme.frame, theme.frameWidth))) }
    if panel.showsXNumbers { elements += xNumbers() }
    if panel.showsYNumbers { elements += yNumbers() }
    return elements + labels()
  }

  private func tickLines() -> [Polyline] {
    let long = theme.tickLength
    let short = long * 0.55
    var lines: [Polyline] = []
    func below(_ value: Double, _ length: Double) {
      let x = xScale.position(value)
      lines.append(Polyline([Point(x: x, y: frame.maxY), Point(x: x, y: frame.maxY + length)]))
    }
    func beside(_ value: Double, _ length: Double) {
      let y = yScale.position(value)
      lines.append(Polyline([Point(x: frame.minX - length, y: y), Point(x: frame.minX, y: y)]))
    }
    if panel.x.categories.isEmpty {
      for tick in xTicks.major { below(tick.value, long) }
      for value in xTicks.minor { below(value, short) }
    }
    if panel.y.categories.isEmpty {
      for tick in yTicks.major { beside(tick.value, long) }
      for value in yTicks.minor { beside(value, short) }
    }
    return lines
  }

  private func xNumbers() -> [Scene.Element] {
    let top = frame.maxY + theme.tickLength + theme.gap * 0.35
    return xTicks.major.flatMap { tick in
      let x = xScale.position(tick.value)
      return tick.lines.enumerated().map { number, line -> Scene.Element in
        // The baselines of all numbers lie on one line, superscripts or not.
        let baseline = top + theme.tick * (0.85 + Double(number) * TickLayout.lineHeight)
        let isTurned = xTicks.rotation != 0
        let anchor = Point(
          x: x + (isTurned ? theme.tick * 0.4 : 0), y: isTurned ? baseline - theme.tick * 0.2 : baseline)
        return .text(
          panel.typesetter.run(
            line, size: theme.tick, color: theme.ink, at: anchor, isTurned ? .right : .center, .baseline,
            rotation: xTicks.rotation))
      }
    }
  }

  private func yNumbers() -> [Scene.Element] {
    let right = frame.minX - theme.tickLength - theme.gap * 0.5
    return yTicks.major.flatMap { tick in
      let middle = yScale.position(tick.value)
      let first = middle - Double(tick.lines.count - 1) * theme.tick * TickLayout.lineHeight / 2
      return tick.lines.enumerated().map { number, line -> Scene.Element in
        let anchor = Point(x: right, y: first + Double(number) * theme.tick * TickLayout.lineHeight)
        return .text(
          panel.typesetter.run(line, size: theme.tick, color: theme.ink, at: anchor, .right, .middle))
      }
    }
  }

  private func labels() -> [Scene.Element] {
    let insets = panel.insets(Size(width: frame.width, height: frame.height))
    var elements: [Scene.Element] = []
    if let label = panel.xLabel {
      let anchor = Point(x: frame.midX, y: frame.maxY + insets.bottom - theme.base * 0.35)
      elements.append(.text(text(label, at: anchor, .baseline, rotation: 0)))
    }
    if let label = panel.yLabel {
      let anchor = Point(x: frame.minX - insets.left + theme.base * 0.55, y: frame.midY)
      elements.append(.text(text(label, at: anchor, .middle, rotation: 90)))
    }
    return elements
  }

  private func text(_ label: String, at anchor: Point, _ vertical: Typesetter.Vertical, rotation: Double) -> TextRun {
    panel.typesetter.run(
      label, size: theme.base, color: theme.ink, at: anchor, .center, vertical, rotation: rotation)
  }
}
