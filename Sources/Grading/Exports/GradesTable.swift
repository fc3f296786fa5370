import Foundation
import LabKit

/// `grades.csv`: one row a student, for spreadsheets and for other systems. It is the lecturer's, not the students'.
public struct GradesTable: Sendable {
  private let scores: [ScoredSubmission]

  /// The grades of a class.
  public init(_ scores: [ScoredSubmission]) { self.scores = scores }

  /// RFC 4180 with the columns `id`, `name`, `section`, `submitted`, `days late`, one an exercise, `deduction`, `total`,
  /// `possible`, `state`.
  ///
  /// A cell of points that is empty is missing or open, as `state` says; zero is `0`.
  public var csv: String {
    let exercises = exercises
    var table = Table(
      columns: ["id", "name", "section", "submitted", "days late"] + exercises
        + ["deduction", "total", "possible", "state"])
    for scored in scores {
      let isThere = scored.state != .missing
      let points = Dictionary(scored.exercises.map { ($0.exercise, $0.points) }) { first, _ in first }
      let student = [scored.student.id, scored.student.name, scored.student.section].map(Self.defused)
      let cells =
        student + [scored.submitted.map(UTCTime.write) ?? "", isThere ? "\(scored.late.days)" : ""]
        + exercises.map { (points[$0] ?? nil).map(Points.write) ?? "" }
        + [isThere ? Points.write(scored.late.points) : "", scored.total.map(Points.write) ?? ""]
        + [Points.write(scored.possible), scored.state.rawValue]
      table.append(cells.map(Table.Cell.text))
    }
    return table.csv
  }

  /// The exercises of all students in the order of the course.
  private var exercises: [String] {
    scores.reduce(into: []) { known, scored in
      known += scored.exercises.map(\.exercise).filter { !known.contains($0) }
    }
  }

  /// Text that no spreadsheet takes for a formula: an apostrophe goes before a sign that would begin one, at the start of
  /// the cell, and after whatever some country's spreadsheet takes for the end of a cell.
  ///
  /// "CSV Injection", OWASP, names the signs `=`, `+`, `-`, `@`, tab and carriage return; the last two don't survive
  /// `PrintableText`. Full-width forms count as much in some spreadsheets.
  static func defused(_ text: String) -> String {
    let begins: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]
    let ends: Set<Unicode.Scalar> = [",", ";", "|", "\""]
    var isAtStart = true
    var scalars = String.UnicodeScalarView()
    for scalar in PrintableText.line(text).unicodeScalars {
      if isAtStart, begins.contains(scalar) { scalars.append("'") }
      isAtStart = ends.contains(scalar) || (isAtStart && scalar.properties.isWhitespace)
      scalars.append(scalar)
    }
    return String(scalars)
  }
}
