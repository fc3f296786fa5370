import Foundation
import NumericCore

/// A table of text fields, read from a CSV file; its columns become numbers or categories on request.
///
/// ```swift
/// let table = try CSVTable(contentsOf: file, format: CSVFormat(header: .names(["sex", "age", "income"])))
/// let ages = try table.numbers(in: ["age"])              // shape [rows, 1], NaN where an entry is missing
/// let sexes = try table.categories(in: "sex")            // codes, and the levels that they stand for
/// ```
///
/// The file may be packed with gzip. Memory: a byte for each byte of the file, 8 bytes a field and 8 a row, up to three
/// times that while the arrays grow, and at most one record more; `CSVFormat` limits the lengths of record and file.
///
/// Source: "Common Format and MIME Type for Comma-Separated Values (CSV) Files" (RFC 4180, Shafranovich, 2005).
public struct CSVTable: Sendable {
  /// The name of the file.
  public let file: String
  /// The names of the columns, in their order.
  public let columnNames: [String]
  /// The number of rows, the header not counted; 1 or more.
  public var rowCount: Int { lines.count }

  private let missing: Set<String>
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var lines: [Int] = []

  /// Reads a file.
  ///
  /// - Throws: `DataError` with the line where the file is damaged.
  public init(contentsOf file: URL, format: CSVFormat = CSVFormat()) throws(DataError) {
    try self.init(ByteSource(contentsOf: file), format)
  }

  /// Reads the bytes of a file; `file` is its name in messages.
  public init(bytes: [UInt8], file: String, format: CSVFormat = CSVFormat()) throws(DataError) {
    try self.init(ByteSource(bytes: bytes, name: file), format)
  }

  private init(_ source: ByteSource, _ format: CSVFormat) throws(DataError) {
    file = source.name
    missing = format.missing
    var records = try CSVRecords(source, format)
    guard var record = try records.next() else { throw .damaged(file: file, place: nil, problem: "The file is empty.") }
    switch format.header {
    case .names(let names): columnNames = names
    case .none: columnNames = (1...record.ends.count).map(String.init)
    case .firstLine:
      columnNames = try Self.header(record, file: file)
      guard let first = try records.next() else {
        throw .damaged(file: file, place: .line(record.line), problem: "No rows follow the header.")
      }
      record = first
    }
    try append(record)
    while let next = try records.next() { try append(next) }
  }

  /// The names in a header, which are all there, all different, and no numbers.
  private static func header(_ record: CSVRecords.Record, file: String) throws(DataError) -> [String] {
    var names: [String] = []
    var begin = 0
    for end in record.ends {
      names.append(String(decoding: record.bytes[begin..<end], as: UTF8.self))
      begin = end
    }
    var known: Set<String> = []
    for (index, name) in names.enumerated() {
      if name.isEmpty || number(name) != nil || !known.insert(name).inserted {
        let problem = name.isEmpty ? "is empty" : number(name) != nil ? "is the number \(name)" : "comes twice"
        throw .damaged(
          file: file, place: .line(record.line),
          problem: "The header is missing or wrong: name \(index + 1) \(problem).")
      }
    }
    return names
  }

  private mutating func append(_ record: CSVRecords.Record) throws(DataError) {
    if record.ends.count != columnNames.count {
      throw damaged(record.line, "The line has \(record.ends.count) fields instead of \(columnNames.count).")
    }
    for end in record.ends { ends.append(bytes.count + end) }
    bytes += record.bytes
    lines.append(record.line)
  }

  /// The text of a field; nothing where the entry is missing. Precondition: row and column exist.
  public subscript(row: Int, column: Int) -> String? {
    let index = row * columnNames.count + column
    let text = String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
    return missing.contains(text) ? nil : text
  }

  /// The line of the file on which a row begins, counted from 1.
  public func line(ofRow row: Int) -> Int { lines[row] }

  /// The place of a column among the columns.
  ///
  /// - Throws: `DataError` that names the columns there are.
  public func index(ofColumn name: String) throws(DataError) -> Int {
    if let index = columnNames.firstIndex(of: name) { return index }
    let some = columnNames.prefix(8).joined(separator: ", ") + (columnNames.count > 8 ? ", ..." : "")
    throw .damaged(
      file: file, place: nil, problem: "There is no column \(Self.shown(name)); the columns are \(some.prefix(200)).")
  }

  /// Some columns as numbers, in the order given; all columns by default.
  ///
  /// - Throws: `DataError` with the line and the column of an entry that is no finite decimal number.
  public func numbers(in names: [String]? = nil) throws(DataError) -> NumericColumns {
    let names = names ?? columnNames
    var columns: [Int] = []
    for name in names { columns.append(try index(ofColumn: name)) }
    var values: [Double] = []
    values.reserveCapacity(rowCount * columns.count)
    var missingCounts = Array(repeating: 0, count: columns.count)
    for row in 0..<rowCount {
      for (place, column) in columns.enumerated() {
        guard let text = self[row, column] else {
          missingCounts[place] += 1
          values.append(.nan)
          continue
        }
        guard let value = Self.number(text) else {
          throw damaged(lines[row], "\(Self.shown(text)) in column \(Self.shown(names[place])) is no number.")
        }
        values.append(value)
      }
    }
    return NumericColumns(
      names: names, values: Matrix(rows: rowCount, columns: columns.count, elements: values),
      missingCounts: missingCounts)
  }

  /// A column as categories.
  ///
  /// The levels are those given, or all that occur, sorted by their UTF-8 bytes. Give the training file's levels when
  /// reading a test file, so that the same code means the same. `suffix` is taken off the end of an entry where it has
  /// it.
  ///
  /// - Throws: `DataError` with the line of an entry that is none of the levels given.
  public func categories(
    in name: String, levels: [String]? = nil, droppingSuffix suffix: String = ""
  ) throws(DataError) -> CategoricalColumn {
    let place = try index(ofColumn: name)
    let entries: [String?] = (0..<rowCount).map { row in
      self[row, place].map { $0.hasSuffix(suffix) ? String($0.dropLast(suffix.count)) : $0 }
    }
    let levels =
      levels ?? Set(entries.compactMap { $0 }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let codes = Dictionary(levels.enumerated().map { ($1, $0) }) { first, _ in first }
    var column = CategoricalColumn(name: name, levels: levels, codes: [])
    column.codes.reserveCapacity(rowCount)
    for (row, entry) in entries.enumerated() {
      let code = entry.flatMap { codes[$0] }
      if let entry, code == nil {
        throw damaged(lines[row], "\(Self.shown(entry)) is no level of column \(Self.shown(name)).")
      }
      column.codes.append(code)
    }
    return column
  }

  /// The finite number that a text stands for: digits, a sign, a point, an exponent, and nothing else.
  private static func number(_ text: String) -> Double? {
    let isDecimal = text.utf8.allSatisfy { byte in
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "+-.eE".utf8.contains(byte)
    }
    guard isDecimal, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// A text in quotes for a message: on one line, and not too long.
  private static func shown(_ text: String) -> String {
    let printable = text.prefix(40).map { $0.isNewline || $0 == "\0" ? " " : $0 }
    return "\"\(String(printable))\(text.count > 40 ? "..." : "")\""
  }

  private func damaged(_ line: Int, _ problem: String) -> DataError {
    .damaged(file: file, place: .line(line), problem: problem)
  }
}
