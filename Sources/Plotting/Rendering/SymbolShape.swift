/// The outline of a symbol around (0, 0). Sizes are balanced so that all symbols look equally heavy.
struct SymbolShape {
  let outline: [Polyline]
  let radius: Double
  let isRound: Bool
  let isFilled: Bool
  let lineWidth: Double

  init(_ symbol: Symbol, size: Double) {
    let half = size / 2
    isRound = symbol == .circle || symbol == .ring
    isFilled = ![.plus, .cross, .ring].contains(symbol)
    lineWidth = size * 0.24
    radius = symbol == .ring ? half - lineWidth / 2 : half
    switch symbol {
    case .circle, .ring: outline = []
    case .square: outline = [Self.polygon(corners: 4, radius: half * 1.25, start: .pi / 4)]
    case .diamond: outline = [Self.polygon(corners: 4, radius: half * 1.3, start: 0)]
    case .triangle: outline = [Self.polygon(corners: 3, radius: half * 1.3, start: .pi / 2)]
    case .triangleDown: outline = [Self.polygon(corners: 3, radius: half * 1.3, start: -.pi / 2)]
    case .star: outline = [Self.star(radius: half * 1.35)]
    case .plus:
      outline = [
        Polyline([Point(x: -half, y: 0), Point(x: half, y: 0)]),
        Polyline([Point(x: 0, y: -half), Point(x: 0, y: half)]),
      ]
    case .cross:
      let arm = half * 0.8
      outline = [
        Polyline([Point(x: -arm, y: -arm), Point(x: arm, y: arm)]),
        Polyline([Point(x: -arm, y: arm), Point(x: arm, y: -arm)]),
      ]
    }
  }

  private static func polygon(corners: Int, radius: Double, start: Double) -> Polyline {
    let points = (0..<corners).map { corner in
      let angle = start + 2 * .pi * Double(corner) / Double(corners)
      return Point(x: radius * cosine(angle), y: -radius * sine(angle))
    }
    return Polyline(points, isClosed: true)
  }

  private static func star(radius: Double) -> Polyline {
    let points = (0..<10).map { corner in
      let angle = .pi / 2 + .pi * Double(corner) / 5
      let reach = corner.isMultiple(of: 2) ? radius : radius * 0.45
      return Point(x: reach * cosine(angle), y: -reach * sine(angle))
    }
    return Polyline(points, isClosed: true)
  }
}
