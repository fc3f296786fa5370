extension Figure {
  /// The figure over what was expected of it: what a sketch shows elsewhere lies faintly behind the figure's own marks, in paler
  /// colours of its series, under one entry of the legend. A heat map that differs is followed by the expected one.
  ///
  /// Charts belong together by their places, and by their titles where one figure has more charts than the other.
  ///
  /// - Parameters:
  ///   - sketch: what is expected.
  ///   - name: the legend's entry, as `expected`.
  /// - Returns: the figure, and whether anything is drawn elsewhere than expected, by more than half a percent of a chart.
  public func over(_ sketch: Sketch, name: String) -> (figure: Figure, differs: Bool) {
    let overlay = SketchOverlay(figure: self, sketch: sketch, name: name)
    let differing = overlay.differingTraces()
    let (marked, hasOtherCells) = overlay.withCells(overlay.figure(showing: differing))
    return (marked, hasOtherCells || differing.contains { !$0.isEmpty })
  }
}

extension Sketch {
  /// How far another sketch of the same figure is from this one, as a share of a chart's side: 0 where they are the same, 1 where a
  /// line is at the other end of a chart; infinite where they don't show the same things.
  public func distance(to other: Sketch) -> Double {
    guard charts.count == other.charts.count else { return .infinity }
    return zip(charts, other.charts).map { $0.distance(to: $1) }.max() ?? 0
  }
}

extension Sketch.Panel {
  fileprivate func distance(to other: Sketch.Panel) -> Double {
    let frame = UnitFrame(self)
    guard (cells == nil) == (other.cells == nil) else { return .infinity }
    let ways = [(traces, other.traces), (other.traces, traces)].flatMap { some, others in
      some.map { trace in trace.distance(toNearestOf: others, in: frame) }
    }
    let maps = cells.flatMap { cells in other.cells.map { cells.distance(to: $0) } }
    return max(ways.max() ?? 0, maps ?? 0)
  }
}

extension Sketch.Trace {
  /// To the nearest trace of the same kind and series.
  func distance(toNearestOf others: [Sketch.Trace], in frame: UnitFrame) -> Double {
    others.filter { $0.kind == kind && $0.series == series }.map { frame.distance(self, $0) }.min() ?? .infinity
  }
}

extension Sketch.Cells {
  /// The largest difference of two cells, as a share of all values; infinite where only one is empty.
  func distance(to other: Sketch.Cells) -> Double {
    guard values.count == other.values.count else { return .infinity }
    let finite = values.compactMap { $0 }
    let unit = max((finite.max() ?? 1) - (finite.min() ?? 0), 1e-300)
    return zip(values, other.values).map { one, other in
      guard let one, let other else { return one == nil && other == nil ? 0 : .infinity }
      return abs(one - other) / unit
    }.max() ?? 0
  }
}

/// Lays a sketch behind a figure.
private struct SketchOverlay {
  let figure: Figure
  let name: String
  private let charts: [Sketch.Panel?]
  private let styles: SeriesStyles

  /// A share of the chart's side that the width of a line hides.
  private static let hidden = 0.005

  init(figure: Figure, sketch: Sketch, name: String) {
    self.figure = figure
    self.name = name
    charts = figure.charts.indices.map { Self.panel(of: sketch, for: $0, of: figure) }
    styles = FigureLayout(figure, width: 1200, height: 900).styles
  }

  /// The panel at the same place, or where there are more or fewer of them, the one with the same title.
  private static func panel(of sketch: Sketch, for place: Int, of figure: Figure) -> Sketch.Panel? {
    let title = figure.charts[place].title
    let isAlike = figure.charts.count == sketch.charts.count
    if place < sketch.charts.count, isAlike || sketch.charts[place].title == title { return sketch.charts[place] }
    let namesakes = sketch.charts.filter { $0.title == title }
    return namesakes.count == 1 && figure.charts.count(where: { $0.title == title }) == 1 ? namesakes[0] : nil
  }

  /// By chart, the traces that the figure hasn't, on axes that show both.
  func differingTraces() -> [[Sketch.Trace]] {
    let all = charts.map { $0?.traces ?? [] }
    let layout = FigureLayout(self.figure(showing: all), width: 1200, height: 900)
    let own = figure.sketch().charts
    return all.enumerated().map { place, traces in
      let frame = UnitFrame(layout.panels[place])
      return traces.filter { $0.distance(toNearestOf: own[place].traces, in: frame) > Self.hidden }
    }
  }

  /// The figure with these traces behind its marks, but on top of what covers the plot.
  func figure(showing traces: [[Sketch.Trace]]) -> Figure {
    var result = figure
    guard traces.contains(where: { !$0.isEmpty }) else { return result }
    // All styles are pinned, so that one more series changes no colour.
    result.seriesStyles = styles.inOrder
    result.seriesStyles.append(SeriesStyle(name: name, color: Color(gray: 0.6), dash: .dashed))
    for (place, traces) in traces.enumerated() where !traces.isEmpty {
      let background = figure.charts[place].marks.prefix { $0.coversPlot }.count
      // On a coloured ground pale lines are lost: there they keep more of their colour, and a white rim.
      let mark = SketchMark(strokes: traces.map { stroke($0, paleness: background > 0 ? 0.2 : 0.55) })
        .foregroundStyle(by: name).lineStyle(halo: background > 0)
      result.charts[place].marks.insert(mark, at: background)
    }
    return result
  }

  private func stroke(_ trace: Sketch.Trace, paleness: Double) -> SketchMark.Stroke {
    let own = trace.series.flatMap { styles[name: $0]?.color }
    let color = own ?? Color(hexadecimal: trace.color) ?? .gray
    return SketchMark.Stroke(
      trace: trace, color: color.mixed(with: .white, by: trace.kind == .dots ? paleness / 2 : paleness))
  }

  /// The figure with the expected heat maps after its own, where they differ: beside a single one, below several.
  func withCells(_ marked: Figure) -> (figure: Figure, differs: Bool) {
    let twins = figure.charts.indices.compactMap { place -> Chart? in
      let chart = figure.charts[place]
      guard let map = chart.heatMap, let panel = charts[place], let expected = panel.cells,
        expected.values.count == map.values.count
      else { return nil }
      let own = Sketch.Cells(values: map.values.map { $0.isFinite ? $0 : nil }, texts: [])
      let isAlike =
        expected.distance(to: own) <= 2 * Self.hidden && expected.texts == chart.texts && panel.title == chart.title
      return isAlike ? nil : twin(of: chart, showing: expected, panel.title)
    }
    var result = marked
    result.charts += twins
    if !twins.isEmpty, figure.charts.count == 1 { result.columns = 2 }
    return (result, !twins.isEmpty)
  }

  /// The same chart with the expected cells and words.
  private func twin(of chart: Chart, showing cells: Sketch.Cells, _ title: String?) -> Chart {
    var twin = chart
    twin.title = title.map { "\(name): \($0)" } ?? name
    var texts = cells.texts[...]
    twin.marks = chart.marks.map { mark in
      switch mark {
      case let map as RectangleMark where !map.values.isEmpty: map.with(values: cells.values.map { $0 ?? .nan })
      case let text as TextMark: text.with(text: texts.popFirst() ?? text.text)
      default: mark
      }
    }
    return twin
  }
}
