import Testing

@testable import Plotting

struct RenderingTests {
  private let chart = Chart("Pixels") {
    LineMark(x: [0, 1], y: [0, 0]).foregroundStyle(.vermillion).lineStyle(width: 4)
  }
  .xAxis("x", domain: 0...1).yAxis("y", domain: -1...1)

  @Test func `A PNG has its size, its texts and its pixels`() throws {
    let scene = chart.scene(width: 640, height: 480)
    let bytes = try scene.png(metadata: ["Title": "Pixels", "Seed": "7", "Command": "swift run, \u{03BA} = 1"])
    #expect(texts(in: bytes).map(\.key) == ["Title", "Seed", "Command"])
    #expect(texts(in: bytes).map(\.type) == ["tEXt", "tEXt", "iTXt"])
    #expect(texts(in: bytes).map(\.value) == ["Pixels", "7", "swift run, \u{03BA} = 1"])
    let image = try DrawnPixels(png: bytes)
    #expect((image.width, image.height) == (640, 480))
    #expect(image.pixel(1, 1) == [255, 255, 255])
    let frame = try #require(scene.groups.first { $0.role == .data }?.clip)
    let line = image.pixel(Int(frame.midX), Int(frame.midY))
    let expected: [UInt8] = [0xD5, 0x5E, 0x00]
    #expect(zip(line, expected).allSatisfy { abs(Int($0) - Int($1)) <= 2 })
  }

  @Test func `Scale multiplies the pixels`() throws {
    let image = try DrawnPixels(png: chart.scene(width: 320, height: 200).png(scale: 2.5))
    #expect((image.width, image.height) == (800, 500))
  }

  @Test func `The same figure gives the same bytes`() throws {
    let figure = Examples.smallMultiples()
    #expect(try figure.scene().png() == figure.scene().png())
    #expect(try figure.scene().pdf() == figure.scene().pdf())
    #expect(try figure.scene().svg() == figure.scene().svg())
  }

  @Test func `Tasks side by side draw the same bytes`() async throws {
    let expected = try Examples.contoursWithTrajectories().scene().png()
    let all = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 { group.addTask { try Examples.contoursWithTrajectories().scene().png() } }
      return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
    }
    #expect(all.allSatisfy { $0 == expected })
  }

  @Test func `PDF and SVG are whole documents`() throws {
    let pdf = String(decoding: try chart.scene().pdf(), as: UTF8.self)
    #expect(pdf.hasPrefix("%PDF-1."))
    #expect(pdf.hasSuffix("%%EOF\n"))
    let svg = String(decoding: try chart.scene().svg(), as: UTF8.self)
    #expect(svg.hasPrefix("<?xml"))
    #expect(svg.contains("<svg") && svg.contains("</svg>"))
  }

  @Test(arguments: ["", " leading", "trailing ", "tab\there", "caf\u{e9}", String(repeating: "k", count: 80)])
  func `A metadata key that PNG forbids is refused`(key: String) {
    var metadata = ImageMetadata()
    metadata.append(key, "value")
    #expect(throws: PlottingError.metadataKey(key)) { try chart.scene(width: 100, height: 100).png(metadata: metadata) }
  }

  @Test func `A page that can't be made is an error`() {
    let scene = Scene(width: 40_000, height: 40_000, groups: [])
    #expect(throws: PlottingError.self) { try scene.png() }
    #expect(throws: PlottingError.self) { try Scene(width: 0, height: 10, groups: []).png() }
  }

  @Test func `libpng's own errors come back as Swift errors`() {
    let pixels = [UInt8](repeating: 0, count: 16)
    #expect(throws: PlottingError.self) {
      try PNGEncoder.encode(pixels: pixels, width: 0, height: 4, stride: 4, metadata: [:])
    }
  }

  private func texts(in png: [UInt8]) -> [(type: String, key: String, value: String)] {
    var texts: [(type: String, key: String, value: String)] = []
    var position = 8
    while position + 8 <= png.count {
      let length = png[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: png[(position + 4)..<(position + 8)], as: UTF8.self)
      let content = png[(position + 8)..<(position + 8 + length)]
      let parts = content.split(separator: 0, omittingEmptySubsequences: true)
      if type == "tEXt" || type == "iTXt", let key = parts.first, let value = parts.last {
        texts.append((type, String(decoding: key, as: UTF8.self), String(decoding: value, as: UTF8.self)))
      }
      position += 12 + length
    }
    return texts
  }
}
