import Testing

@testable import Plotting

struct LayoutTests {
  /// Figures of all shapes, each of which must be laid out without a collision.
  static let figures: [Figure] = [
    Figure(Examples.elevenSeries()), Figure(Examples.contoursWithTrajectories()), Examples.smallMultiples(),
    Examples.allMarks(), Figure(long), Figure(crowded), Figure(bars), Figure(Examples.elevenSeries().legend(.right)),
    Figure(Examples.elevenSeries().legend(.below)),
    Figure(columns: 2) {
      Chart {}; Chart("Empty") {}.xAxis("x")
    },
  ]

  private static let long = Chart(String(repeating: "A long title ", count: 9)) {
    LineMark(x: [1e-30, 1e30], y: [1e-30, 1e30]).foregroundStyle(by: "a series with quite a long name")
  }
  .xAxis("x", scale: .log).yAxis("y", scale: .log).caption(String(repeating: "and a caption ", count: 30))

  private static let crowded = Chart("No empty corner") {
    for series in 0..<12 {
      LineMark(x: (0..<50).map(Double.init), y: (0..<50).map { Double(($0 * 7 + series * 11) % 23) })
        .foregroundStyle(by: "series \(series)")
    }
  }
  .xAxis("x").yAxis("y")

  private static let bars = Chart("Bars") {
    BarMark(x: (1...14).map { "a category, number \($0)" }, y: (1...14).map(Double.init))
  }

  private func texts(_ scene: Scene) -> [TextRun] {
    scene.groups.flatMap(\.elements).compactMap { element in
      if case .text(let run) = element { run } else { nil }
    }
  }

  @Test(arguments: figures.indices, [Size(width: 1200, height: 900), Size(width: 700, height: 500)])
  func `No text overlaps another or leaves the page`(index: Int, size: Size) {
    let scene = Self.figures[index].scene(width: size.width, height: size.height)
    let page = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let runs = texts(scene)
    for (number, run) in runs.enumerated() {
      #expect(page.contains(run.box, tolerance: 0.5), "\(run) leaves the page")
      for other in runs.dropFirst(number + 1) {
        #expect(!overlap(run, other), "\(run) overlaps \(other)")
      }
    }
  }

  /// Words turned alike are compared as if they lay level: slanted ones fit side by side though their boxes overlap.
  private func overlap(_ one: TextRun, _ other: TextRun) -> Bool {
    guard one.rotation == other.rotation else { return one.box.intersects(other.box) }
    return level(one).intersects(level(other))
  }

  private func level(_ run: TextRun) -> Rect {
    guard run.rotation != 0 else { return run.box }
    let origin = Rotation(degrees: -run.rotation).apply(run.origin)
    let ink = Typesetter().metrics(run.label.plainText, size: run.size, bold: run.isBold).ink
    return Rect(x: origin.x + ink.x, y: origin.y + ink.y, width: ink.width, height: ink.height)
  }

  @Test(arguments: figures.indices)
  func `The legend covers no data`(index: Int) {
    let scene = Self.figures[index].scene()
    for legend in scene.groups where legend.role == .legend {
      let box = legend.elements.compactMap(Self.box).reduce(nil) { $0?.union($1) ?? $1 }
      guard let box else { continue }
      for group in scene.groups where group.role == .data {
        guard let clip = group.clip else { continue }
        let visible = box.intersection(clip)
        let isOutside = visible.area == 0
        #expect(isOutside || Obstacles(group.elements).leaveFree(box))
      }
    }
  }

  private static func box(_ element: Scene.Element) -> Rect? {
    switch element {
    case .text(let run): return run.box
    case .path(let lines, _, _):
      let points = lines.flatMap(\.points).map { Rect(x: $0.x, y: $0.y, width: 0, height: 0) }
      return points.first.map { points.dropFirst().reduce($0) { $0.union($1) } }
    default: return nil
    }
  }

  @Test func `A crowded chart gets its legend outside`() throws {
    let scene = Self.crowded.scene()
    let legend = try #require(scene.groups.first { $0.role == .legend })
    let frame = try #require(scene.groups.first { $0.role == .data }?.clip)
    #expect(legend.elements.compactMap(Self.box).allSatisfy { !$0.intersects(frame) })
  }

  @Test func `A chart with an empty corner keeps its legend inside`() throws {
    let scene = Chart {
      LineMark(x: [0, 1], y: [0, 1]).foregroundStyle(by: "a")
    }.scene()
    let legend = try #require(scene.groups.first { $0.role == .legend })
    let frame = try #require(scene.groups.first { $0.role == .data }?.clip)
    #expect(legend.elements.compactMap(Self.box).allSatisfy { frame.contains($0) })
  }

  @Test(arguments: [Size(width: 1200, height: 900), Size(width: 500, height: 900), Size(width: 1600, height: 400)])
  func `Equal aspect is exact`(size: Size) throws {
    let chart = Chart("Equal") { LineMark(x: [0, 3], y: [0, 2]) }
      .xAxis("x", domain: 0...3).yAxis("y", domain: 0...2).equalAspect()
    let scene = chart.scene(width: size.width, height: size.height)
    let frame = try #require(scene.groups.first { $0.role == .data }?.clip)
    #expect(abs(frame.width / 3 - frame.height / 2) < 1e-9)
  }

  @Test func `A legend stands close to a plot of equal aspect`() throws {
    let square = Chart("Equal") { LineMark(x: [0, 1], y: [0, 1]).foregroundStyle(by: "a") }.equalAspect().legend(.right)
    let scene = square.scene(width: 1600, height: 600)
    let frame = try #require(scene.groups.first { $0.role == .data }?.clip)
    let legend = try #require(scene.groups.first { $0.role == .legend })
    let left = legend.elements.compactMap(Self.box).map(\.minX).min() ?? 0
    #expect(left > frame.maxX && left < frame.maxX + 80)
  }

  @Test(arguments: [60.0, 130, 250, 600, 1100])
  func `Numbers of an axis keep apart, however wide they are`(length: Double) {
    let typesetter = Typesetter()
    for domain in [1000.0001...1000.0002, -9e5...9e5, 1e-9...3e-9, 0...1] {
      let axis = ResolvedAxis(AxisOptions(domain: domain), extent: AxisExtent())
      let layout = TickLayout(axis, length: length, isUpright: false, size: 20, typesetter: typesetter)
      let scale = AxisScale(axis, start: 0, end: length)
      let spans = layout.major.map { tick in
        (scale.position(tick.value), typesetter.width(tick.lines[0], size: 20) / 2)
      }
      #expect(!spans.isEmpty)
      for (one, next) in zip(spans, spans.dropFirst()) { #expect(one.0 + one.1 + 8 < next.0 - next.1) }
    }
  }

  @Test func `Shared axes have equal plots and numbers at the rim only`() {
    let scene = Examples.smallMultiples().scene()
    let frames = scene.groups.filter { $0.role == .data }.compactMap(\.clip)
    #expect(frames.count == 11)
    #expect(Set(frames.map { [$0.width, $0.height] }).count == 1)
    func numbers(_ panel: Int) -> Int {
      scene.groups.filter { $0.role == .axes && $0.panel == panel }.flatMap(\.elements).count { element in
        if case .text = element { true } else { false }
      }
    }
    #expect(numbers(1) == 0)
    #expect(numbers(0) > 0 && numbers(7) > 0 && numbers(10) > 0)
  }

  @Test func `Series keep their style across the charts of a figure`() {
    let styles = SeriesStyles(pinned: SeriesStyle.list(["b"]), names: ["a", "b", "c", "a"])
    #expect(styles.inOrder.map(\.name) == ["b", "a", "c"])
    #expect(styles[name: "a"] == SeriesStyle(name: "a", index: 1))
    let palette = SeriesStyle.list((0..<36).map(String.init))
    #expect(Set(palette.map { [$0.color.hexadecimal, "\($0.dash)", "\($0.symbol)"] }).count == 36)
    #expect(zip(palette, palette.dropFirst()).allSatisfy { $0.dash != $1.dash && $0.color != $1.color })
  }

  @Test func `Labels of neighbouring rules step aside`() throws {
    let chart = Chart {
      for (step, name) in [50.0, 51, 52].enumerated() { RuleMark(x: name, label: "rule number \(step)") }
      for (step, value) in [0.5, 0.51].enumerated() { RuleMark(y: value, label: "level \(step)") }
      ContourMark(
        Grid(x: 0...100, y: 0...1, columns: 50, rows: 50) { x, y in x + 40 * y }, count: 30, labelled: true)
    }
    let runs = texts(chart.scene())
    #expect(runs.count > 20)
    let rules = runs.filter { $0.label.plainText.contains("rule") || $0.label.plainText.contains("level") }
    #expect(rules.count == 5)
    for (number, run) in rules.enumerated() {
      for other in rules.dropFirst(number + 1) { #expect(!run.box.intersects(other.box)) }
    }
  }

  @Test func `A shared colour bar replaces those of the charts`() {
    let figure = Figure(columns: 2) {
      for _ in 0..<3 { Chart { RectangleMark(x: 0...1, y: 0...1, values: [[0, 1]], domain: 0...1) } }
    }
    #expect(figure.scene().groups.count { $0.role == .colorBar } == 3)
    let shared = figure.colorBar("value").scene().groups.filter { $0.role == .colorBar }
    #expect(shared.map(\.panel) == [nil])
  }

  @Test func `The legend shows the symbol that is drawn`() throws {
    let scene = Chart {
      LineMark(x: [0, 1], y: [0, 1]).foregroundStyle(by: "runs")
      PointMark(x: [0, 1], y: [0, 1]).foregroundStyle(by: "runs").symbol(.cross)
    }.scene()
    let legend = try #require(scene.groups.first { $0.role == .legend })
    let symbols = legend.elements.compactMap { if case .symbols(let symbol, _, _, _) = $0 { symbol } else { nil } }
    #expect(symbols == [.cross])
  }

  @Test func `Minor ticks that would run together are left out`() {
    let axis = ResolvedAxis(AxisOptions(kind: .log, domain: 1e-6...1), extent: AxisExtent())
    func minor(_ length: Double) -> [Double] {
      TickLayout(axis, length: length, isUpright: true, size: 20, typesetter: Typesetter()).minor
    }
    #expect(minor(900).count == 48)
    #expect(minor(200).count < 10)
  }

  @Test func `A gap has a name in the legend and no line`() throws {
    let scene = Chart { LineMark(x: [0, 1], y: [0, 1]).foregroundStyle(by: "SGD") }
      .legendGap("Adam (not attempted)").scene()
    let legend = try #require(scene.groups.first { $0.role == .legend })
    let words = legend.elements.compactMap { if case .text(let run) = $0 { run.label.plainText } else { nil } }
    #expect(words == ["SGD", "Adam (not attempted)"])
    #expect(legend.elements.count { if case .path(_, _, .some) = $0 { true } else { false } } == 1)
  }
}
