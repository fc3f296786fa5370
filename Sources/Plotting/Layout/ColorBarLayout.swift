/// A colour bar beside a plot: the colours, their values, and words.
struct ColorBarLayout {
  let scale: ColorScale
  let label: String?
  let theme: Theme
  let typesetter: Typesetter

  private var barWidth: Double { theme.base * 0.95 }
  private var hasBands: Bool { scale.levels.count > 1 }

  /// The bar's values: those of the data, or, for bands, the numbers of the levels, so that all bands are equally tall.
  private var axis: ResolvedAxis {
    var options = AxisOptions()
    options.kind = hasBands ? .linear : scale.kind
    options.domain = hasBands ? 0...Double(scale.levels.count - 1) : scale.domain
    if hasBands {
      options.ticks = .labelled(scale.levels.indices.map(Double.init), shortNumbers(scale.levels))
    }
    return ResolvedAxis(options, extent: AxisExtent())
  }

  private func ticks(height: Double) -> TickLayout {
    TickLayout(axis, length: height, isUpright: true, size: theme.tick, typesetter: typesetter)
  }

  /// Points that the bar needs right of a plot of `height`, its distance included.
  func width(height: Double) -> Double {
    let words = label == nil ? 0 : theme.base * 1.5
    return theme.gap * 1.6 + barWidth + theme.tickLength + theme.gap * 0.6
      + ticks(height: height).thickness(isUpright: true)
      + words
  }

  /// The shapes and words beside `frame`.
  func elements(beside frame: Rect) -> [Scene.Element] {
    let bar = Rect(x: frame.maxX + theme.gap * 1.6, y: frame.y, width: barWidth, height: frame.height)
    var elements = colors(in: bar)
    let outline = Stroke(color: theme.frame, width: theme.frameWidth, hasButtEnds: true)
    elements.append(.path([Polyline(bar)], fill: nil, stroke: outline))
    let ticks = ticks(height: bar.height)
    let position = AxisScale(axis, start: bar.maxY, end: bar.minY)
    let marks = ticks.major.map { tick in
      let y = position.position(tick.value)
      return Polyline([Point(x: bar.maxX, y: y), Point(x: bar.maxX + theme.tickLength * 0.7, y: y)])
    }
    if !marks.isEmpty { elements.append(.path(marks, fill: nil, stroke: outline)) }
    let left = bar.maxX + theme.tickLength + theme.gap * 0.4
    for tick in ticks.major {
      let anchor = Point(x: left, y: position.position(tick.value))
      for line in tick.lines {
        elements.append(
          .text(typesetter.run(line, size: theme.tick, color: theme.ink, at: anchor, .left, .middle)))
      }
    }
    if let label {
      let x = left + ticks.thickness(isUpright: true) + theme.base * 0.95
      let anchor = Point(x: x, y: bar.midY)
      elements.append(
        .text(typesetter.run(label, size: theme.base, color: theme.ink, at: anchor, .center, .middle, rotation: 90)))
    }
    return elements
  }

  private func colors(in bar: Rect) -> [Scene.Element] {
    guard hasBands else {
      let values = (0..<256).map { 1 - (Double($0) + 0.5) / 256 }
      let image = PixelImage(width: 1, height: 256, values: values, map: scale.map, domain: 0...1)
      return [.image(image, bar)]
    }
    let bands = scale.levels.count - 1
    return (0..<bands).map { band in
      let top = bar.maxY - bar.height * Double(band + 1) / Double(bands)
      let box = Rect(x: bar.x, y: top, width: bar.width, height: bar.height / Double(bands))
      let color = scale.map.color(at: Double(band + 1) / Double(bands + 1))
      return .path([Polyline(box)], fill: color, stroke: nil)
    }
  }
}
