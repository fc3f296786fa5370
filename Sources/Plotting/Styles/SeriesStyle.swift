/// How a line is broken. Lengths are in line widths, so dashes grow with the line.
public enum LineDash: Sendable, Hashable, CaseIterable {
  /// Unbroken.
  case solid
  /// Long dashes.
  case dashed
  /// A dash, a dot.
  case dashDotted
  /// Dots.
  case dotted

  /// Lengths of line and gap in turn, in points, for a line of `width` points. Empty for a solid line.
  func pattern(width: Double) -> [Double] {
    let lengths: [Double]
    switch self {
    case .solid: lengths = []
    case .dashed: lengths = [4, 1.8]
    case .dashDotted: lengths = [4, 1.5, 1.2, 1.5]
    case .dotted: lengths = [1.3, 1.3]
    }
    return lengths.map { $0 * width }
  }
}

/// The shape drawn at a data point.
public enum Symbol: Sendable, Hashable, CaseIterable {
  /// A filled disc.
  case circle
  /// A filled square.
  case square
  /// A triangle on its base.
  case triangle
  /// A square on its corner.
  case diamond
  /// A triangle on its tip.
  case triangleDown
  /// An upright cross, drawn with lines.
  case plus
  /// A diagonal cross, drawn with lines.
  case cross
  /// A five-pointed star.
  case star
  /// An open circle.
  case ring
}

/// How one named series looks, in every chart that shows it.
public struct SeriesStyle: Sendable, Hashable {
  /// The series, as in `foregroundStyle(by:)` and in the legend.
  public var name: String
  /// Colour of lines, symbols and fills.
  public var color: Color
  /// How its lines are broken.
  public var dash: LineDash
  /// The shape at its points.
  public var symbol: Symbol

  /// A style spelled out.
  public init(name: String, color: Color, dash: LineDash = .solid, symbol: Symbol = .circle) {
    self.name = name
    self.color = color
    self.dash = dash
    self.symbol = symbol
  }

  /// The style at a place of the palette: twelve colours, four dashes and nine symbols, each repeating, so that
  /// neighbours differ in all three and 36 series differ in at least one.
  public init(name: String, index: Int) {
    let dashes = LineDash.allCases
    let symbols = Symbol.allCases
    self.init(
      name: name, color: Self.palette[index % Self.palette.count], dash: dashes[index % dashes.count],
      symbol: symbols[index % symbols.count])
  }

  /// The palette's styles for `names`, in order. Give the same list to all charts of a lab, and they agree.
  public static func list(_ names: [String]) -> [SeriesStyle] {
    names.enumerated().map { SeriesStyle(name: $0.element, index: $0.offset) }
  }

  /// Colours that colour-blind readers tell apart, in the order they are handed out.
  public static let palette: [Color] = [
    .blue, .vermillion, .green, .purple, .orange, .skyBlue, Color(gray: 0.13), .wine, .olive, .indigo, .teal, .brown,
  ]
}

/// The styles of all series of a figure: those asked for, then the palette in order of first appearance.
struct SeriesStyles: Sendable {
  private(set) var inOrder: [SeriesStyle]
  private var places: [String: Int] = [:]

  init(pinned: [SeriesStyle], names: [String]) {
    inOrder = []
    for style in pinned where places[style.name] == nil {
      places[style.name] = inOrder.count
      inOrder.append(style)
    }
    for name in names where places[name] == nil {
      places[name] = inOrder.count
      inOrder.append(SeriesStyle(name: name, index: inOrder.count))
    }
  }

  subscript(name name: String) -> SeriesStyle? { places[name].map { inOrder[$0] } }

  func place(of name: String) -> Int? { places[name] }
}
