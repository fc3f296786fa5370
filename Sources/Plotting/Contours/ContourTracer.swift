/// Finds the lines along which a grid of values has a given level, by marching squares.
///
/// Each cell of four values is crossed by none, one or two segments; a segment has the higher values on one fixed side,
/// so each crossed edge of the grid begins one segment at most and ends one at most, and segments chain into lines. A
/// cell with two high corners across from each other (a saddle) is joined as the bilinear surface through its corners is:
/// "The Asymptotic Decider: Resolving the Ambiguity in Marching Cubes" (Nielson and Hamann, 1991).
struct ContourTracer {
  private let x: [Double]
  private let y: [Double]
  private let values: [Double]
  private let columns: Int
  private let rows: Int

  // Edges are numbered: the horizontal edge right of node n is 2n, the vertical edge below it (towards the next row) is
  // 2n + 1. `successors[e]` is the edge where the segment that enters its cell at e leaves it.
  private var successors: [Int32]
  private var hasPredecessor: [Bool]

  /// `values[row * x.count + column]` lies at `(x[column], y[row])`. A cell with a value that is NaN has no lines.
  init(x: [Double], y: [Double], values: [Double]) {
    self.x = x
    self.y = y
    self.values = values
    columns = x.count
    rows = y.count
    successors = [Int32](repeating: -1, count: 2 * values.count)
    hasPredecessor = [Bool](repeating: false, count: 2 * values.count)
  }

  /// The lines of `level`: closed, or ending at the border of the grid or at a hole.
  mutating func lines(at level: Double) -> [Polyline] {
    guard columns > 1, rows > 1, !level.isNaN else { return [] }
    let entries = findSegments(level)
    var lines: [Polyline] = []
    for entry in entries where !hasPredecessor[Int(entry)] && successors[Int(entry)] >= 0 {
      lines.append(follow(from: Int(entry), level: level))
    }
    for entry in entries where successors[Int(entry)] >= 0 {
      lines.append(follow(from: Int(entry), level: level))
    }
    return lines.filter { $0.points.count > 1 }
  }

  /// Records all segments of the level and returns the edges where they enter their cells.
  private mutating func findSegments(_ level: Double) -> [Int32] {
    var entries: [Int32] = []
    for row in 0..<(rows - 1) {
      for column in 0..<(columns - 1) {
        let node = row * columns + column
        let a = values[node]
        let b = values[node + 1]
        let c = values[node + columns + 1]
        let d = values[node + columns]
        let pattern = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0)
        if pattern == 0 || pattern == 15 || (a + b + c + d).isNaN && Self.hasHole(a, b, c, d) { continue }
        addSegments(pattern, node: node, corners: (a, b, c, d), level: level, entries: &entries)
      }
    }
    return entries
  }

  /// Infinities of both signs also sum to NaN, but are no hole.
  private static func hasHole(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Bool {
    a.isNaN || b.isNaN || c.isNaN || d.isNaN
  }

  private mutating func addSegments(
    _ pattern: Int, node: Int, corners: (a: Double, b: Double, c: Double, d: Double), level: Double,
    entries: inout [Int32]
  ) {
    // Corners a b (this row) and d c (next row); edges by the side of the cell they are.
    let ab = Int32(2 * node)
    let bc = Int32(2 * (node + 1) + 1)
    let dc = Int32(2 * (node + columns))
    let ad = Int32(2 * node + 1)
    switch pattern {
    case 1: link(ad, ab, &entries)
    case 2: link(ab, bc, &entries)
    case 3: link(ad, bc, &entries)
    case 4: link(bc, dc, &entries)
    case 6: link(ab, dc, &entries)
    case 7: link(ad, dc, &entries)
    case 8: link(dc, ad, &entries)
    case 9: link(dc, ab, &entries)
    case 11: link(dc, bc, &entries)
    case 12: link(bc, ad, &entries)
    case 13: link(bc, ab, &entries)
    case 14: link(ab, ad, &entries)
    case 5:
      if Self.highCornersMeet(corners.a, corners.c, corners.b, corners.d, level) {
        link(ad, dc, &entries)
        link(bc, ab, &entries)
      } else {
        link(ad, ab, &entries)
        link(bc, dc, &entries)
      }
    default:  // 10
      if Self.highCornersMeet(corners.b, corners.d, corners.a, corners.c, level) {
        link(ab, ad, &entries)
        link(dc, bc, &entries)
      } else {
        link(ab, bc, &entries)
        link(dc, ad, &entries)
      }
    }
  }

  private mutating func link(_ entry: Int32, _ exit: Int32, _ entries: inout [Int32]) {
    successors[Int(entry)] = exit
    hasPredecessor[Int(exit)] = true
    entries.append(entry)
  }

  /// Whether the bilinear surface is at least `level` where it is flat, so that the two high corners are connected.
  /// Its value there is (h1 h2 - l1 l2) / (h1 + h2 - l1 - l2), and the denominator is positive at a saddle.
  private static func highCornersMeet(
    _ high1: Double, _ high2: Double, _ low1: Double, _ low2: Double, _ level: Double
  ) -> Bool {
    // Relative to the level, the products can't lose the digits that decide.
    (high1 - level) * (high2 - level) >= (low1 - level) * (low2 - level)
  }

  /// Walks a chain from its first edge, and unlinks it on the way.
  private mutating func follow(from first: Int, level: Double) -> Polyline {
    var points: [Point] = []
    var edge = first
    while true {
      let point = crossing(edge, level)
      if points.last != point { points.append(point) }
      let next = successors[edge]
      successors[edge] = -1
      hasPredecessor[edge] = false
      if next < 0 { return Polyline(points) }
      edge = Int(next)
      if edge == first {
        if points.count > 1, points.first == points.last { points.removeLast() }
        return Polyline(points, isClosed: true)
      }
    }
  }

  private func crossing(_ edge: Int, _ level: Double) -> Point {
    let node = edge / 2
    let other = edge.isMultiple(of: 2) ? node + 1 : node + columns
    let column = node % columns
    let row = node / columns
    let here = values[node]
    let there = values[other]
    var fraction = (level - here) / (there - here)
    if !here.isFinite || !there.isFinite { fraction = here.isFinite ? 0 : there.isFinite ? 1 : 0.5 }
    return edge.isMultiple(of: 2)
      ? Point(x: x[column] + (x[column + 1] - x[column]) * fraction, y: y[row])
      : Point(x: x[column], y: y[row] + (y[row + 1] - y[row]) * fraction)
  }
}

extension ContourTracer {
  /// The regions with values of at least `level` for each of `levels`, as closed outlines (holes by the even-odd rule).
  ///
  /// The grid gets a rim of minus infinity that lies on its border: every outline closes there. Holes count as minus
  /// infinity too.
  static func regions(x: [Double], y: [Double], values: [Double], levels: [Double]) -> [[Polyline]] {
    guard let left = x.first, let right = x.last, let top = y.first, let bottom = y.last else {
      return levels.map { _ in [] }
    }
    let columns = x.count + 2
    var padded = [Double](repeating: -.infinity, count: columns * (y.count + 2))
    for row in y.indices {
      for column in x.indices {
        let value = values[row * x.count + column]
        padded[(row + 1) * columns + column + 1] = value.isNaN ? -.infinity : value
      }
    }
    var tracer = ContourTracer(x: [left] + x + [right], y: [top] + y + [bottom], values: padded)
    return levels.map { level in
      tracer.lines(at: level == -.infinity ? -.greatestFiniteMagnitude : level).filter { $0.points.count > 2 }
    }
  }
}
