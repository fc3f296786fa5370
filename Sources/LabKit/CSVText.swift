/// The text of a CSV file as cells, by RFC 4180 ("Common Format and MIME Type for Comma-Separated Values", Shafranovich, 2005).
package struct CSVText: Sendable, Equatable {
  /// The names in the header.
  package let columns: [String]
  /// The rows below it, each as long as the header.
  package let rows: [[String]]

  /// Reads a text; nothing where it has no header, or a row of another length.
  package init?(_ text: String) {
    var lines = Self.lines(text)
    guard !lines.isEmpty else { return nil }
    columns = lines.removeFirst()
    rows = lines
    guard rows.allSatisfy({ [width = columns.count] row in row.count == width }) else { return nil }
  }

  private static func lines(_ text: String) -> [[String]] {
    var lines: [[String]] = []
    var line: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      switch (scalar, isQuoted) {
      case ("\"", true) where next == "\"":
        cell.unicodeScalars.append(scalar)
        next = scalars.next()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        line.append(cell)
        cell = ""
      case ("\n", false):
        lines.append(line + [cell])
        (line, cell) = ([], "")
      case ("\r", false) where next == "\n": break
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return line.isEmpty && cell.isEmpty ? lines : lines + [line + [cell]]
  }
}
