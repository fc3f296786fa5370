/// A point of the plane; x to the right, y down.
struct Point: Equatable, Sendable {
  var x: Float
  var y: Float

  init(_ x: Float, _ y: Float) { (self.x, self.y) = (x, y) }

  static func + (left: Point, right: Point) -> Point { Point(left.x + right.x, left.y + right.y) }
  static func - (left: Point, right: Point) -> Point { Point(left.x - right.x, left.y - right.y) }
  static func * (factor: Float, point: Point) -> Point { Point(factor * point.x, factor * point.y) }
}

/// What a pen draws without being lifted.
enum Stroke: Sendable {
  /// Straight from point to point.
  case line([Point])
  /// A smooth curve through the points.
  case curve([Point])
  /// A smooth curve through the points and back to the first.
  case loop([Point])

  /// The points, in the order in which they are drawn.
  var points: [Point] {
    switch self {
    case .line(let points), .curve(let points), .loop(let points): points
    }
  }

  /// The same stroke with its points moved.
  func map(_ transform: (Point) -> Point) -> Stroke {
    switch self {
    case .line(let points): .line(points.map(transform))
    case .curve(let points): .curve(points.map(transform))
    case .loop(let points): .loop(points.map(transform))
    }
  }

  /// The stroke as straight pieces: each span of a curve in `steps`, each straight line in as many.
  func flattened(steps: Int) -> [Point] {
    let closed = if case .loop = self { true } else { false }
    let straight = if case .line = self { true } else { false }
    let (points, count) = (points, points.count)
    func at(_ index: Int) -> Point {
      points[closed ? (index + count) % count : Swift.min(Swift.max(index, 0), count - 1)]
    }
    var result = [points[0]]
    for span in 0..<(closed ? count : count - 1) {
      for step in 1...steps {
        let t = Float(step) / Float(steps)
        result.append(
          straight
            ? at(span) + t * (at(span + 1) - at(span))
            : Self.spline(at(span - 1), at(span), at(span + 1), at(span + 2), t))
      }
    }
    return result
  }

  /// The uniform Catmull-Rom spline from `b` (t = 0) to `c` (t = 1).
  ///
  /// Source: "A class of local interpolating splines" (Catmull, Rom, 1974).
  private static func spline(_ a: Point, _ b: Point, _ c: Point, _ d: Point, _ t: Float) -> Point {
    let linear = 0.5 * (c - a)
    let quadratic = a - 2.5 * b + 2 * c - 0.5 * d
    let cubic = 0.5 * (d - a) + 1.5 * (b - c)
    return b + t * (linear + t * (quadratic + t * cubic))
  }
}

/// How the ten digits are written, in a box from 0 to 1 both ways: several ways for each.
enum DigitSkeletons {
  static let all: [[[Stroke]]] = [zero, one, two, three, four, five, six, seven, eight, nine]

  private static func path(_ numbers: Float...) -> [Point] {
    stride(from: 0, to: numbers.count, by: 2).map { Point(numbers[$0], numbers[$0 + 1]) }
  }

  private static let zero: [[Stroke]] = [
    [.loop(path(0.50, 0.08, 0.27, 0.22, 0.20, 0.50, 0.27, 0.79, 0.50, 0.92, 0.73, 0.79, 0.80, 0.50, 0.73, 0.22))],
    [.loop(path(0.54, 0.07, 0.36, 0.24, 0.30, 0.52, 0.34, 0.80, 0.48, 0.93, 0.64, 0.76, 0.70, 0.48, 0.66, 0.20))],
    [
      .curve(
        path(0.62, 0.12, 0.36, 0.14, 0.22, 0.44, 0.28, 0.80, 0.52, 0.92, 0.76, 0.70, 0.76, 0.34, 0.56, 0.10, 0.42, 0.16)
      )
    ],
  ]

  private static let one: [[Stroke]] = [
    [.line(path(0.50, 0.07, 0.50, 0.93))],
    [.line(path(0.32, 0.28, 0.53, 0.08, 0.53, 0.93))],
    [.line(path(0.34, 0.26, 0.51, 0.08, 0.51, 0.91)), .line(path(0.30, 0.91, 0.72, 0.91))],
  ]

  private static let two: [[Stroke]] = [
    [
      .curve(path(0.24, 0.28, 0.33, 0.12, 0.53, 0.07, 0.73, 0.18, 0.73, 0.37, 0.57, 0.59, 0.38, 0.77, 0.22, 0.91)),
      .line(path(0.22, 0.91, 0.80, 0.91)),
    ],
    [
      .curve(
        path(
          0.26, 0.22, 0.45, 0.07, 0.68, 0.14, 0.71, 0.34, 0.55, 0.61, 0.34, 0.85, 0.22, 0.88, 0.24, 0.77, 0.40, 0.78,
          0.60,
          0.90, 0.82, 0.86))
    ],
    [
      .curve(path(0.28, 0.20, 0.50, 0.08, 0.70, 0.20, 0.66, 0.44, 0.46, 0.66, 0.24, 0.88)),
      .curve(path(0.24, 0.88, 0.50, 0.83, 0.78, 0.90)),
    ],
  ]

  private static let three: [[Stroke]] = [
    [
      .curve(path(0.25, 0.17, 0.46, 0.07, 0.69, 0.15, 0.69, 0.34, 0.44, 0.46)),
      .curve(path(0.44, 0.46, 0.71, 0.55, 0.77, 0.75, 0.56, 0.92, 0.31, 0.89, 0.20, 0.77)),
    ],
    [
      .line(path(0.24, 0.10, 0.73, 0.10, 0.45, 0.42)),
      .curve(path(0.45, 0.42, 0.70, 0.50, 0.76, 0.72, 0.56, 0.91, 0.24, 0.84)),
    ],
    [.curve(path(0.28, 0.12, 0.58, 0.08, 0.68, 0.25, 0.42, 0.44, 0.66, 0.52, 0.74, 0.74, 0.52, 0.92, 0.24, 0.86))],
  ]

  private static let four: [[Stroke]] = [
    [.line(path(0.64, 0.93, 0.64, 0.08, 0.19, 0.63, 0.83, 0.63))],
    [.line(path(0.28, 0.10, 0.24, 0.54, 0.78, 0.54)), .line(path(0.72, 0.12, 0.69, 0.93))],
    [.curve(path(0.34, 0.08, 0.22, 0.36, 0.26, 0.55, 0.50, 0.56, 0.74, 0.46)), .line(path(0.74, 0.10, 0.70, 0.92))],
  ]

  private static let five: [[Stroke]] = [
    [
      .line(path(0.75, 0.09, 0.32, 0.09, 0.28, 0.44)),
      .curve(path(0.28, 0.44, 0.51, 0.37, 0.74, 0.50, 0.77, 0.72, 0.58, 0.91, 0.35, 0.91, 0.21, 0.80)),
    ],
    [.curve(path(0.74, 0.10, 0.46, 0.10, 0.30, 0.26, 0.46, 0.42, 0.68, 0.58, 0.66, 0.84, 0.42, 0.93, 0.22, 0.84))],
    [
      .line(path(0.34, 0.12, 0.30, 0.46)),
      .curve(path(0.30, 0.46, 0.58, 0.42, 0.74, 0.62, 0.64, 0.86, 0.26, 0.88)),
      .line(path(0.33, 0.12, 0.78, 0.08)),
    ],
  ]

  private static let six: [[Stroke]] = [
    [
      .curve(
        path(
          0.69, 0.10, 0.45, 0.19, 0.28, 0.44, 0.24, 0.71, 0.38, 0.91, 0.61, 0.91, 0.75, 0.74, 0.66, 0.56, 0.45, 0.54,
          0.27,
          0.70))
    ],
    [
      .curve(
        path(0.52, 0.07, 0.34, 0.36, 0.27, 0.68, 0.42, 0.92, 0.66, 0.88, 0.72, 0.68, 0.54, 0.56, 0.34, 0.68, 0.36, 0.82)
      )
    ],
    [
      .line(path(0.58, 0.08, 0.27, 0.64)),
      .loop(path(0.48, 0.52, 0.26, 0.66, 0.34, 0.88, 0.58, 0.92, 0.74, 0.74, 0.66, 0.56)),
    ],
  ]

  private static let seven: [[Stroke]] = [
    [.line(path(0.20, 0.10, 0.79, 0.10, 0.42, 0.93))],
    [.line(path(0.20, 0.11, 0.77, 0.11, 0.46, 0.93)), .line(path(0.36, 0.51, 0.74, 0.49))],
    [.curve(path(0.22, 0.20, 0.30, 0.10, 0.54, 0.15, 0.79, 0.09, 0.62, 0.36, 0.50, 0.64, 0.46, 0.92))],
  ]

  private static let eight: [[Stroke]] = [
    [
      .loop(
        path(
          0.50, 0.47, 0.31, 0.34, 0.32, 0.15, 0.50, 0.07, 0.68, 0.15, 0.69, 0.33, 0.50, 0.47, 0.28, 0.63, 0.26, 0.83,
          0.50,
          0.93, 0.74, 0.83, 0.72, 0.63))
    ],
    [
      .loop(path(0.50, 0.08, 0.33, 0.17, 0.35, 0.36, 0.50, 0.44, 0.66, 0.36, 0.68, 0.17)),
      .loop(path(0.50, 0.45, 0.28, 0.57, 0.28, 0.81, 0.50, 0.92, 0.73, 0.81, 0.72, 0.57)),
    ],
    [
      .curve(
        path(
          0.72, 0.16, 0.50, 0.07, 0.30, 0.20, 0.40, 0.40, 0.62, 0.56, 0.70, 0.78, 0.50, 0.93, 0.30, 0.80, 0.38, 0.58,
          0.60,
          0.38, 0.73, 0.14))
    ],
  ]

  private static let nine: [[Stroke]] = [
    [
      .loop(path(0.72, 0.30, 0.60, 0.11, 0.40, 0.10, 0.27, 0.28, 0.36, 0.46, 0.57, 0.47)),
      .line(path(0.73, 0.22, 0.67, 0.93)),
    ],
    [
      .curve(
        path(
          0.72, 0.26, 0.54, 0.08, 0.32, 0.18, 0.30, 0.40, 0.50, 0.48, 0.72, 0.30, 0.73, 0.58, 0.62, 0.84, 0.34, 0.92))
    ],
    [.curve(path(0.70, 0.14, 0.46, 0.09, 0.28, 0.28, 0.42, 0.47, 0.64, 0.38, 0.72, 0.14, 0.66, 0.50, 0.54, 0.93))],
  ]
}
