/// What an axis was asked to be.
struct AxisOptions: Sendable, Hashable {
  var label: String?
  var kind: ScaleKind = .linear
  var domain: ClosedRange<Double>?
  var ticks: AxisTicks = .automatic
  var isReversed = false
}

/// Which ticks an axis shows.
public enum AxisTicks: Sendable, Hashable {
  /// Chosen for the space there is.
  case automatic
  /// At these values, written as numbers.
  case values([Double])
  /// At these values, with these words. The arrays have equal lengths.
  case labelled([Double], [String])
  /// None, and no numbers.
  case hidden
}

/// An axis once the data is known: which values it shows.
struct ResolvedAxis: Sendable, Hashable {
  var kind: ScaleKind
  var domain: ClosedRange<Double>
  var categories: [String] = []
  var ticks: AxisTicks = .automatic
  var isReversed = false

  init(_ options: AxisOptions, extent: AxisExtent) {
    kind = extent.categories.isEmpty ? options.kind : .linear
    categories = extent.categories
    ticks = options.ticks
    isReversed = options.isReversed
    if let fixed = options.domain {
      domain = Self.usable(fixed, kind: kind)
    } else if !categories.isEmpty {
      domain = -0.5...(Double(categories.count) - 0.5)
    } else {
      domain = Self.domain(of: extent, kind: kind)
    }
  }

  /// Room left between the outermost data and the frame, as a share of the axis.
  private static let margin = 0.04

  private static func domain(of extent: AxisExtent, kind: ScaleKind) -> ClosedRange<Double> {
    var lower = kind == .log ? extent.minimumPositive : extent.minimum
    var upper = extent.maximum
    guard lower <= upper else { return kind == .log ? 1...10 : 0...1 }
    let hasBaseline = extent.hasBaseline && kind != .log
    if hasBaseline {
      lower = min(lower, 0)
      upper = max(upper, 0)
    }
    let range = usable(lower...upper, kind: kind)
    if extent.isFlush { return range }
    let start = kind.transform(range.lowerBound)
    let end = kind.transform(range.upperBound)
    let room = (end - start) * margin
    let first = kind.inverse(start - room)
    let last = kind.inverse(end + room)
    guard first.isFinite, last.isFinite, first < last, kind != .log || first > 0 else { return range }
    let keepsLower = hasBaseline && range.lowerBound == 0
    let keepsUpper = hasBaseline && range.upperBound == 0
    return (keepsLower ? 0 : first)...(keepsUpper ? 0 : last)
  }

  /// The nearest domain that can be drawn: of some length and, on a logarithmic axis, positive.
  private static func usable(_ range: ClosedRange<Double>, kind: ScaleKind) -> ClosedRange<Double> {
    let limit = 1e300
    var lower = min(max(range.lowerBound, -limit), limit)
    var upper = min(max(range.upperBound, -limit), limit)
    if kind == .log {
      upper = upper > 0 ? upper : 10
      lower = lower > 0 ? lower : min(upper, 1) / 10
      lower = max(lower, 1 / limit)
      upper = max(upper, lower)
    }
    let length = upper - lower
    guard length <= max(abs(upper), abs(lower)) * 1e-12 || length < 1e-300 else { return lower...upper }
    // One value only: put it in the middle of something readable.
    if kind == .log { return (lower / 3)...(upper * 3) }
    let room = abs(lower) < 1e-300 ? 1 : abs(lower) * 0.1
    return (lower - room)...(upper + room)
  }
}
