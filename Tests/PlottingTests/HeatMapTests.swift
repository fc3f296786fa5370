import Testing

@testable import Plotting

/// Heat maps: which value is painted where, in which colour, and with which words.
struct HeatMapTests {
  private func image(_ chart: Chart) throws -> PixelImage {
    let elements = chart.scene().groups.filter { $0.role == .data }.flatMap(\.elements)
    guard case .image(let image, _) = try #require(elements.first) else { throw NoImage() }
    return image
  }

  private struct NoImage: Error {}

  /// How light the image's pixels are, from the upper left; `.grays` paints the smallest value black.
  private func grays(_ chart: Chart) throws -> [UInt8] {
    let bytes = try image(chart).bytes
    return stride(from: 0, to: bytes.count, by: 3).map { bytes[$0] }
  }

  @Test func `Each point of a grid is the middle of its cell`() {
    let grid = Grid(x: 0...4, y: 10...12, columns: 5, rows: 3, values: (0..<15).map(Double.init))
    let extent = RectangleMark(grid).extent
    #expect(extent == RectangleMark(x: -0.5...4.5, y: 9.5...12.5, values: rows(of: grid)).extent)
    let single = RectangleMark(Grid(x: [7], y: [2], values: [1])).extent
    #expect(single == RectangleMark(x: 6.5...7.5, y: 1.5...2.5, values: [[1]]).extent)
  }

  private func rows(of grid: Grid) -> [[Double]] {
    (0..<grid.rows).map { Array(grid.values[($0 * grid.columns)..<(($0 + 1) * grid.columns)]) }
  }

  @Test func `A reversed axis turns the picture with it`() throws {
    let chart = Chart { RectangleMark(x: 0...2, y: 0...2, values: [[0, 1], [2, 3]], map: .grays) }
    let upright = try grays(chart)
    #expect(upright.count == 4 && upright[2] == 0 && upright[1] == 255)
    #expect(try grays(chart.xAxis(reversed: true)) == [upright[1], upright[0], upright[3], upright[2]])
    #expect(try grays(chart.yAxis(reversed: true)) == [upright[2], upright[3], upright[0], upright[1]])
  }

  @Test func `A table has a cell for each pair of names`() throws {
    let chart = Chart {
      RectangleMark(
        x: ["says ill", "says well"], y: ["ill", "well"], values: [[10, 0], [4, 8]], map: .grays, domain: 0...10,
        annotated: true)
    }
    let shades = try grays(chart)
    // The first row of values is the lowest: 4 and 8 are above 10 and 0.
    #expect(shades[2] == 255 && shades[3] == 0 && shades[0] < shades[1])
    let words = chart.scene().groups.flatMap(\.elements).compactMap { element in
      if case .text(let run) = element { run } else { nil }
    }
    let numbers = words.filter { Double($0.label.plainText) != nil }
    #expect(numbers.map(\.label.plainText) == ["4", "8", "10", "0"] + barNumbers(chart))
    // Each number stands out from its cell.
    #expect(numbers[2].color != .white && numbers[3].color == .white)
  }

  private func barNumbers(_ chart: Chart) -> [String] {
    chart.scene().groups.filter { $0.role == .colorBar }.flatMap(\.elements).compactMap { element in
      guard case .text(let run) = element else { return nil }
      return Double(run.label.plainText) == nil ? nil : run.label.plainText
    }
  }

  @Test func `The bar says the range of the colours, and can be left out`() {
    let chart = Chart { RectangleMark(x: 0...1, y: 0...1, values: [[0, 5]], domain: 0...10) }
    let numbers = barNumbers(chart).compactMap(Double.init)
    #expect(numbers.min() == 0 && numbers.max() == 10)
    #expect(!chart.hiddenColorBar().scene().groups.contains { $0.role == .colorBar })
  }

  @Test func `Cells have their colours on the page`() throws {
    let red = Color(red: 1, green: 0, blue: 0)
    let chart = Chart {
      RectangleMark(x: 0...2, y: 0...1, values: [[0, 1]], map: .viridis)
      RectangleMark(x: 0.25...0.75, y: 0.25...0.75).foregroundStyle(red)
    }
    .hiddenColorBar()
    let scene = chart.scene(width: 600, height: 400)
    let frame = try #require(scene.groups.first { $0.role == .data }?.clip)
    let pixels = try DrawnPixels(png: scene.png())
    func pixel(_ x: Double, _ y: Double) -> [UInt8] {
      pixels.pixel(Int(frame.minX + x / 2 * frame.width), Int(frame.maxY - y * frame.height))
    }
    // Viridis begins with dark violet and ends with yellow.
    #expect(isClose(pixel(0.1, 0.9), [68, 1, 84]), "\(pixel(0.1, 0.9))")
    #expect(isClose(pixel(1.5, 0.5), [253, 231, 37]), "\(pixel(1.5, 0.5))")
    #expect(isClose(pixel(0.5, 0.5), [255, 0, 0]), "\(pixel(0.5, 0.5))")
  }

  private func isClose(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    zip(one, other).allSatisfy { abs(Int($0) - Int($1)) <= 2 }
  }
}
