/// Arrows from points, in units of the axes: gradients, steps, velocities.
public struct ArrowMark: Mark {
  /// Tails along x.
  public let x: [Double]
  /// Tails along y.
  public let y: [Double]
  /// Lengths along x.
  public let dx: [Double]
  /// Lengths along y.
  public let dy: [Double]
  /// What the modifiers set.
  public var style = MarkStyle()

  /// Arrows from `(x, y)` to `(x + scale dx, y + scale dy)`. Precondition: all arrays have one length.
  public init(x: [Double], y: [Double], dx: [Double], dy: [Double], scale: Double = 1) {
    requireEqualCounts("ArrowMark", x.count, y.count)
    requireEqualCounts("ArrowMark", x.count, dx.count, "x and dx")
    requireEqualCounts("ArrowMark", x.count, dy.count, "x and dy")
    self.x = x
    self.y = y
    self.dx = dx.map { $0 * scale }
    self.dy = dy.map { $0 * scale }
  }

  /// One arrow.
  public init(x: Double, y: Double, dx: Double, dy: Double) {
    self.init(x: [x], y: [y], dx: [dx], dy: [dy])
  }

  /// Tails and heads.
  public var extent: DataExtent {
    DataExtent(x: .numbers(x + zip(x, dx).map { $0 + $1 }), y: .numbers(y + zip(y, dy).map { $0 + $1 }))
  }

  /// A short line.
  public var legendKey: LegendKey { .line }

  /// Draws shafts and heads; a head is at most two fifths of its arrow.
  public func draw(in plot: inout PlotArea) {
    var shafts: [Polyline] = []
    var heads: [Polyline] = []
    for index in x.indices {
      guard let tail = plot.position(x: x[index], y: y[index]),
        let tip = plot.position(x: x[index] + dx[index], y: y[index] + dy[index])
      else { continue }
      let length = tail.distance(to: tip)
      guard length > 0.1 else { continue }
      let head = min(plot.style.lineWidth * 4.5, length * 0.4)
      let along = Point(x: (tip.x - tail.x) / length, y: (tip.y - tail.y) / length)
      let neck = tip.moved(-along.x * head, -along.y * head)
      let side = Point(x: -along.y * head * 0.45, y: along.x * head * 0.45)
      shafts.append(Polyline([tail, neck]))
      heads.append(Polyline([tip, neck.moved(side.x, side.y), neck.moved(-side.x, -side.y)], isClosed: true))
    }
    plot.stroke(shafts, width: plot.style.lineWidth * 0.8, dash: style.dash ?? .solid)
    for head in heads { plot.fill([head]) }
  }
}
