/// A figure reduced to what can be drawn faintly behind another run of it: lines, dots, rules, and the cells of heat maps.
///
/// A sketch is small enough to keep beside a lab: long lines hold only the points that change their course on the page, and
/// numbers only the digits that move them visibly.
public struct Sketch: Sendable, Hashable, Codable {
  /// The charts, row after row.
  public var charts: [Panel]

  /// What one chart shows.
  public struct Panel: Sendable, Hashable, Codable {
    /// The chart's title.
    public var title: String?
    /// What it shows from left to right.
    public var x: Axis
    /// What it shows from bottom to top.
    public var y: Axis
    /// Its lines, dots and rules, first to last.
    public var traces: [Trace]
    /// Its heat map and the words on it; nothing in charts without one.
    public var cells: Cells?
  }

  /// An axis of a chart.
  public struct Axis: Sendable, Hashable, Codable {
    /// Where it begins.
    public var lower: Double
    /// Where it ends.
    public var upper: Double
    /// Whether equal ratios are equally long.
    public var isLogarithmic: Bool
    /// Up to which size numbers are spaced evenly on an axis that is logarithmic on both sides of 0; nothing on others.
    public var threshold: Double?
  }

  /// One line, the dots of one mark, or one rule.
  public struct Trace: Sendable, Hashable, Codable {
    /// What is drawn through the places.
    public enum Kind: String, Sendable, Hashable, Codable {
      /// A line from place to place.
      case line
      /// A symbol at each place.
      case dots
      /// A line from bottom to top at `x[0]`; `y` is empty.
      case column
      /// A line from left to right at `y[0]`; `x` is empty.
      case row
    }

    /// What is drawn.
    public var kind: Kind
    /// The series that it belongs to.
    public var series: String?
    /// `#rrggbb`: its colour where the series has none in the other figure.
    public var color: String
    /// Finite places along x.
    public var x: [Double]
    /// Finite places along y.
    public var y: [Double]
  }

  /// A heat map.
  public struct Cells: Sendable, Hashable, Codable {
    /// Row after row from the lowest y; nothing where a cell is empty.
    public var values: [Double?]
    /// The words on the map, in order.
    public var texts: [String]
  }
}

extension Figure {
  /// The figure as a sketch: what a later run can be compared with.
  ///
  /// - Parameters:
  ///   - width: of the page that decides which points can be told apart; 1200 by default.
  ///   - height: of that page; 900 by default.
  public func sketch(width: Double = 1200, height: Double = 900) -> Sketch {
    let layout = FigureLayout(self, width: width, height: height)
    return Sketch(charts: layout.panels.map { Sketcher($0, styles: layout.styles).sketch() })
  }
}

/// Reads the marks of one chart.
private struct Sketcher {
  private let panel: Panel
  private let styles: SeriesStyles
  private let frame: UnitFrame

  init(_ panel: Panel, styles: SeriesStyles) {
    self.panel = panel
    self.styles = styles
    frame = UnitFrame(panel)
  }

  func sketch() -> Sketch.Panel {
    Sketch.Panel(
      title: panel.chart.title, x: Sketch.Axis(panel.x), y: Sketch.Axis(panel.y),
      traces: panel.chart.marks.flatMap(traces), cells: cells)
  }

  private var cells: Sketch.Cells? {
    guard let map = panel.chart.heatMap else { return nil }
    return Sketch.Cells(
      values: map.values.map { $0.isFinite ? shortened($0) { $0 / map.unit } : nil }, texts: panel.chart.texts)
  }

  private func traces(of mark: any Mark) -> [Sketch.Trace] {
    switch mark {
    case let line as LineMark:
      guard case .numbers(let x) = line.x, case .numbers(let y) = line.y else { return [] }
      return frame.runs(x, y).map { trace(.line, mark, frame.thinned($0)) }
    case let points as PointMark:
      guard case .numbers(let x) = points.x, case .numbers(let y) = points.y else { return [] }
      let shown = frame.runs(x, y).flatMap { $0 }
      return shown.isEmpty ? [] : [trace(.dots, mark, shown)]
    case let histogram as HistogramMark:
      return [trace(.line, mark, histogram.steps)]
    case let rule as RuleMark:
      switch rule.shape {
      case .vertical(let x) where x.isFinite: return [trace(.column, mark, x: [frame.shortX(x)], y: [])]
      case .horizontal(let y) where y.isFinite: return [trace(.row, mark, x: [], y: [frame.shortY(y)])]
      default: return []
      }
    default: return []
    }
  }

  private func trace(_ kind: Sketch.Trace.Kind, _ mark: any Mark, _ places: [Point]) -> Sketch.Trace {
    trace(kind, mark, x: places.map { frame.shortX($0.x) }, y: places.map { frame.shortY($0.y) })
  }

  private func trace(_ kind: Sketch.Trace.Kind, _ mark: any Mark, x: [Double], y: [Double]) -> Sketch.Trace {
    let series = mark.style.series.flatMap { styles[name: $0] }
    var color = mark.style.color ?? series?.color ?? .gray
    color.opacity = 1
    return Sketch.Trace(kind: kind, series: mark.style.series, color: color.hexadecimal, x: x, y: y)
  }
}

extension Sketch.Axis {
  fileprivate init(_ axis: ResolvedAxis) {
    (lower, upper) = (axis.domain.lowerBound, axis.domain.upperBound)
    isLogarithmic = axis.kind == .log
    if case .symmetricLog(let threshold) = axis.kind { self.threshold = threshold }
  }

  /// The axis as charts have it.
  var resolved: ResolvedAxis {
    let kind: ScaleKind = isLogarithmic ? .log : threshold.map { .symmetricLog(threshold: $0) } ?? .linear
    return ResolvedAxis(AxisOptions(kind: kind, domain: min(lower, upper)...max(lower, upper)), extent: AxisExtent())
  }
}

extension Chart {
  /// The chart's heat map; nothing where it has none.
  var heatMap: RectangleMark? { marks.lazy.compactMap { $0 as? RectangleMark }.first { !$0.values.isEmpty } }

  /// The words that are written on the chart.
  var texts: [String] { marks.compactMap { ($0 as? TextMark)?.text } }
}

extension RectangleMark {
  /// What a whole walk through the colours is in values, at least something.
  var unit: Double {
    let finite = values.filter(\.isFinite)
    return max((finite.max() ?? 1) - (finite.min() ?? 0), 1e-300)
  }
}

extension HistogramMark {
  /// The outline over the bins.
  fileprivate var steps: [Point] {
    heights.indices.flatMap { [Point(x: edges[$0], y: heights[$0]), Point(x: edges[$0 + 1], y: heights[$0])] }
  }
}
