/// A chart as a value: a title, marks, axes and a legend. Nothing is drawn until a scene is asked for.
///
/// ```swift
/// Chart("Loss on the training set") {
///   LineMark(x: steps, y: losses).foregroundStyle(by: "Adam")
///   RuleMark(y: 0.1, label: "target")
/// }
/// .xAxis("step")
/// .yAxis("loss", scale: .log)
/// ```
public struct Chart: Sendable {
  /// Bold text above the plot; `nil` for none.
  public var title: String?
  /// Small grey text below; `nil` for none.
  public var caption: String?
  /// What is drawn, first to last.
  public var marks: [any Mark]

  var x = AxisOptions()
  var y = AxisOptions()
  var hasEqualAspect = false
  var legend = LegendPlacement.automatic
  var legendGaps: [String] = []
  var colorBar = ColorBarOptions()
  var seriesStyles: [SeriesStyle] = []
  var textScale = 1.0
  var hasAxes = true

  /// A chart of `marks`, drawn first to last; `for` and `if` work inside.
  public init(_ title: String? = nil, @MarkBuilder marks: () -> [any Mark]) {
    self.title = title
    self.marks = marks()
  }

  /// The chart with all text at its place on a page of `width` by `height` points.
  public func scene(width: Double = 1200, height: Double = 900) -> Scene {
    Figure(self).scene(width: width, height: height)
  }

  /// Whether the legend of a figure leaves this chart's series out.
  var hasLegendOfItsOwn: Bool {
    switch legend {
    case .hidden, .inside: true
    case .automatic, .right, .below: false
    }
  }

  func with(_ change: (inout Chart) -> Void) -> Chart {
    var copy = self
    change(&copy)
    return copy
  }
}

/// Where a legend goes.
public enum LegendPlacement: Sendable, Hashable {
  /// In the emptiest corner where it covers no data; else to the right or below, whichever leaves the larger plot.
  case automatic
  /// Right of the plot.
  case right
  /// Below the plot.
  case below
  /// Nowhere.
  case hidden
  /// In a corner of the plot, whatever lies there.
  case inside(Corner)
}

/// A corner of the plot.
public enum Corner: Sendable, Hashable, CaseIterable {
  /// Top right.
  case topRight
  /// Top left.
  case topLeft
  /// Bottom right.
  case bottomRight
  /// Bottom left.
  case bottomLeft
}

struct ColorBarOptions: Sendable, Hashable {
  var label: String?
  /// `nil`: shown for heat maps only.
  var isShown: Bool?
}
