import Testing

@testable import Plotting

/// What a reader sees of a symbol, measured on the page.
struct SymbolTests {
  /// Where a symbol's ink lies around its place, in its own size.
  private struct Ink {
    let amount: Double
    let center: Point
    let reach: Double

    init(_ symbol: Symbol, size: Double = 40) throws {
      let middle = Point(x: 50, y: 50)
      let shape = Scene.Element.symbols(symbol, at: [middle], size: size, color: .black)
      let scene = Scene(
        width: 100, height: 100, groups: [Scene.Group(role: .data, panel: 0, clip: nil, elements: [shape])])
      let pixels = try DrawnPixels(png: scene.png(scale: 2))
      var (total, x, y, farthest) = (0.0, 0.0, 0.0, 0.0)
      for row in 0..<pixels.height {
        for column in 0..<pixels.width {
          let ink = pixels.ink(column, row)
          let place = Point(x: (Double(column) + 0.5) / 2 - middle.x, y: (Double(row) + 0.5) / 2 - middle.y)
          (total, x, y) = (total + ink, x + ink * place.x, y + ink * place.y)
          if ink > 0.5 { farthest = max(farthest, place.x.magnitude, place.y.magnitude) }
        }
      }
      amount = total / 4 / (size * size)
      center = Point(x: x / total / size, y: y / total / size)
      reach = farthest / size
    }
  }

  @Test(arguments: Symbol.allCases)
  func `A symbol lies around its place`(symbol: Symbol) throws {
    let ink = try Ink(symbol)
    #expect(abs(ink.center.x) < 0.02, "\(ink.center)")
    #expect(abs(ink.center.y) < 0.02, "\(ink.center)")
    #expect(ink.reach > 0.38 && ink.reach < 0.72, "\(ink.reach)")
  }

  @Test(arguments: Symbol.allCases)
  func `No symbol is far heavier than another`(symbol: Symbol) throws {
    let ink = try Ink(symbol).amount
    #expect(ink > 0.35 && ink < 1, "\(ink)")
  }

  @Test func `No two symbols look alike`() throws {
    let all = try Symbol.allCases.map { symbol in
      let shape = Scene.Element.symbols(symbol, at: [Point(x: 20, y: 20)], size: 20, color: .black)
      let group = Scene.Group(role: .data, panel: 0, clip: nil, elements: [shape])
      return try DrawnPixels(png: Scene(width: 40, height: 40, groups: [group]).png())
    }
    for (index, one) in all.enumerated() {
      for other in all.dropFirst(index + 1) {
        let difference = (0..<1600).reduce(0.0) { $0 + abs(one.ink($1 % 40, $1 / 40) - other.ink($1 % 40, $1 / 40)) }
        #expect(difference > 40)
      }
    }
  }
}
