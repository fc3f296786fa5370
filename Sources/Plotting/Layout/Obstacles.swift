/// What a chart has drawn, asked whether a rectangle is free of it.
struct Obstacles {
  private let elements: [Scene.Element]

  init(_ elements: [Scene.Element]) { self.elements = elements }

  /// Whether nothing drawn touches `rect`.
  func leaveFree(_ rect: Rect) -> Bool {
    elements.allSatisfy { element in
      switch element {
      case .path(let lines, let fill, let stroke):
        let grown = rect.inset(by: -(stroke?.width ?? 0) / 2)
        return !lines.contains { Self.touches($0, grown) || fill != nil && Self.surrounds($0, grown) }
      case .symbols(_, let points, let size, _):
        let grown = rect.inset(by: -size / 2)
        return !points.contains { grown.contains($0) }
      case .text(let run): return !run.box.intersects(rect)
      case .image(_, let area): return !area.intersects(rect)
      }
    }
  }

  private static func touches(_ line: Polyline, _ rect: Rect) -> Bool {
    let ends = line.isClosed ? Array(line.points.dropFirst()) + line.points.prefix(1) : Array(line.points.dropFirst())
    return zip(line.points, ends).contains { Clipping.clip($0, $1, to: rect) != nil }
  }

  /// Whether the middle of `rect` lies inside the line, by counting crossings to the right.
  private static func surrounds(_ line: Polyline, _ rect: Rect) -> Bool {
    let ends = line.points.dropFirst() + line.points.prefix(1)
    var isInside = false
    for (a, b) in zip(line.points, ends) where (a.y > rect.midY) != (b.y > rect.midY) {
      if rect.midX < a.x + (b.x - a.x) * (rect.midY - a.y) / (b.y - a.y) { isInside.toggle() }
    }
    return isInside
  }
}
