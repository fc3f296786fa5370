/// How an axis spaces its values.
public enum ScaleKind: Sendable, Hashable {
  /// Equal differences, equal lengths.
  case linear
  /// Equal ratios, equal lengths. Values that are not positive are gaps.
  case log
  /// Linear between -threshold and threshold, logarithmic beyond, with a continuous slope:
  /// v/t for |v| <= t, sign(v) (1 + ln(|v|/t)) beyond.
  case symmetricLog(threshold: Double)

  func transform(_ value: Double) -> Double {
    switch self {
    case .linear: return value
    case .log: return value > 0 ? decimalLogarithm(value) : .nan
    case .symmetricLog(let threshold):
      let ratio = value / threshold
      if abs(ratio) <= 1 { return ratio }
      return (ratio < 0 ? -1 : 1) * (1 + naturalLogarithm(abs(ratio)))
    }
  }

  func inverse(_ value: Double) -> Double {
    switch self {
    case .linear: return value
    case .log: return power(10, value)
    case .symmetricLog(let threshold):
      if abs(value) <= 1 { return value * threshold }
      return (value < 0 ? -1 : 1) * threshold * exponential(abs(value) - 1)
    }
  }
}

/// A scale with its domain laid along a stretch of the page.
struct AxisScale: Sendable, Hashable {
  let kind: ScaleKind
  let lower: Double
  let upper: Double
  let start: Double
  let end: Double
  let isReversed: Bool
  private let origin: Double
  private let pointsPerUnit: Double

  /// `start` is where the lower end of the domain lies on the page, `end` where the upper end lies.
  init(_ axis: ResolvedAxis, start: Double, end: Double) {
    kind = axis.kind
    lower = axis.domain.lowerBound
    upper = axis.domain.upperBound
    self.start = axis.isReversed ? end : start
    self.end = axis.isReversed ? start : end
    isReversed = axis.isReversed
    origin = axis.kind.transform(axis.domain.lowerBound)
    pointsPerUnit = (self.end - self.start) / (axis.kind.transform(axis.domain.upperBound) - origin)
  }

  /// Where `value` lies on the page; NaN for what the scale can't show. Far-off values are pulled to a million points,
  /// beyond every page, because Cairo's coordinates overflow at eight million.
  func position(_ value: Double) -> Double {
    let position = start + (kind.transform(value) - origin) * pointsPerUnit
    return position.isNaN || value.isInfinite ? .nan : min(max(position, -1e6), 1e6)
  }

  func isInside(_ value: Double) -> Bool { value >= lower && value <= upper }
}
