import Foundation

/// The data of a figure: named columns, written as CSV.
public struct Table: Sendable, Equatable {
  /// One entry of a row.
  public enum Cell: Sendable, Equatable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringLiteral
  {
    /// A number, written in the fewest digits that read back to the same value.
    case number(Double)
    /// A whole number.
    case integer(Int)
    /// Text, quoted where it must be.
    case text(String)

    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// Text.
    public init(stringLiteral value: String) { self = .text(value) }
  }

  /// The names in the header.
  public let columns: [String]
  /// The rows in order, each as long as the header.
  public private(set) var rows: [[Cell]] = []

  /// A table without rows.
  public init(_ columns: String...) { self.init(columns: columns) }

  /// A table without rows, of columns whose number the data decides.
  public init(columns: [String]) { self.columns = columns }

  /// Adds a row. Precondition: it has a cell a column.
  public mutating func append(_ row: Cell...) { append(row) }

  /// Adds a row. Precondition: it has a cell a column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "A row of \(row.count) cells doesn't fit \(columns.count) columns.")
    rows.append(row)
  }

  /// RFC 4180: a header, `.` as the decimal point, lines ended by CR LF, quotes doubled inside quotes.
  public var csv: String {
    ([columns.map(Cell.text)] + rows).map { $0.map(\.csv).joined(separator: ",") + "\r\n" }.joined()
  }
}

extension Table.Cell {
  fileprivate var csv: String {
    switch self {
    case .number(let number): return "\(number)"
    case .integer(let integer): return "\(integer)"
    case .text(let text):
      // A line feed joined with a carriage return is one Character, so scalars are looked at.
      let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
      return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
  }
}
