/// Finds the axes of all charts of a figure, shared ones together.
struct PanelResolution {
  private let figure: Figure
  private let shared: SharedLabels
  private let theme: Theme
  private let typesetter: Typesetter

  init(_ figure: Figure, shared: SharedLabels, theme: Theme, typesetter: Typesetter) {
    self.figure = figure
    self.shared = shared
    self.theme = theme
    self.typesetter = typesetter
  }

  func panels() -> [Panel] {
    let extents = figure.charts.map(Self.extent)
    var common = DataExtent()
    for extent in extents {
      common.x.add(extent.x)
      common.y.add(extent.y)
    }
    let xDomain = figure.charts.compactMap(\.x.domain).first
    let yDomain = figure.charts.compactMap(\.y.domain).first
    return figure.charts.enumerated().map { index, chart in
      var x = chart.x
      var y = chart.y
      if figure.sharedX { x.domain = xDomain }
      if figure.sharedY { y.domain = yDomain }
      let column = index % figure.columns
      return Panel(
        chart: chart, index: index, row: index / figure.columns, column: column,
        x: ResolvedAxis(x, extent: figure.sharedX ? common.x : extents[index].x),
        y: ResolvedAxis(y, extent: figure.sharedY ? common.y : extents[index].y),
        xLabel: shared.x == nil ? chart.x.label : nil, yLabel: shared.y == nil ? chart.y.label : nil,
        showsXNumbers: !figure.sharedX || index + figure.columns >= figure.charts.count,
        showsYNumbers: !figure.sharedY || column == 0, hasSharedX: figure.sharedX,
        colorBar: figure.colorBar == nil ? colorBar(chart, chart.colorBar) : nil, theme: theme, typesetter: typesetter)
    }
  }

  private static func extent(of chart: Chart) -> DataExtent {
    let extents = chart.marks.map(\.extent)
    var extent = DataExtent()
    // A contour plot, heat map or image is as large as its grid: a run that leaves it must not shrink it to a dot.
    let flushX = extents.map(\.x).filter(\.isFlush)
    let flushY = extents.map(\.y).filter(\.isFlush)
    for x in flushX.isEmpty ? extents.map(\.x) : flushX { extent.x.add(x) }
    for y in flushY.isEmpty ? extents.map(\.y) : flushY { extent.y.add(y) }
    return extent
  }

  /// The colour bar that all charts share, if the figure asked for one.
  func sharedColorBar() -> ColorBarLayout? {
    guard let options = figure.colorBar else { return nil }
    return figure.charts.lazy.compactMap { colorBar($0, options) }.first
  }

  private func colorBar(_ chart: Chart, _ options: ColorBarOptions) -> ColorBarLayout? {
    let scales = chart.marks.compactMap { mark in mark.colorScale.map { (mark, $0) } }
    guard let (mark, scale) = scales.first else { return nil }
    guard options.isShown ?? (mark is RectangleMark) else { return nil }
    return ColorBarLayout(scale: scale, label: options.label, theme: theme, typesetter: typesetter)
  }
}
