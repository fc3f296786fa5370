import DeepLearning
import Foundation

/// Who takes the course, from a `roster.csv`.
///
///     id,name,section,extension_days,submitted
///     s100,Anna Berg,A,0,
///     s101,Bo Lie,B,2.5,2026-10-03T12:00:00+02:00
///
/// | column | holds | where it is missing |
/// | --- | --- | --- |
/// | `id` | what the course knows the student by; no two are equal | an error |
/// | `name` | the name as people write it | the id |
/// | `section` | the group | none |
/// | `extension_days` | by how many days the due date is later, from 0 to 3650 | 0 |
/// | `submitted` | when the work came in; wins over what the submission says | what the submission says |
///
/// The columns may stand in any order. Others are left alone, and `notes` names them.
public struct Roster: Sendable, Equatable {
  /// The students, in the order of the file.
  public var students: [Student]
  /// When work came in, by the student's id, where the roster says it.
  public var submitted: [String: Date]
  /// What a lecturer may want to know of the file.
  public var notes: [String]

  /// A roster of these students.
  public init(students: [Student], submitted: [String: Date] = [:], notes: [String] = []) {
    self.students = students
    self.submitted = submitted
    self.notes = notes
  }

  /// Reads a roster; its columns are parted by commas or by semicolons.
  ///
  /// - Throws: `GradingError` that names the line and the column.
  public init(contentsOf file: URL) throws(GradingError) {
    guard let open = OpenFile(path: file.path) else {
      throw .unreadable("The roster \(file.path) can't be read; give the path of a CSV file.")
    }
    let bytes: [UInt8]
    do { bytes = try open.bytes(atMost: 1 << 27) } catch {
      throw .unreadable("The roster \(file.path) can't be read: \(error.reason).")
    }
    try self.init(bytes: bytes, file: file.lastPathComponent)
  }

  /// Reads the bytes of a roster; `file` is its name in messages.
  init(bytes: [UInt8], file: String) throws(GradingError) {
    let header = bytes.prefix { $0 != 10 }
    let comma = UInt8(ascii: ",")
    let semicolon = UInt8(ascii: ";")
    let isParted = header.contains(semicolon) && !header.contains(comma)
    let format = CSVFormat(separator: isParted ? ";" : ",", missing: [""])
    do {
      try self.init(CSVTable(bytes: bytes, file: file, format: format))
    } catch let error as DataError {
      throw .badData("The roster \(error.description)")
    } catch let error as GradingError {
      throw error
    } catch {
      throw .internalError("The roster \(file) can't be read: \(error).")
    }
  }

  private init(_ table: CSVTable) throws {
    let columns = try RosterColumns(table.columnNames, file: table.file)
    students = []
    submitted = [:]
    notes = columns.notes
    var lines: [String: Int] = [:]
    for row in 0..<table.rowCount {
      let reader = RosterRow(table: table, row: row, columns: columns)
      let student = try reader.student()
      if let line = lines[student.id] {
        throw reader.problem(
          "id", "\(student.id) stands in line \(line) already; every student needs an id of their own")
      }
      lines[student.id] = table.line(ofRow: row)
      students.append(student)
      submitted[student.id] = try reader.submitted()
    }
  }
}

/// Which column of a roster holds what.
private struct RosterColumns {
  static let known = ["id", "name", "section", "extension_days", "submitted"]
  private var places: [String: Int] = [:]
  private(set) var notes: [String] = []

  init(_ names: [String], file: String) throws(GradingError) {
    for (place, name) in names.enumerated() {
      if Self.known.contains(name) {
        places[name] = place
      } else if let meant = Self.meant(by: name), !names.contains(meant) {
        throw .badData(
          "The roster \(file), line 1: there is no column \"\(PrintableName.of(name))\"; did you mean \"\(meant)\"?")
      } else {
        notes.append("Column \"\(PrintableName.of(name))\" of \(file) isn't used.")
      }
    }
    if places["id"] == nil {
      let some = names.prefix(8).map { PrintableName.of($0) }.joined(separator: ", ")
      throw .badData("The roster \(file), line 1: there is no column \"id\", which is needed; the columns are \(some).")
    }
  }

  subscript(name: String) -> Int? { places[name] }

  /// A misspelt column would be a student's lost extension, so it is no column that "isn't used".
  private static func meant(by name: String) -> String? {
    let plain = String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    return Nearest.name(to: plain, among: known)
      ?? known.first { plain.count >= 4 && ($0.hasPrefix(plain) || plain.hasPrefix($0) && $0.count >= 4) }
  }
}

/// One line of a roster.
private struct RosterRow {
  let table: CSVTable
  let row: Int
  let columns: RosterColumns

  func student() throws(GradingError) -> Student {
    guard let id = try text("id") else { throw problem("id", "it is empty; every student needs an id") }
    return Student(
      id: id, name: try text("name"), section: try text("section") ?? "", extensionDays: try extensionDays())
  }

  func submitted() throws(GradingError) -> Date? {
    guard let text = try text("submitted") else { return nil }
    guard let date = Moment.parse(text) else {
      throw problem("submitted", "\"\(text)\" is no time with its offset from UTC, as 2026-10-01T23:59:00+02:00")
    }
    return date
  }

  private func extensionDays() throws(GradingError) -> Double {
    guard let text = try text("extension_days") else { return 0 }
    guard let days = Double(text), 0...3650 ~= days else {
      throw problem("extension_days", "\"\(text)\" is no number of days from 0 to 3650")
    }
    return days
  }

  private func text(_ column: String) throws(GradingError) -> String? {
    guard let place = columns[column], let text = table[row, place] else { return nil }
    if PrintableName.of(text) != text {
      throw problem(column, "\"\(PrintableName.of(text))\" holds characters that can't be printed, or is too long")
    }
    return text
  }

  func problem(_ column: String, _ sentence: String) -> GradingError {
    .badData("The roster \(table.file), line \(table.line(ofRow: row)), column \(column): \(sentence).")
  }
}
