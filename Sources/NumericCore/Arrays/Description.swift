internal import COpenBLAS

extension Vector: CustomStringConvertible {
  /// The numbers in brackets, equally wide: `[1.0, 2.5, 3.0]`. Of more than 20, the first and the last four are shown.
  ///
  /// Rounded to at most six digits after the point; for all digits, print `elements`.
  public var description: String {
    let shown = shownIndices(count)
    let format = NumberFormat(shown.compactMap { $0 }.map { Double(storage[$0]) })
    return "[" + shown.map { $0.map { format.text(Double(storage[$0])) } ?? "..." }.joined(separator: ", ") + "]"
  }
}

extension Matrix: CustomStringConvertible {
  /// The rows in brackets, a line each, columns aligned. Of more than 20 rows or columns, the first and the last four are
  /// shown.
  ///
  /// Rounded to at most six digits after the point; for all digits, print `elements`.
  public var description: String {
    let shownRows = shownIndices(rows)
    let shownColumns = shownIndices(columns)
    let numbers = shownRows.compactMap { $0 }.flatMap { row in
      shownColumns.compactMap { $0 }.map { Double(storage[row * columns + $0]) }
    }
    let format = NumberFormat(numbers)
    let lines = shownRows.map { row in
      guard let row else { return "..." }
      let cells = shownColumns.map { column in
        column.map { format.text(Double(storage[row * columns + $0])) } ?? "..."
      }
      return "[" + cells.joined(separator: ", ") + "]"
    }
    return "[" + lines.joined(separator: ",\n ") + "]"
  }
}

/// The indices of what is shown, with nil where some are left out.
private func shownIndices(_ count: Int) -> [Int?] {
  count <= 20 ? Array(0..<count) : [0, 1, 2, 3, nil] + ((count - 4)..<count).map { $0 }
}

/// One way of writing for all numbers of an array: the same digits after the point, the same width.
private struct NumberFormat {
  private let scientific: Bool
  private let digits: Int
  private var width = 0

  init(_ numbers: [Double]) {
    let magnitudes = numbers.filter { $0.isFinite && $0 != 0 }.map { Swift.abs($0) }
    let largest = magnitudes.max() ?? 0
    let smallest = magnitudes.min() ?? 0
    // As NumPy does: powers of ten for very large or small numbers, or for those that differ much.
    let scientific = largest >= 1e8 || largest > 0 && smallest < 1e-4 || largest > 1e5 * smallest && smallest < 1e-2
    let needed = numbers.filter(\.isFinite).map { Self.neededDigits($0, scientific) }
    self.scientific = scientific
    digits = Swift.max(1, needed.max() ?? 1)
    width = numbers.map { text($0).utf8.count }.max() ?? 0
  }

  func text(_ number: Double) -> String {
    let text = Self.write(number, scientific, digits)
    return String(repeating: " ", count: Swift.max(0, width - text.utf8.count)) + text
  }

  /// How many of six digits after the point are left when zeros at the end are dropped.
  private static func neededDigits(_ number: Double, _ scientific: Bool) -> Int {
    let text = write(number, scientific, 6)
    guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
    let fraction = text.utf8[text.utf8.index(after: point)...].prefix(6)
    return (fraction.lastIndex { $0 != UInt8(ascii: "0") }).map {
      fraction.distance(from: fraction.startIndex, to: $0) + 1
    } ?? 0
  }

  private static func write(_ number: Double, _ scientific: Bool, _ digits: Int) -> String {
    if !number.isFinite { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
    var buffer = [CChar](repeating: 0, count: 400)
    let length = c_format(&buffer, buffer.count, scientific ? 1 : 0, Int32(digits), number)
    return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
