import AnswerChecks
import Foundation

@testable import Grading

/// What must stand in the gradebook of a made-up class. It follows from how the class was made.
struct ExpectedGradebook {
  let labs: [MadeUpLab]
  let students: [MadeUpStudent]
  /// Who is in the roster and handed in nothing.
  let missing: [String]
  /// The course's own points.
  var points: [String: Double] = [:]
  /// The course's own credit.
  var credit: [String: Double] = [:]

  private var exercises: [RecordedExercise] { labs.flatMap(\.book.exercises) }

  private func possible(_ exercise: RecordedExercise) -> Double { points[exercise.id] ?? Double(exercise.points) }

  /// What a student earns with an exercise.
  private func earned(_ student: MadeUpStudent, _ exercise: RecordedExercise) -> Double {
    guard let expected = student.expected[exercise.id] else { return 0 }
    if expected.status == .passed { return possible(exercise) }
    guard expected.diagnoses.count == 1, let name = expected.diagnoses.first else { return 0 }
    let own = exercise.misconceptions.first { $0.misconception.name == name }?.misconception.credit ?? .nan
    return (credit["\(exercise.id)/\(name)"] ?? own) * possible(exercise)
  }

  /// `1.11 wrong: no-bias-correction`, a line an exercise; the others are not attempted.
  func verdicts(of student: MadeUpStudent) -> [String] {
    exercises.map { exercise in
      let expected = student.expected[exercise.id] ?? .init(status: .notAttempted)
      return Self.line(exercise.id, expected.status, expected.diagnoses)
    }
  }

  /// A verdict in a line.
  static func line(_ id: String, _ status: Status, _ diagnoses: [String]) -> String {
    "\(id) \(status.rawValue)" + (diagnoses.isEmpty ? "" : ": \(diagnoses.sorted().joined(separator: ", "))")
  }

  /// All of `grades.csv`.
  var grades: String {
    let total = exercises.map(possible).reduce(0, +)
    let rows = students.map { student -> (id: String, cells: [String]) in
      let earned = exercises.map { self.earned(student, $0) }
      let sum = max(0, earned.reduce(0, +) - student.late.points)
      let when = Self.submitted(student)
      return (
        student.listedAs ?? student.id,
        [student.cells.id, student.cells.name, student.isInRoster ? "A" : "", when, "\(student.late.days)"]
          + earned.map(Self.number) + [student.late.points, sum, total].map(Self.number) + ["graded"]
      )
    }
    let others = missing.map { id in
      (
        id: id,
        cells: [id, "Mo Missing", "A", "", ""] + exercises.map { _ in "" } + ["", "", Self.number(total), "missing"]
      )
    }
    let header =
      ["id", "name", "section", "submitted", "days late"] + exercises.map(\.id)
      + ["deduction", "total", "possible", "state"]
    let sorted = (rows + others).sorted { Array($0.id.utf8).lexicographicallyPrecedes(Array($1.id.utf8)) }
    return ([header] + sorted.map(\.cells)).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func submitted(_ student: MadeUpStudent) -> String {
    if student.submitted.isEmpty { return student.hasSystemsTime ? "2026-10-02T12:15:00Z" : "" }
    return student.submitted.hasSuffix("Z") ? student.submitted : "2026-10-19T22:00:00Z"
  }

  private static func number(_ points: Double) -> String {
    points.rounded() == points ? "\(Int(points))" : "\((points * 1000).rounded() / 1000)"
  }

  private static func cell(_ text: String) -> String {
    text.contains { ",\"\r\n".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}

extension MadeUpStudent {
  /// Whether a system, not the roster, says when the work came in.
  var hasSystemsTime: Bool { submitted.isEmpty && (form == .git || form == .gradescope) }

  /// Id and name as a spreadsheet may have them: nothing in them begins a formula, and nothing moves a cursor.
  var cells: (id: String, name: String) {
    let id = listedAs ?? id
    switch id {
    case "=1+1": return ("'=1+1", "'=HYPERLINK(\"http://evil.example\";\"grade\")")
    case "-2+3": return ("'-2+3", name)
    default: return (id, isInRoster ? name : id)
    }
  }
}
