import Foundation
import TOMLKit

/// A `course.toml`:
///
///     title = "Deep Neural Networks"
///     due = 2026-10-01T23:59:00+02:00       # with its offset from UTC
///     diagnoses = "after-due"               # or "always", "never"
///     handouts = "https://example.org/labs/"
///
///     [late]
///     points-per-day = 2
///     cap = 10
///     grace-minutes = 15
///
///     [[lab]]                               # all labs count where none is named
///     name = "optimizers"
///     exercises = ["1.1", "1.11"]           # all of the lab's count where none is named
///
///     [points]
///     "1.11" = 4
///
///     [credit]
///     "1.11/no-bias-correction" = 0.5
///
/// Everything may be left out. What it doesn't know it refuses: a misspelt key would be a rule that isn't applied.
extension Course {
  /// Reads a course's file. Names of labs, exercises and misconceptions are checked by `verified(against:)`.
  ///
  /// - Throws: `GradingError` that names the line, the key, and what can stand there.
  public init(contentsOf file: URL) throws(GradingError) {
    guard let open = OpenFile(path: file.path), let bytes = try? open.bytes(atMost: 1 << 20) else {
      throw .unreadable("The course's file \(file.path) can't be read; give the path of a course.toml.")
    }
    guard bytes.count < 1 << 20, !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw .badData("The course's file \(file.path) is no text in UTF-8 of less than 1 MB.")
    }
    try self.init(toml: text, file: file.lastPathComponent)
  }

  /// Reads a course's text; `file` is its name in messages.
  public init(toml text: String, file: String = "course.toml") throws(GradingError) {
    self.init()
    let table: TOMLTable
    do { table = try TOMLTable(string: text) } catch {
      guard let error = error as? TOMLParseError else { throw .badData("\(file) is no TOML.") }
      throw .badData("\(file), \(error.source.begin.debugDescription): \(PrintableName.of(error.description)).")
    }
    let top = CourseTable(table, at: [], in: CoursePlaces(text, file: file))
    try top.allow(["title", "due", "diagnoses", "handouts", "late", "lab", "points", "credit"])
    if let title = try top.text("title") { self.title = title }
    due = try top.date("due")
    if let policy = try top.choice("diagnoses", of: DiagnosisPolicy.self) { diagnoses = policy }
    handouts = try top.text("handouts").map { text throws(GradingError) in
      guard let address = Self.address(text) else { throw top.problem("handouts", Self.noAddress) }
      return address
    }
    if let table = try top.table("late") { late = try LatePolicy(table) }
    labs = try top.labs()
    points = try top.numbers("points", in: 0...1000, as: "points of an exercise, as \"1.11\" = 4")
    credit = try top.numbers("credit", in: 0...1, as: "shares of points, as \"1.11/no-bias-correction\" = 0.5")
  }

  /// What is wrong with an address.
  static let noAddress = "it must be an address that begins with https:// or http://, and have no blanks"

  /// A base address, to which a lab's name is added; nothing for what is none.
  static func address(_ text: String) -> String? {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), text.utf8.count < 1000,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }), let url = URL(string: text),
      url.host()?.isEmpty == false
    else { return nil }
    return text.hasSuffix("/") || text.hasSuffix("=") ? text : text + "/"
  }
}

extension LatePolicy {
  fileprivate init(_ table: CourseTable) throws(GradingError) {
    self.init()
    try table.allow(["points-per-day", "cap", "grace-minutes"])
    if let points = try table.number("points-per-day", in: 0...1000) { pointsPerDay = points }
    cap = try table.number("cap", in: 0...1_000_000)
    if let minutes = try table.number("grace-minutes", in: 0...100_000) { graceMinutes = minutes }
  }
}

extension CourseTable {
  fileprivate func labs() throws(GradingError) -> [LabChoice] {
    var labs: [LabChoice] = []
    for table in try tables("lab") {
      try table.allow(["name", "exercises"])
      guard let name = try table.text("name") else {
        throw table.problem(nil, "a lab needs its name, as name = \"optimizers\"")
      }
      if labs.contains(where: { $0.lab == name }) {
        throw table.problem("name", "the lab \"\(name)\" stands here twice")
      }
      let exercises = try table.texts("exercises", as: "exercises in quotes, as [\"1.1\", \"1.11\"]")
      labs.append(LabChoice(lab: name, exercises: exercises))
    }
    return labs
  }
}
