/// What an axis must show: the range of the finite values, or categories.
public struct AxisExtent: Sendable, Hashable {
  /// Smallest finite value seen; infinity when there was none.
  public private(set) var minimum = Double.infinity
  /// Largest finite value seen; minus infinity when there was none.
  public private(set) var maximum = -Double.infinity
  /// Smallest positive value seen, which is where a logarithmic axis can begin; infinity when there was none.
  public private(set) var minimumPositive = Double.infinity
  /// Names in order of first appearance; empty for an axis of numbers.
  public private(set) var categories: [String] = []
  /// Whether the axis ends exactly at the data, as under a heat map; otherwise it leaves a margin.
  public var isFlush = false
  /// Whether the axis starts at zero without a margin below, as bars need.
  public var hasBaseline = false

  /// An extent without data.
  public init() {}

  /// Takes in a value; what is not finite is left out.
  public mutating func add(_ value: Double) {
    guard value.isFinite else { return }
    minimum = min(minimum, value)
    maximum = max(maximum, value)
    if value > 0 { minimumPositive = min(minimumPositive, value) }
  }

  /// Takes in values.
  public mutating func add(_ values: [Double]) {
    for value in values { add(value) }
  }

  /// Takes in numbers or names.
  public mutating func add(_ values: PlottableValues) {
    switch values {
    case .numbers(let numbers): add(numbers)
    case .categories(let names):
      var known = Set(categories)
      for name in names where known.insert(name).inserted { categories.append(name) }
    }
  }

  /// Takes in what another extent has seen.
  public mutating func add(_ other: AxisExtent) {
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    minimumPositive = min(minimumPositive, other.minimumPositive)
    isFlush = isFlush || other.isFlush
    hasBaseline = hasBaseline || other.hasBaseline
    add(.categories(other.categories))
  }
}

/// What both axes must show for a mark.
public struct DataExtent: Sendable, Hashable {
  /// Along x.
  public var x = AxisExtent()
  /// Along y.
  public var y = AxisExtent()

  /// An extent without data.
  public init() {}

  init(x: PlottableValues, y: PlottableValues) {
    self.x.add(x)
    self.y.add(y)
  }
}

/// Positions along an axis: numbers, or names of categories.
public enum PlottableValues: Sendable, Hashable {
  /// Numbers; those that are not finite are gaps.
  case numbers([Double])
  /// Names, which the axis shows in order of first appearance.
  case categories([String])

  /// How many there are.
  public var count: Int {
    switch self {
    case .numbers(let numbers): numbers.count
    case .categories(let names): names.count
    }
  }
}
