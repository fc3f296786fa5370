/// Cuts lines to a rectangle, so that no far-off coordinate and no dash outside the page reaches the renderer.
enum Clipping {
  /// The parts of `line` inside `rect`. A closed line that lies inside stays closed; one that is cut becomes open.
  static func clip(_ line: Polyline, to rect: Rect) -> [Polyline] {
    if line.points.allSatisfy(rect.contains) { return [line] }
    var points = line.points
    if line.isClosed, let first = points.first { points.append(first) }
    var parts: [Polyline] = []
    var current: [Point] = []
    for (start, end) in zip(points, points.dropFirst()) {
      guard let (from, to) = clip(start, end, to: rect) else {
        finish(&current, &parts)
        continue
      }
      if current.isEmpty { current.append(from) }
      current.append(to)
      if to != end { finish(&current, &parts) }
    }
    finish(&current, &parts)
    return parts
  }

  private static func finish(_ current: inout [Point], _ parts: inout [Polyline]) {
    if current.count > 1 { parts.append(Polyline(current)) }
    current = []
  }

  /// The part of a segment inside `rect`: "A New Concept and Method for Line Clipping" (Liang and Barsky, 1984).
  static func clip(_ start: Point, _ end: Point, to rect: Rect) -> (Point, Point)? {
    let dx = end.x - start.x
    let dy = end.y - start.y
    var from = 0.0
    var to = 1.0
    let sides = [
      (-dx, start.x - rect.minX), (dx, rect.maxX - start.x), (-dy, start.y - rect.minY), (dy, rect.maxY - start.y),
    ]
    for (speed, room) in sides {
      if speed == 0 {
        if room < 0 { return nil }
      } else if speed < 0 {
        from = max(from, room / speed)
      } else {
        to = min(to, room / speed)
      }
    }
    guard from <= to else { return nil }
    let first = from == 0 ? start : Point(x: start.x + from * dx, y: start.y + from * dy)
    let last = to == 1 ? end : Point(x: start.x + to * dx, y: start.y + to * dy)
    return (first, last)
  }
}
