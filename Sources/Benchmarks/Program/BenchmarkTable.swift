import Foundation

extension Benchmark {
  /// `plotting/contours-and-lines   41.2 ms   bound 60 ms   ratio 0.69, at most 1: reached`, with what the bound is.
  var line: String {
    let columns = [
      Self.padded(name, to: 58),
      Self.padded("\(Self.digits(value)) \(unit.rawValue)", to: 18),
      Self.padded("bound \(Self.digits(bound)) \(unit.rawValue)", to: 24),
      Self.padded("ratio \(String(format: "%.2f", ratio))\(goal)", to: 36),
      against.map { "(\($0))" } ?? "",
    ]
    return columns.joined().trimmingCharacters(in: .whitespaces)
  }

  /// `, at most 1.2: missed`, where there is a target.
  private var goal: String {
    guard let target, let isReached else { return "" }
    let direction = unit.isRate ? "at least" : "at most"
    return ", \(direction) \(String(format: "%.4g", target)): \(isReached ? "reached" : "missed")"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text.count < width ? text.padding(toLength: width, withPad: " ", startingAt: 0) : text + " "
  }

  /// Three or four digits that count, without powers of ten.
  private static func digits(_ number: Double) -> String {
    switch abs(number) {
    case ..<1: String(format: "%.4f", number)
    case ..<100: String(format: "%.2f", number)
    default: String(format: "%.0f", number)
    }
  }
}

extension [Benchmark] {
  /// The text of benchmarks.json.
  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}
