/// Charts side by side in a grid, with one title, one caption and, as a rule, one legend.
///
/// ```swift
/// Figure(title: "Activations by layer", columns: 3, sharedX: true, sharedY: true) {
///   for layer in layers { Chart(layer.name) { HistogramMark(values: layer.activations) } }
/// }
/// ```
public struct Figure: Sendable {
  /// Bold text on top; `nil` for none.
  public var title: String?
  /// Small grey text at the bottom; `nil` for none.
  public var caption: String?
  /// Charts a row.
  public var columns: Int
  /// Whether all charts show the same range of x, with numbers only in the lowest ones.
  public var sharedX: Bool
  /// Whether all charts show the same range of y, with numbers only in the first column.
  public var sharedY: Bool
  /// The charts, row after row.
  public var charts: [Chart]

  var legend = LegendPlacement.automatic
  var seriesStyles: [SeriesStyle] = []
  var textScale = 1.0
  var colorBar: ColorBarOptions?

  /// A figure of `charts`, `columns` a row; `for` and `if` work inside. Precondition: at least one column.
  public init(
    title: String? = nil, caption: String? = nil, columns: Int = 2, sharedX: Bool = false, sharedY: Bool = false,
    @ChartBuilder charts: () -> [Chart]
  ) {
    require(columns > 0, "A figure needs at least 1 column, and was given \(columns).")
    self.title = title
    self.caption = caption
    self.columns = columns
    self.sharedX = sharedX
    self.sharedY = sharedY
    self.charts = charts()
  }

  /// A figure of one chart, as large as the page.
  public init(_ chart: Chart) {
    var plain = chart
    plain.caption = nil
    self.init(title: nil, caption: chart.caption, columns: 1) { plain }
    legend = chart.legend
    textScale = chart.textScale
  }

  /// Places the shared legend; default: automatic, which is a free place of the grid, else below or to the right.
  public func legend(_ placement: LegendPlacement) -> Figure {
    var copy = self
    copy.legend = placement
    return copy
  }

  /// Pins series to styles in all charts.
  public func seriesStyles(_ styles: [SeriesStyle]) -> Figure {
    var copy = self
    copy.seriesStyles = styles
    return copy
  }

  /// Shows one colour bar for all charts, with words beside it, in place of their own. Its colours are those of the first
  /// heat map or filled contour plot, so give all of them the same levels or `domain`.
  public func colorBar(_ label: String? = nil) -> Figure {
    var copy = self
    copy.colorBar = ColorBarOptions(label: label, isShown: true)
    return copy
  }

  /// Multiplies the size of all text and lines; 1 suits a slide.
  public func textScale(_ scale: Double) -> Figure {
    var copy = self
    copy.textScale = scale
    return copy
  }

  /// Everything at its place on a page of `width` by `height` points; a PNG at scale 1 has as many pixels.
  public func scene(width: Double = 1200, height: Double = 900) -> Scene {
    FigureLayout(self, width: width, height: height).scene()
  }
}

/// Lists the charts of a figure; `for` and `if` work inside.
@resultBuilder
public enum ChartBuilder {
  /// One chart.
  public static func buildExpression(_ chart: Chart) -> [Chart] { [chart] }
  /// Charts made elsewhere.
  public static func buildExpression(_ charts: [Chart]) -> [Chart] { charts }
  /// Charts one after the other.
  public static func buildBlock(_ parts: [Chart]...) -> [Chart] { parts.flatMap { $0 } }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [Chart]?) -> [Chart] { part ?? [] }
  /// The first branch of an `if`.
  public static func buildEither(first part: [Chart]) -> [Chart] { part }
  /// The second branch of an `if`.
  public static func buildEither(second part: [Chart]) -> [Chart] { part }
  /// A `for`.
  public static func buildArray(_ parts: [[Chart]]) -> [Chart] { parts.flatMap { $0 } }
}
