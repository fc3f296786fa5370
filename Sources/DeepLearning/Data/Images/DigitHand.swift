import NumericCore

/// How one digit is written: everything about it that chance decides, drawn once, in a fixed order.
struct DigitHand {
  /// How strongly each kind of change acts.
  private enum Strength {
    static let jitter: Float = 0.042
    static let elastic: Float = 0.088
    static let shear: Float = 0.32
    static let halfTurn: Float = 0.15
    static let shift: Float = 2.5
    static let noise: Float = 0.26
    static let clutter = 0.35
  }

  /// The elastic field has this many random arrows a side.
  private static let arrows = 4

  private var generator: Philox4x32x10
  private let horizontal: Point
  private let vertical: Point
  private let centre: Point
  private let field: [Point]

  /// The generator is this image's own.
  init(_ generator: Philox4x32x10) {
    var generator = generator
    func symmetric(_ bound: Float) -> Float { generator.uniform(in: -bound..<bound) }
    // A rotation by the angle whose half has this tangent: no sine, no cosine, hence the same bits everywhere.
    let halfTangent = symmetric(Strength.halfTurn)
    let cosine = (1 - halfTangent * halfTangent) / (1 + halfTangent * halfTangent)
    let sine = 2 * halfTangent / (1 + halfTangent * halfTangent)
    let width: Float = 20 * generator.uniform(in: 0.75..<1.2)
    let height: Float = 20 * generator.uniform(in: 0.85..<1.15)
    let shear = symmetric(Strength.shear)
    horizontal = Point(width * cosine, width * sine)
    vertical = Point(-height * (sine + shear * cosine), height * (cosine - shear * sine))
    let middle = Float(DigitPen.side) / 2
    centre = Point(middle + symmetric(Strength.shift), middle + symmetric(Strength.shift))
    field = (0..<Self.arrows * Self.arrows).map { _ in Point(symmetric(Strength.elastic), symmetric(Strength.elastic)) }
    self.generator = generator
  }

  /// Writes a digit and gives its 28 x 28 pixels, each from 0 to 255.
  mutating func write(_ digit: Int) -> [UInt8] {
    let ways = DigitSkeletons.all[digit]
    let strokes = ways[generator.integer(below: ways.count)]
    var pen = DigitPen()
    let radius: Float = generator.uniform(in: 0.75..<1.75)
    for stroke in strokes {
      let shaky = stroke.map { $0 + Point(symmetric(Strength.jitter), symmetric(Strength.jitter)) }
      let points = shaky.flattened(steps: 6).map { onPaper($0) }
      pen.draw(points, radius: radius * generator.uniform(in: 0.8..<1.2), to: radius * generator.uniform(in: 0.7..<1.2))
    }
    // A short stray stroke now and then.
    if generator.bernoulli(Strength.clutter) {
      let place = Point(generator.uniform(in: 1..<27), generator.uniform(in: 1..<27))
      pen.draw([place, place + Point(symmetric(4), symmetric(4))], radius: radius * 0.8, to: radius * 0.6)
    }
    return inked(pen.pixels)
  }

  private mutating func symmetric(_ bound: Float) -> Float { generator.uniform(in: -bound..<bound) }

  /// Where a point of the skeleton comes to lie, in pixels: pushed by the field, then turned, sheared, sized and
  /// shifted.
  private func onPaper(_ point: Point) -> Point {
    let warped = point + push(at: point) - Point(0.5, 0.5)
    return centre + warped.x * horizontal + warped.y * vertical
  }

  /// The field between its arrows, blended smoothly (3t^2 - 2t^3 both ways).
  private func push(at point: Point) -> Point {
    let cells = Self.arrows - 1
    func cell(_ coordinate: Float) -> (index: Int, blend: Float) {
      let position = Swift.min(Swift.max(coordinate, 0), 1) * Float(cells)
      let index = Swift.min(Int(position), cells - 1)
      let t = position - Float(index)
      return (index, t * t * (3 - 2 * t))
    }
    let (x, y) = (cell(point.x), cell(point.y))
    let corner = y.index * Self.arrows + x.index
    let upper = field[corner] + x.blend * (field[corner + 1] - field[corner])
    let lower =
      field[corner + Self.arrows] + x.blend * (field[corner + Self.arrows + 1] - field[corner + Self.arrows])
    return upper + y.blend * (lower - upper)
  }

  /// Ink of a random darkness on paper, with noise on both: two random bytes a pixel, whose sum is a triangle.
  private mutating func inked(_ pixels: [Float]) -> [UInt8] {
    let darkness: Float = generator.uniform(in: 0.6..<1)
    let noise: Float = generator.uniform(in: 0..<Strength.noise)
    var word: UInt64 = 0
    return pixels.enumerated().map { index, ink in
      word = index % 4 == 0 ? generator.next() : word >> 16
      let triangle = Float(Int(word & 0xFF) + Int(word >> 8 & 0xFF) - 255) / 255
      let grey = ink * darkness + noise * triangle
      return UInt8((Swift.min(Swift.max(grey, 0), 1) * 255).rounded())
    }
  }
}
