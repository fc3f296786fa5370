import Testing

@testable import Plotting

/// Marks in each form that they can be made in lie where their data say.
struct MarkFormsTests {
  /// The marks of a chart from 0 to 10 both ways, in the units of its axes.
  private struct Drawn {
    let elements: [Scene.Element]
    private let frame: Rect

    init(@MarkBuilder _ marks: () -> [any Mark]) throws {
      let chart = Chart(marks: marks).xAxis(domain: 0...10).yAxis(domain: 0...10)
      let group = try #require(chart.scene().groups.first { $0.role == .data })
      elements = group.elements
      frame = try #require(group.clip)
    }

    var lines: [[Point]] {
      elements.flatMap { element in
        if case .path(let lines, _, _) = element { lines.map { $0.points.map(value) } } else { [[Point]]() }
      }
    }

    var symbols: [Point] {
      elements.flatMap { element in
        if case .symbols(_, let points, _, _) = element { points.map(value) } else { [Point]() }
      }
    }

    func value(_ point: Point) -> Point {
      Point(x: 10 * (point.x - frame.minX) / frame.width, y: 10 * (frame.maxY - point.y) / frame.height)
    }
  }

  private func isClose(_ points: [Point], _ expected: [(Double, Double)]) -> Bool {
    points.count == expected.count
      && zip(points, expected).allSatisfy { abs($0.x - $1.0) < 1e-9 && abs($0.y - $1.1) < 1e-9 }
  }

  @Test func `A region is a filled box that the axes leave room around`() throws {
    let drawn = try Drawn { RectangleMark(x: 2...4, y: 5...9) }
    let box = try #require(drawn.lines.first)
    #expect((box.map(\.x).min() ?? 0).isClose(to: 2) && (box.map(\.x).max() ?? 0).isClose(to: 4))
    #expect((box.map(\.y).min() ?? 0).isClose(to: 5) && (box.map(\.y).max() ?? 0).isClose(to: 9))
    let chart = Chart { RectangleMark(x: 2...4, y: 5...9).foregroundStyle(by: "where it stays") }
    #expect(chart.scene().groups.contains { $0.role == .legend })
    let panel = FigureLayout(Figure(chart), width: 1200, height: 900).panels[0]
    #expect(panel.x.domain.lowerBound < 2 && panel.x.domain.upperBound > 4)
    #expect(!chart.scene().groups.contains { $0.role == .colorBar })
  }

  @Test func `Level segments lie at their heights`() throws {
    let drawn = try Drawn { RuleMark(y: [2, 7], xStart: [1, 0.5], xEnd: [4, 9]) }
    #expect(drawn.lines.count == 2)
    #expect(isClose(drawn.lines[0], [(1, 2), (4, 2)]))
    #expect(isClose(drawn.lines[1], [(0.5, 7), (9, 7)]))
  }

  @Test func `The axes reach the ends of level segments`() {
    let chart = Chart { RuleMark(y: [2, 7], xStart: [1, -3], xEnd: [4, 9]) }
    let panel = FigureLayout(Figure(chart), width: 1200, height: 900).panels[0]
    #expect(panel.x.domain.contains(-3) && panel.x.domain.contains(9))
    #expect(panel.y.domain.contains(2) && panel.y.domain.contains(7))
  }

  @Test func `An area without a lower edge stands on zero`() throws {
    let drawn = try Drawn { AreaMark(x: [1, 2, 4], y: [3, 5, 4]) }
    #expect(drawn.lines.count == 1)
    #expect(isClose(drawn.lines[0], [(1, 3), (2, 5), (4, 4), (4, 0), (2, 0), (1, 0)]))
  }

  @Test func `A gap parts an area`() throws {
    let drawn = try Drawn { AreaMark(x: [1, 2, 3, 4, 5], y: [3, 5, .nan, 4, 2]) }
    #expect(drawn.lines.count == 2)
    #expect(isClose(drawn.lines[1], [(4, 4), (5, 2), (5, 0), (4, 0)]))
  }

  @Test func `One arrow leads from its place by its step`() throws {
    let drawn = try Drawn { ArrowMark(x: 1, y: 2, dx: 3, dy: 4) }
    let points = drawn.lines.flatMap { $0 }
    #expect(points.contains { abs($0.x - 1) < 1e-9 && abs($0.y - 2) < 1e-9 })
    #expect(points.contains { abs($0.x - 4) < 1e-9 && abs($0.y - 6) < 1e-9 })
  }

  @Test func `Lines, points and segments over names stand side by side in their order`() throws {
    let names = ["one", "two", "three"]
    let chart = Chart {
      LineMark(x: names, y: [1, 3, 2]).symbol(.circle)
      PointMark(x: names, y: [2, 2, 2]).symbol(.square)
      RuleMark(x: names, yStart: [0, 0, 0], yEnd: [1, 3, 2])
    }
    let elements = chart.scene().groups.filter { $0.role == .data }.flatMap(\.elements)
    let places = elements.compactMap { element -> [Double]? in
      if case .symbols(_, let points, _, _) = element { points.map(\.x) } else { nil }
    }
    let segments = elements.compactMap { element -> [Double]? in
      guard case .path(let lines, _, _) = element, lines.count == 3 else { return nil }
      return lines.map { $0.points[0].x }
    }
    let columns = try #require(places.first)
    #expect(columns == columns.sorted() && Set(columns).count == 3)
    #expect(places.count == 2 && places.allSatisfy { $0 == columns })
    #expect(segments == [columns])
  }

  @Test func `Lying bars reach from zero to their values`() throws {
    let chart = Chart { BarMark(x: [2, 8], y: ["short", "long"]) }.xAxis(domain: 0...10)
    let group = try #require(chart.scene().groups.first { $0.role == .data })
    let frame = try #require(group.clip)
    let boxes = group.elements.flatMap { element in
      if case .path(let lines, _, _) = element { lines } else { [Polyline]() }
    }
    let ends = boxes.map { box in ((box.points.map(\.x).max() ?? 0) - frame.minX) / frame.width * 10 }
    #expect(ends.count == 2 && ends[0].isClose(to: 2) && ends[1].isClose(to: 8))
    #expect(boxes.allSatisfy { ($0.points.map(\.x).min() ?? 1).isClose(to: frame.minX) })
  }

  @Test func `Ticks stand where they are asked for, with their words`() {
    let chart = Chart { LineMark(x: [0, 10], y: [0, 10]) }
      .xAxis(domain: 0...10, ticks: .values([1, 2.5, 40]))
      .yAxis(domain: 0...10, ticks: .labelled([0, 5, -1], ["none", "half", "outside"]))
    let panel = FigureLayout(Figure(chart), width: 1200, height: 900).panels[0]
    #expect(panel.x.ticks == .values([1, 2.5, 40]))
    let words = chart.scene().groups.filter { $0.role == .axes }.flatMap(\.elements).compactMap { element in
      if case .text(let run) = element { run.label.plainText } else { nil }
    }
    #expect(words == ["1.0", "2.5", "none", "half"], "\(words)")
  }
}

extension Double {
  fileprivate func isClose(to other: Double) -> Bool { abs(self - other) < 1e-9 }
}
