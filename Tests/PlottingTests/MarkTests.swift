import Testing

@testable import Plotting

struct MarkTests {
  private func data(_ chart: Chart) -> [Scene.Element] {
    chart.scene().groups.filter { $0.role == .data }.flatMap(\.elements)
  }

  private func lines(_ chart: Chart) -> [Polyline] {
    data(chart).flatMap { element in
      if case .path(let lines, _, _) = element { lines } else { [Polyline]() }
    }
  }

  @Test func `Values that can't be shown break a line`() {
    let x = (0..<9).map(Double.init)
    #expect(lines(Chart { LineMark(x: x, y: [1, 2, .nan, 3, 4, .infinity, 5, 6, 7]) }).count == 3)
    let logarithmic = Chart { LineMark(x: x, y: [1, 2, 0, 3, 4, -1, 5, 6, 7]) }.yScale(.log)
    #expect(lines(logarithmic).count == 3)
  }

  @Test func `Lines are cut near the frame of a fixed domain`() throws {
    let chart = Chart { LineMark(x: [0, 1, 2, 3], y: [0.5, 1e12, 0.5, -1e300]) }.yAxis("y", domain: 0...1)
    let group = try #require(chart.scene().groups.first { $0.role == .data })
    let room = try #require(group.clip).inset(by: -20)
    #expect(lines(chart).flatMap(\.points).allSatisfy(room.contains))
  }

  @Test func `Long lines are thinned and keep their extremes`() throws {
    let y = (0..<100_000).map { Double(($0 * 7919) % 1009) }
    let chart = Chart { LineMark(y: y) }
    let points = lines(chart).flatMap(\.points)
    #expect(points.count < 6000)
    let all = Chart { LineMark(y: [0, 1008]) }
    let frame = try #require(all.scene().groups.first { $0.role == .data }?.clip)
    #expect(points.map(\.y).max() == frame.maxY - frame.height * 0.04 / 1.08)
  }

  @Test func `Marks without data draw nothing and crash nothing`() {
    let nothing: [Double] = []
    let charts = [
      Chart { LineMark(x: nothing, y: nothing) }, Chart { PointMark(x: nothing, y: nothing) },
      Chart { BarMark(x: nothing, y: nothing) }, Chart { HistogramMark(values: nothing) },
      Chart { HistogramMark(values: [.nan]) }, Chart { AreaMark(x: nothing, lower: nothing, upper: nothing) },
      Chart { ArrowMark(x: nothing, y: nothing, dx: nothing, dy: nothing) },
      Chart { RectangleMark(x: 0...1, y: 0...1, values: []) },
      Chart { ContourMark(Grid(x: [], y: [], values: []), levels: []) },
      Chart { ImageMark(PixelImage(width: 0, height: 0, rgb: [])) }, Chart { RuleMark(x: .nan) },
      Chart { TextMark(x: .nan, y: 0, "nowhere") }, Chart { LineMark(x: [.nan], y: [.infinity]) }.yScale(.log),
    ]
    for chart in charts { #expect(data(chart).isEmpty) }
  }

  @Test func `Histograms count every finite value once`() {
    let mark = HistogramMark(values: [0, 0.5, 1, 1, .nan, .infinity], bins: 2)
    #expect(mark.edges == [0, 0.5, 1])
    #expect(mark.heights == [1, 3])
    #expect(HistogramMark(values: [0, 0.5, 1, 1], bins: 2, normalization: .probability).heights == [0.25, 0.75])
    #expect(HistogramMark(values: [0, 0.5, 1, 1], bins: 2, normalization: .density).heights == [0.5, 1.5])
    #expect(HistogramMark(values: [3, 3, 3], bins: 5).heights.reduce(0, +) == 3)
  }

  @Test func `Bars over one category stand side by side`() {
    let chart = Chart {
      BarMark(x: ["a", "b"], y: [1, 2]).foregroundStyle(by: "one")
      BarMark(x: ["a", "b"], y: [2, 1]).foregroundStyle(by: "two")
    }
    let boxes = lines(chart).map { line in (line.points.map(\.x).min() ?? 0, line.points.map(\.x).max() ?? 0) }
      .sorted { $0.0 < $1.0 }
    #expect(boxes.count == 4)
    for (one, next) in zip(boxes, boxes.dropFirst()) { #expect(one.1 <= next.0 + 1e-9) }
  }

  @Test func `Heat maps have their first row at the bottom`() throws {
    let chart = Chart { RectangleMark(x: 0...1, y: 0...2, values: [[0], [1]], map: .grays) }
    guard case .image(let image, _) = try #require(data(chart).first) else {
      Issue.record("A heat map should be an image.")
      return
    }
    #expect(image.bytes == [255, 255, 255, 0, 0, 0])
  }

  @Test func `A run that leaves a contour plot does not stretch the axes`() {
    let chart = Chart {
      ContourMark(Grid(x: -1...1, y: -1...1, columns: 9, rows: 9) { $0 + $1 }, count: 5, filled: true)
      LineMark(x: [0, 1e9], y: [0, 1e9])
    }
    let layout = FigureLayout(Figure(chart), width: 1200, height: 900)
    #expect(layout.panels[0].x.domain == -1...1)
  }

  @Test func `Viridis grows evenly lighter`() {
    let luminances = Grid.evenly(0...1, count: 11).map { ColorMap.viridis.color(at: $0).luminance }
    // Lightness L* = 116 Y^(1/3) - 16, CIE 1976.
    let lightness = luminances.map { 116 * power($0, 1.0 / 3) - 16 }
    let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { $0 > 5 && $0 < 10.5 })
  }

  @Test func `Lengths that differ stop the program with both counts`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = LineMark(x: [1, 2, 3], y: [1, 2])
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("LineMark needs as many x and y values, and was given 3 and 2."))
  }
}
