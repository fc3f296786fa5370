import Testing

@testable import Plotting

struct ContourTests {
  private func tracer(_ grid: Grid) -> ContourTracer {
    ContourTracer(x: grid.x, y: grid.y, values: grid.values)
  }

  @Test(arguments: [0.3, 0.7, 1.1, 1.6])
  func `A cone's contours are closed circles`(radius: Double) throws {
    // On a cone, interpolation along an edge is off by at most h^2 / (8 r).
    let grid = Grid(x: -2...2, y: -2...2, columns: 201, rows: 201) { x, y in (x * x + y * y).squareRoot() }
    var tracer = tracer(grid)
    let lines = tracer.lines(at: radius)
    let circle = try #require(lines.first)
    #expect(lines.count == 1)
    #expect(circle.isClosed)
    let tolerance = 0.02 * 0.02 / (8 * radius) * 1.01
    for point in circle.points {
      #expect(abs((point.x * point.x + point.y * point.y).squareRoot() - radius) <= tolerance)
    }
    #expect(abs(enclosedArea(circle) - .pi * radius * radius) < 0.002)
  }

  @Test func `Every vertex lies on the level of a plane, exactly where it crosses the grid`() throws {
    let grid = Grid(x: 0...3, y: 0...2, columns: 7, rows: 5) { x, y in 2 * x - 3 * y }
    var tracer = tracer(grid)
    for level in [-4.3, -1.1, 0.2, 2.7] {
      let lines = tracer.lines(at: level)
      #expect(lines.count == 1)
      let line = try #require(lines.first)
      #expect(!line.isClosed)
      #expect(line.points.allSatisfy { abs(2 * $0.x - 3 * $0.y - level) < 1e-12 })
      let ends = [line.points.first, line.points.last].compactMap { $0 }
      #expect(ends.allSatisfy { [0, 3].contains($0.x) || [0, 2].contains($0.y) })
    }
  }

  /// One cell with high corners across: the bilinear surface is 1/2 where it is flat.
  @Test func `A saddle is joined as the bilinear surface is`() {
    let grid = Grid(x: [0, 1], y: [0, 1], values: [1, 0, 0, 1])
    var below = tracer(grid)
    // Below the saddle's value the high corners are connected: each line cuts off a low corner.
    #expect(below.lines(at: 0.4).map { cutsOff($0) }.sorted() == ["0,1", "1,0"])
    var above = tracer(grid)
    #expect(above.lines(at: 0.6).map { cutsOff($0) }.sorted() == ["0,0", "1,1"])
    // The mean of the corners, 1.51, would decide this one wrongly: where the surface is flat it is 0.748.
    let skewed = Grid(x: [0, 1], y: [0, 1], values: [4, 0.6, 0.7, 0.75])
    let saddle = (4 * 0.75 - 0.6 * 0.7) / (4 + 0.75 - 0.6 - 0.7)
    #expect(saddle > 0.747 && saddle < 0.748)
    var decided = tracer(skewed)
    #expect(decided.lines(at: 0.749).map { cutsOff($0) }.sorted() == ["0,0", "1,1"])
  }

  @Test func `Vertices of a hyperbolic saddle lie on their level`() {
    let grid = Grid(x: -1...1, y: -1...1, columns: 80, rows: 80) { x, y in x * y }
    var tracer = tracer(grid)
    for level in [-0.5, -0.01, 0.01, 0.5] {
      let lines = tracer.lines(at: level)
      #expect(lines.count == 2)
      // Along an edge of the grid x y is linear, so the vertices are exact.
      #expect(lines.flatMap(\.points).allSatisfy { abs($0.x * $0.y - level) < 1e-12 })
    }
  }

  @Test func `Regions are closed, and their areas add up`() {
    let grid = Grid(x: -2...2, y: -2...2, columns: 161, rows: 161) { x, y in -(x * x + y * y).squareRoot() }
    let regions = ContourTracer.regions(
      x: grid.x, y: grid.y, values: grid.values, levels: [-.infinity, -2.5, -1.5, -0.5])
    #expect(regions.allSatisfy { $0.allSatisfy(\.isClosed) })
    let areas = regions.map { $0.reduce(0) { $0 + enclosedArea($1) } }
    #expect(abs(areas[0] - 16) < 1e-9)
    #expect(areas[1] > areas[2] && areas[1] < 16)
    #expect(abs(areas[2] - .pi * 2.25) < 0.01)
    #expect(abs(areas[3] - .pi * 0.25) < 0.01)
  }

  @Test func `Holes and infinities break lines and crash nothing`() {
    var grid = Grid(x: -1...1, y: -1...1, columns: 21, rows: 21) { x, _ in x }
    var values = grid.values
    values[10 * 21 + 10] = .nan
    values[5 * 21 + 12] = .infinity
    values[15 * 21 + 12] = -.infinity
    grid = Grid(x: grid.x, y: grid.y, values: values)
    var tracer = tracer(grid)
    let lines = tracer.lines(at: 0.05)
    #expect(lines.count >= 2)
    #expect(lines.flatMap(\.points).allSatisfy { $0.x.isFinite && $0.y.isFinite })
    let regions = ContourTracer.regions(x: grid.x, y: grid.y, values: values, levels: [-.infinity, 0])
    #expect(regions.flatMap { $0 }.flatMap(\.points).allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }

  @Test func `Levels at grid values, constant grids and tiny grids are harmless`() {
    let steps = Grid(x: 0...4, y: 0...4, columns: 5, rows: 5) { x, y in x + y }
    var exact = tracer(steps)
    #expect(exact.lines(at: 4).flatMap(\.points).allSatisfy { $0.x + $0.y == 4 })
    var flat = tracer(Grid(x: 0...1, y: 0...1, columns: 4, rows: 4) { _, _ in 1 })
    #expect(flat.lines(at: 1).isEmpty)
    var single = tracer(Grid(x: [0], y: [0], values: [1]))
    #expect(single.lines(at: 0).isEmpty)
    #expect(ContourTracer.regions(x: [], y: [], values: [], levels: [0]) == [[]])
  }

  private func cutsOff(_ line: Polyline) -> String {
    let x = line.points.reduce(0) { $0 + $1.x } / Double(line.points.count)
    let y = line.points.reduce(0) { $0 + $1.y } / Double(line.points.count)
    return "\(x < 0.5 ? 0 : 1),\(y < 0.5 ? 0 : 1)"
  }

  private func enclosedArea(_ line: Polyline) -> Double {
    let next = line.points.dropFirst() + line.points.prefix(1)
    return abs(zip(line.points, next).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
  }
}
