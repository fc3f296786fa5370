/// A bar from zero to each value: upright over categories or numbers, or lying, for long names.
///
/// Several bar marks over the same categories stand side by side.
public struct BarMark: Mark {
  /// Where the bars stand.
  public let positions: PlottableValues
  /// How long they are; what is not finite has no bar.
  public let values: [Double]
  /// Whether bars lie, with categories along y.
  public let isLying: Bool
  /// What the modifiers set.
  public var style = MarkStyle()

  /// Upright bars over categories. Precondition: as many `x` as `y`.
  public init(x: [String], y: [Double]) {
    self.init(.categories(x), y, isLying: false)
  }

  /// Upright bars at numbers, four fifths as wide as the smallest distance between them. Precondition: as many `x` as
  /// `y`.
  public init(x: [Double], y: [Double]) {
    self.init(.numbers(x), y, isLying: false)
  }

  /// Lying bars beside categories, the first at the bottom. Precondition: as many `x` as `y`.
  public init(x: [Double], y: [String]) {
    self.init(.categories(y), x, isLying: true)
  }

  private init(_ positions: PlottableValues, _ values: [Double], isLying: Bool) {
    requireEqualCounts("BarMark", isLying ? values.count : positions.count, isLying ? positions.count : values.count)
    self.positions = positions
    self.values = values
    self.isLying = isLying
  }

  var isGrouped: Bool {
    if case .categories = positions { return true }
    return false
  }

  /// The bars with their zero.
  public var extent: DataExtent {
    var along = AxisExtent()
    along.add(positions)
    if case .numbers(let numbers) = positions {
      let half = Self.spacing(numbers) / 2
      along.add(numbers.flatMap { [$0 - half, $0 + half] })
    }
    var across = AxisExtent()
    across.add(values)
    across.hasBaseline = true
    var extent = DataExtent()
    extent.x = isLying ? across : along
    extent.y = isLying ? along : across
    return extent
  }

  /// A box.
  public var legendKey: LegendKey { .swatch }

  /// Draws the bars.
  public func draw(in plot: inout PlotArea) {
    let centers = isLying ? plot.numbersAlongY(positions) : plot.numbersAlongX(positions)
    let room = 0.8 * (isGrouped ? 1 : Self.spacing(centers))
    let slots = Double(isGrouped ? plot.barSlot.count : 1)
    let slot = Double(isGrouped ? plot.barSlot.index : 0)
    let boxes = zip(centers, values).compactMap { center, value -> Polyline? in
      let start = center - room / 2 + room * slot / slots
      return plot.bar(from: start, to: start + room / slots, value: value, isLying: isLying).map { Polyline($0) }
    }
    plot.fill(boxes)
  }

  /// The smallest distance between neighbours; 1 for a single bar.
  static func spacing(_ numbers: [Double]) -> Double {
    let sorted = numbers.filter(\.isFinite).sorted()
    let smallest = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min()
    return smallest ?? 1
  }
}

extension PlotArea {
  /// The box of a bar between two positions, from zero (on a logarithmic axis: from its lower end) to `value`.
  func bar(from start: Double, to end: Double, value: Double, isLying: Bool) -> Rect? {
    let across = isLying ? x : y
    let along = isLying ? y : x
    let base = across.kind == .log ? across.position(across.lower) : across.position(0)
    let tip = across.position(value)
    let first = along.position(start)
    let last = along.position(end)
    guard !base.isNaN, !tip.isNaN, !first.isNaN, !last.isNaN else { return nil }
    return isLying
      ? Rect(left: min(base, tip), top: min(first, last), right: max(base, tip), bottom: max(first, last))
      : Rect(left: min(first, last), top: min(base, tip), right: max(first, last), bottom: max(base, tip))
  }
}
