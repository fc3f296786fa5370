/// One layer of a chart: a shape for data. Lines, points, bars and the rest are values that conform to it.
public protocol Mark: Sendable {
  /// What the modifiers set.
  var style: MarkStyle { get set }

  /// The data the axes must show.
  var extent: DataExtent { get }

  /// How the mark's series looks in the legend.
  var legendKey: LegendKey { get }

  /// The colours the mark gives to values, for the colour bar; `nil` (the default) for marks of one colour.
  var colorScale: ColorScale? { get }

  /// Whether the mark fills the plot, so that no legend can go inside. Default: no.
  var coversPlot: Bool { get }

  /// Draws the mark.
  func draw(in plot: inout PlotArea)
}

extension Mark {
  /// No colour bar.
  public var colorScale: ColorScale? { nil }
  /// Leaves room for a legend.
  public var coversPlot: Bool { false }
}

/// The sample that stands before a name in the legend.
public enum LegendKey: Sendable, Hashable {
  /// A short line.
  case line
  /// A symbol.
  case symbol
  /// A filled box.
  case swatch
  /// No entry.
  case none
}

/// Lists the marks of a chart; `for` and `if` work inside.
@resultBuilder
public enum MarkBuilder {
  /// One mark.
  public static func buildExpression(_ mark: some Mark) -> [any Mark] { [mark] }
  /// Marks made elsewhere.
  public static func buildExpression(_ marks: [any Mark]) -> [any Mark] { marks }
  /// Marks one after the other.
  public static func buildBlock(_ parts: [any Mark]...) -> [any Mark] { parts.flatMap { $0 } }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [any Mark]?) -> [any Mark] { part ?? [] }
  /// The first branch of an `if`.
  public static func buildEither(first part: [any Mark]) -> [any Mark] { part }
  /// The second branch of an `if`.
  public static func buildEither(second part: [any Mark]) -> [any Mark] { part }
  /// A `for`.
  public static func buildArray(_ parts: [[any Mark]]) -> [any Mark] { parts.flatMap { $0 } }
  /// An `if #available`.
  public static func buildLimitedAvailability(_ part: [any Mark]) -> [any Mark] { part }
}
