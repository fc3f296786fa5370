/// A chart's plot as a square of side 1, in which distances are those that the eye sees.
struct UnitFrame {
  /// What can just be seen: a pixel of 1000.
  static let visible = 0.001

  private let x: AxisScale
  private let y: AxisScale

  init(_ panel: Panel) { self.init(x: panel.x, y: panel.y) }

  init(_ panel: Sketch.Panel) { self.init(x: panel.x.resolved, y: panel.y.resolved) }

  private init(x: ResolvedAxis, y: ResolvedAxis) {
    self.x = AxisScale(x, start: 0, end: 1)
    self.y = AxisScale(y, start: 0, end: 1)
  }

  /// Where a point lies; nothing where an axis can't show it. What lies beyond the plot is pulled to just outside of it.
  func place(_ point: Point) -> Point? {
    let place = Point(x: x.position(point.x), y: y.position(point.y))
    guard !place.x.isNaN, !place.y.isNaN else { return nil }
    return Point(x: min(max(place.x, -0.05), 1.05), y: min(max(place.y, -0.05), 1.05))
  }

  /// The number with the fewest digits that lies where `value` does, along x.
  func shortX(_ value: Double) -> Double { shortened(value, x.position) }

  /// The number with the fewest digits that lies where `value` does, along y.
  func shortY(_ value: Double) -> Double { shortened(value, y.position) }

  /// The points that can be shown, parted where one can't.
  func runs(_ x: [Double], _ y: [Double]) -> [[Point]] {
    zip(x, y).map { Point(x: $0, y: $1) }.split { place($0) == nil }.map(Array.init)
  }

  /// The points that a line needs to keep its course: those further than a pixel from the straight line between their
  /// neighbours. "Algorithms for the reduction of the number of points required to represent a digitized line or its
  /// caricature" (Douglas and Peucker, 1973).
  func thinned(_ line: [Point]) -> [Point] {
    let places = line.compactMap(place)
    guard places.count == line.count, line.count > 2 else { return line }
    var keeps = [Bool](repeating: false, count: line.count)
    (keeps[0], keeps[line.count - 1]) = (true, true)
    var open = [(0, line.count - 1)]
    while let (start, end) = open.popLast() {
      let inner = (start + 1)..<max(end, start + 1)
      let distances = inner.map { places[$0].distance(toSegment: places[start], places[end]) }
      guard let furthest = distances.indices.max(by: { distances[$0] < distances[$1] }),
        distances[furthest] > Self.visible
      else { continue }
      let middle = start + 1 + furthest
      keeps[middle] = true
      open += [(start, middle), (middle, end)]
    }
    return line.indices.filter { keeps[$0] }.map { line[$0] }
  }

  /// How far two traces of one kind are apart: the largest distance of a point of one to the nearest of the other, both ways;
  /// infinite where only one can be shown.
  func distance(_ one: Sketch.Trace, _ other: Sketch.Trace) -> Double {
    guard one.kind == other.kind else { return .infinity }
    switch one.kind {
    case .column: return abs(x.position(one.x[0]) - x.position(other.x[0]))
    case .row: return abs(y.position(one.y[0]) - y.position(other.y[0]))
    case .line, .dots:
      let (a, b) = (places(one), places(other))
      if a.isEmpty || b.isEmpty { return a.isEmpty && b.isEmpty ? 0 : .infinity }
      let isLine = one.kind == .line
      return max(Self.reach(of: a, from: b, isLine: isLine), Self.reach(of: b, from: a, isLine: isLine))
    }
  }

  private func places(_ trace: Sketch.Trace) -> [Point] {
    zip(trace.x, trace.y).compactMap { place(Point(x: $0, y: $1)) }
  }

  private static func reach(of points: [Point], from others: [Point], isLine: Bool) -> Double {
    points.map { point in
      guard isLine, others.count > 1 else { return others.map { point.distance(to: $0) }.min() ?? .infinity }
      return zip(others, others.dropFirst()).map { point.distance(toSegment: $0, $1) }.min() ?? .infinity
    }.max() ?? 0
  }
}

extension Point {
  /// To the nearest point between two ends.
  fileprivate func distance(toSegment a: Point, _ b: Point) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = dx * dx + dy * dy
    guard square > 0 else { return distance(to: a) }
    let share = min(max(((x - a.x) * dx + (y - a.y) * dy) / square, 0), 1)
    return distance(to: Point(x: a.x + share * dx, y: a.y + share * dy))
  }
}

/// The number with the fewest digits that lies where `value` does, as far as one can see.
///
/// - Parameter place: where a number lies on an axis of length 1.
func shortened(_ value: Double, _ place: (Double) -> Double) -> Double {
  let target = place(value)
  for digits in 2..<17 {
    let short = rounded(value, significantDigits: digits)
    if abs(place(short) - target) < UnitFrame.visible / 4 { return short }
  }
  return value
}

/// The number with so many digits.
private func rounded(_ value: Double, significantDigits digits: Int) -> Double {
  guard value != 0, value.isFinite else { return value }
  let decimals = digits - 1 - Int(decimalLogarithm(abs(value)).rounded(.down))
  // Up to 1e22 powers of ten are exact, and so is what is left of the digits.
  return decimals >= 0
    ? (value * powerOfTen(decimals)).rounded() / powerOfTen(decimals)
    : (value / powerOfTen(-decimals)).rounded() * powerOfTen(-decimals)
}
