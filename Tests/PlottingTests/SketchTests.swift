import Testing

@testable import Plotting

/// What a figure is reduced to, and what a figure looks like over it.
struct SketchTests {
  private func figure(_ y: [Double], title: String = "Loss", below: Double? = nil) -> Figure {
    Figure(columns: 1) {
      Chart(title) {
        LineMark(x: y.indices.map(Double.init), y: y).foregroundStyle(by: "Adam")
        PointMark(x: 2, y: 0.5).foregroundStyle(.black)
        if let below { RuleMark(y: below) }
      }
      .yAxis("loss", scale: .log)
    }
  }

  private let falling = (0..<400).map { 1 / Double(1 + $0) }

  @Test func `A long line keeps its course with few points`() throws {
    let panel = try #require(figure(falling).sketch().charts.first)
    let line = try #require(panel.traces.first)
    #expect(line.series == "Adam" && line.kind == .line && line.color.hasPrefix("#"))
    #expect(line.x.count > 10 && line.x.count < 60)
    let whole = Sketch.Trace(
      kind: .line, series: "Adam", color: line.color, x: falling.indices.map(Double.init), y: falling)
    #expect(UnitFrame(panel).distance(line, whole) < 0.002)
    #expect(panel.y.isLogarithmic && !panel.x.isLogarithmic)
  }

  @Test func `A gap parts a line, and what can't be shown is left out`() throws {
    let panel = try #require(figure([1, 0.5, .nan, 0.25, 0, 0.1, 0.05]).sketch().charts.first)
    #expect(panel.traces.filter { $0.kind == .line }.map(\.x) == [[0, 1], [3], [5, 6]])
  }

  @Test func `What is the same is not drawn twice`() {
    let (drawn, differs) = figure(falling).over(figure(falling).sketch(), name: "expected")
    #expect(!differs)
    #expect(drawn.scene().description == figure(falling).scene().description)
  }

  @Test func `What differs lies behind and has one entry in the legend`() throws {
    let slow = falling.map { $0.squareRoot() }
    let (drawn, differs) = figure(slow).over(figure(falling, below: 0.01).sketch(), name: "expected")
    #expect(differs)
    let chart = try #require(drawn.charts.first)
    let behind = try #require(chart.marks.first as? SketchMark)
    #expect(behind.strokes.map(\.trace.kind) == [.line, .row])
    let words = drawn.scene().description
    #expect(words.split(separator: "\n").count { $0.contains("expected") } == 1)
    #expect(drawn.charts[0].marks.count == figure(slow).charts[0].marks.count + 1)
  }

  @Test func `A shift that a line's width hides is none`() {
    let near = falling.map { $0 * 1.005 }
    #expect(!figure(near).over(figure(falling).sketch(), name: "expected").differs)
    #expect(figure(falling.map { $0 * 1.2 }).over(figure(falling).sketch(), name: "expected").differs)
  }

  @Test func `Charts that are missing are told by their titles`() {
    let two = Figure(columns: 2) { figure(falling, title: "A").charts + figure([1, 1, 1], title: "B").charts }
    let second = figure([1, 1, 1], title: "B")
    #expect(!second.over(two.sketch(), name: "expected").differs)
    #expect(!figure([1, 2, 3], title: "C").over(two.sketch(), name: "expected").differs, "nothing is known of it")
  }

  @Test func `A heat map that differs is followed by the expected one`() throws {
    func map(_ value: Double) -> Figure {
      Figure(
        Chart("Map") {
          RectangleMark(x: 0...1, y: 0...1, values: [[0, value], [.nan, 1]])
          TextMark(x: 0.5, y: 0.5, "\(value)")
        })
    }
    #expect(!map(0.5).over(map(0.5).sketch(), name: "expected").differs)
    let (drawn, differs) = map(0.5).over(map(0.8).sketch(), name: "expected")
    #expect(differs && drawn.charts.count == 2 && drawn.columns == 2)
    let twin = try #require(drawn.charts.last)
    #expect(twin.title == "expected: Map" && twin.texts == ["0.8"])
    #expect(abs((twin.heatMap?.values[1] ?? 0) - 0.8) < 0.001)
  }

  @Test func `Sketches are as far apart as their lines`() throws {
    let one = figure(falling).sketch()
    #expect(one.distance(to: one) == 0)
    var other = one
    other.charts[0].traces[0].series = "SGD"
    #expect(one.distance(to: other) == .infinity)
    let distance = one.distance(to: figure(falling.map { $0 * 1.2 }).sketch())
    #expect(distance > 0.01 && distance < 0.1)
  }

  @Test(arguments: [(0.123456, 0.1235), (-98_765.4, -98_800), (1.5e-7, 1.5e-7), (0, 0)])
  func `Numbers are shortened to what can be seen`(number: Double, short: Double) {
    #expect(shortened(number) { $0 / (number == 0 ? 1 : abs(number)) / 4 } == short)
  }
}
