extension Chart {
  /// Describes the x axis.
  /// - Parameters:
  ///   - label: words below the axis, in the markup of `Label`.
  ///   - scale: spacing of the values; default linear.
  ///   - domain: the values from left to right end; default: all data and a small margin. What lies outside is cut off.
  ///   - ticks: which values are marked; default: chosen for the space there is.
  ///   - reversed: whether values grow to the left.
  public func xAxis(
    _ label: String? = nil, scale: ScaleKind = .linear, domain: ClosedRange<Double>? = nil,
    ticks: AxisTicks = .automatic, reversed: Bool = false
  ) -> Chart {
    with { $0.x = AxisOptions(label: label, kind: scale, domain: domain, ticks: ticks, isReversed: reversed) }
  }

  /// Describes the y axis, as `xAxis` does the x axis; `reversed` means that values grow downwards.
  public func yAxis(
    _ label: String? = nil, scale: ScaleKind = .linear, domain: ClosedRange<Double>? = nil,
    ticks: AxisTicks = .automatic, reversed: Bool = false
  ) -> Chart {
    with { $0.y = AxisOptions(label: label, kind: scale, domain: domain, ticks: ticks, isReversed: reversed) }
  }

  /// Sets the spacing of x alone.
  public func xScale(_ scale: ScaleKind) -> Chart { with { $0.x.kind = scale } }

  /// Sets the spacing of y alone.
  public func yScale(_ scale: ScaleKind) -> Chart { with { $0.y.kind = scale } }

  /// Leaves out frame, ticks and numbers, as for pictures.
  public func hiddenAxes() -> Chart { with { $0.hasAxes = false } }

  /// Makes one unit of x as long as one unit of y, exactly, by narrowing the plot.
  public func equalAspect() -> Chart { with { $0.hasEqualAspect = true } }

  /// Places the legend; default: automatic. In a figure of several charts, `.inside` gives the chart a legend of its own,
  /// `.hidden` leaves its series out, and the figure places the rest.
  public func legend(_ placement: LegendPlacement) -> Chart { with { $0.legend = placement } }

  /// Adds an entry without a sample to the legend, for what could not be drawn: `"Adam (not attempted)"`.
  public func legendGap(_ text: String) -> Chart { with { $0.legendGaps.append(text) } }

  /// Shows the colour bar of the chart's heat map or filled contours, with words beside it.
  public func colorBar(_ label: String? = nil) -> Chart {
    with { $0.colorBar = ColorBarOptions(label: label, isShown: true) }
  }

  /// Hides the colour bar that a heat map would have.
  public func hiddenColorBar() -> Chart { with { $0.colorBar = ColorBarOptions(label: nil, isShown: false) } }

  /// Pins series to styles, which fixes the legend's order too. Series not listed get the palette's next styles.
  public func seriesStyles(_ styles: [SeriesStyle]) -> Chart { with { $0.seriesStyles = styles } }

  /// Sets the small grey text below the chart.
  public func caption(_ text: String?) -> Chart { with { $0.caption = text } }

  /// Multiplies the size of all text and lines; 1 suits a slide. In a figure of several charts, the figure's own counts.
  public func textScale(_ scale: Double) -> Chart { with { $0.textScale = scale } }
}
