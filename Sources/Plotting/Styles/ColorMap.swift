/// Colours for numbers: 0 is the first colour, 1 the last, with straight lines in sRGB between.
public struct ColorMap: Sendable, Hashable {
  /// The colours, evenly spaced from 0 to 1. At least two.
  public let colors: [Color]

  /// A map through `colors`, evenly spaced. Precondition: at least two.
  public init(_ colors: [Color]) {
    require(colors.count >= 2, "A colour map needs at least 2 colours, and was given \(colors.count).")
    self.colors = colors
  }

  private init(hex: [UInt32]) { self.init(hex.map { Color(hex: $0) }) }

  /// The colour for a fraction; what lies outside 0...1 gets the nearest end, NaN gets white.
  public func color(at fraction: Double) -> Color {
    guard !fraction.isNaN else { return .white }
    let position = min(max(fraction, 0), 1) * Double(colors.count - 1)
    let index = min(Int(position), colors.count - 2)
    return colors[index].mixed(with: colors[index + 1], by: position - Double(index))
  }

  /// The same colours from last to first.
  public var reversed: ColorMap { ColorMap(colors.reversed()) }

  /// Dark blue to yellow, perceptually even, also in grey and for colour-blind readers.
  /// Ten control values of "viridis" (Stéfan van der Walt and Nathaniel Smith, 2015), as tabled by the R package
  /// "viridisLite" (Simon Garnier et al., 2021).
  public static let viridis = ColorMap(hex: [
    0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725,
  ])

  /// Blue through near-white to red, for values around a middle.
  /// The eleven-class "RdBu" of ColorBrewer 2.0 (Cynthia Brewer, 2002), reversed.
  public static let diverging = ColorMap(hex: [
    0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B, 0x67001F,
  ])

  /// Medium blue to near-white: quiet enough that lines read well on top; low values are the darker ones.
  /// The lighter seven of the nine-class "Blues" of ColorBrewer 2.0 (Cynthia Brewer, 2002), reversed.
  public static let pale = ColorMap(hex: [
    0x4292C6, 0x6BAED6, 0x9ECAE1, 0xC6DBEF, 0xDEEBF7, 0xF7FBFF,
  ])

  /// Black to white.
  public static let grays = ColorMap([.black, .white])
}

/// The colours that a mark gives to values.
public struct ColorScale: Sendable, Hashable {
  /// The colours.
  public var map: ColorMap
  /// The values of the map's two ends.
  public var domain: ClosedRange<Double>
  /// Boundaries of bands of one colour each, ascending; empty for continuous colour.
  public var levels: [Double]
  /// How values between the ends are spaced.
  public var kind: ScaleKind

  /// A colour scale; linear and continuous unless told otherwise.
  public init(map: ColorMap, domain: ClosedRange<Double>, levels: [Double] = [], kind: ScaleKind = .linear) {
    self.map = map
    self.domain = domain
    self.levels = levels
    self.kind = kind
  }

  /// The colour for a value; white for NaN and, on a logarithmic scale, for what is not positive.
  public func color(for value: Double) -> Color {
    let lower = kind.transform(domain.lowerBound)
    let upper = kind.transform(domain.upperBound)
    let fraction = upper > lower ? (kind.transform(value) - lower) / (upper - lower) : 0.5
    return map.color(at: value.isNaN ? .nan : fraction)
  }

  /// The finite values' range; for a logarithmic scale, that of the positive ones. 0...1 when there are none.
  static func domain(of values: [Double], kind: ScaleKind) -> ClosedRange<Double> {
    var extent = AxisExtent()
    extent.isFlush = true
    extent.add(values)
    var options = AxisOptions()
    options.kind = kind
    return ResolvedAxis(options, extent: extent).domain
  }
}
