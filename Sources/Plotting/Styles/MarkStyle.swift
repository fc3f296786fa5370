/// What the modifiers of a mark set. `nil` means: as the series, or the mark's own default.
public struct MarkStyle: Sendable, Hashable {
  /// Name of the series the mark belongs to.
  public var series: String?
  /// A colour in place of the series' colour.
  public var color: Color?
  /// Line width in units of the chart's own line width (1 is about 3.5 points on a 1200 by 900 page).
  public var lineWidth: Double?
  /// A dash in place of the series' dash.
  public var dash: LineDash?
  /// A symbol at each point.
  public var symbol: Symbol?
  /// Symbol size in units of the chart's own symbol size.
  public var symbolSize: Double?
  /// Multiplied into the opacity of all the mark draws.
  public var opacity: Double?
  /// Whether lines have a white rim, for reading them over a filled background.
  public var halo = false

  /// A style that leaves all to the series and the mark.
  public init() {}
}

extension Mark {
  /// Puts the mark in a series: the name picks colour, dash and symbol, and is an entry of the legend.
  public func foregroundStyle(by series: String) -> Self { with { $0.series = series } }

  /// Draws the mark in `color`, whatever its series.
  public func foregroundStyle(_ color: Color) -> Self { with { $0.color = color } }

  /// Sets the line's width (1 is the chart's own), its dash, and whether it has a white rim. `nil` leaves as is.
  public func lineStyle(width: Double? = nil, dash: LineDash? = nil, halo: Bool? = nil) -> Self {
    with {
      $0.lineWidth = width ?? $0.lineWidth
      $0.dash = dash ?? $0.dash
      $0.halo = halo ?? $0.halo
    }
  }

  /// Draws `symbol` at each point, also on lines. `size` 1 is the chart's own.
  public func symbol(_ symbol: Symbol, size: Double? = nil) -> Self {
    with {
      $0.symbol = symbol
      $0.symbolSize = size ?? $0.symbolSize
    }
  }

  /// Sets the symbols' size; 1 is the chart's own.
  public func symbolSize(_ size: Double) -> Self { with { $0.symbolSize = size } }

  /// Makes the mark see-through: 0 is invisible, 1 solid.
  public func opacity(_ opacity: Double) -> Self { with { $0.opacity = opacity } }

  private func with(_ change: (inout MarkStyle) -> Void) -> Self {
    var copy = self
    change(&copy.style)
    return copy
  }
}
