/// Draws strokes with a round pen on a square of grey values.
///
/// Only additions, products, quotients and square roots: IEEE 754 gives them the same bits on every machine.
struct DigitPen {
  /// Pixels a side.
  static let side = 28

  /// Grey values from 0 (paper) to 1 (ink), row after row.
  private(set) var pixels = [Float](repeating: 0, count: side * side)

  /// Draws straight pieces between the points, in pixels, with a pen of this radius at the first and the last point.
  mutating func draw(_ points: [Point], radius first: Float, to last: Float) {
    for index in 1..<points.count {
      let part = Float(index) / Float(points.count - 1)
      draw(from: points[index - 1], to: points[index], radius: first + part * (last - first))
    }
  }

  /// A pixel is as dark as the pen's edge is beyond its centre, up to one pixel: 1 inside, 0 outside, soft between.
  private mutating func draw(from start: Point, to end: Point, radius: Float) {
    let reach = radius + 0.5
    let along = end - start
    let squaredLength = along.x * along.x + along.y * along.y
    let xs = Self.range(Swift.min(start.x, end.x) - reach, Swift.max(start.x, end.x) + reach)
    let ys = Self.range(Swift.min(start.y, end.y) - reach, Swift.max(start.y, end.y) + reach)
    for y in ys {
      for x in xs {
        let from = Point(Float(x) + 0.5, Float(y) + 0.5) - start
        let projection = squaredLength > 0 ? (from.x * along.x + from.y * along.y) / squaredLength : 0
        let nearest = from - Swift.min(Swift.max(projection, 0), 1) * along
        let squaredDistance = nearest.x * nearest.x + nearest.y * nearest.y
        if squaredDistance >= reach * reach { continue }
        let ink = Swift.min(reach - squaredDistance.squareRoot(), 1)
        if ink > pixels[y * Self.side + x] { pixels[y * Self.side + x] = ink }
      }
    }
  }

  /// The pixels between two coordinates, as far as they lie on the paper.
  private static func range(_ lower: Float, _ upper: Float) -> Range<Int> {
    let limit = Float(side)
    let begin = Int(Swift.min(Swift.max(lower, 0), limit))
    let end = Int(Swift.min(Swift.max(upper + 1, 0), limit))
    return begin..<Swift.max(begin, end)
  }
}
