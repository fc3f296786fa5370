/// Which point of a text lies at its position.
public enum TextAnchor: Sendable, Hashable, CaseIterable {
  /// The text hangs right and below.
  case topLeft
  /// The text hangs below.
  case top
  /// The text hangs left and below.
  case topRight
  /// The text stands to the right.
  case left
  /// The text is centred.
  case center
  /// The text stands to the left.
  case right
  /// The text stands right and above.
  case bottomLeft
  /// The text stands above.
  case bottom
  /// The text stands left and above.
  case bottomRight

  var horizontal: Typesetter.Horizontal {
    switch self {
    case .topLeft, .left, .bottomLeft: .left
    case .top, .center, .bottom: .center
    case .topRight, .right, .bottomRight: .right
    }
  }

  var vertical: Typesetter.Vertical {
    switch self {
    case .topLeft, .top, .topRight: .top
    case .left, .center, .right: .middle
    case .bottomLeft, .bottom, .bottomRight: .bottom
    }
  }
}

/// Words in the plot, with a white rim. They are moved as little as needed to stay inside the plot.
public struct TextMark: Mark {
  /// Position along x.
  public let x: Double
  /// Position along y.
  public let y: Double
  /// The words, in the markup of `Label`; `\n` begins a new line.
  public private(set) var text: String
  /// The point of the text that lies at the position.
  public let anchor: TextAnchor
  /// Size in units of the chart's own.
  public let size: Double
  /// What the modifiers set.
  public var style = MarkStyle()

  /// Words at `(x, y)`; centred there unless `anchor` says otherwise.
  public init(x: Double, y: Double, _ text: String, anchor: TextAnchor = .center, size: Double = 1) {
    self.x = x
    self.y = y
    self.text = text
    self.anchor = anchor
    self.size = size
  }

  /// Other words at the same place.
  func with(text: String) -> TextMark {
    var copy = self
    copy.text = text
    return copy
  }

  /// The position.
  public var extent: DataExtent { DataExtent(x: .numbers([x]), y: .numbers([y])) }
  /// None.
  public var legendKey: LegendKey { .none }

  /// Writes the words.
  public func draw(in plot: inout PlotArea) {
    guard let place = plot.position(x: x, y: y) else { return }
    let points = plot.theme.annotation * size
    let distance = points * 0.35
    let dx = anchor.horizontal == .left ? distance : anchor.horizontal == .right ? -distance : 0
    let lines = text.split(separator: "\n").map(String.init)
    let height = points * 1.25
    let above: Double
    switch anchor.vertical {
    case .top: above = 0
    case .middle, .baseline: above = Double(lines.count - 1) / 2
    case .bottom: above = Double(lines.count - 1)
    }
    for (number, line) in lines.enumerated() {
      plot.annotate(
        line, at: place.moved(dx, (Double(number) - above) * height), anchor.horizontal, anchor.vertical,
        color: plot.style.hasOwnColor ? plot.style.color : nil, size: points)
    }
  }
}
