import AnswerChecks
import Foundation

/// What a grading step hands to GitHub Classroom's reporter (github.com/classroom-resources/autograding-grading-reporter):
/// JSON in base64 on one line, as the step's output `result`.
///
/// The reporter's notice to Classroom adds up `score`, so scores add up to the total: lateness and an override of the total
/// are entries of their own. Its printout counts tests that pass instead; it can't know of partial credit.
public struct ClassroomResult: Encodable, Sendable {
  /// One exercise, or an adjustment of the total.
  public struct Test: Encodable, Sendable, Equatable {
    /// `1.11 Adam`
    public let name: String
    /// `pass`, `fail` or `error`.
    public let status: String
    /// Points; negative for lateness.
    public let score: Double
    /// Why, for one that doesn't pass.
    public let message: String
    /// Always empty: no code of the grader is shown.
    public let test_code = ""
    /// Always empty.
    public let filename = ""
    /// Always 0.
    public let line_no = 0
    /// Always 0: the same submission gives the same bytes.
    public let duration = 0
  }

  /// The format's version.
  public let version = 1
  /// `pass` with all points, `error` where points are open, else `fail`.
  public let status: String
  /// Points that can be reached. 0 where points are open or nothing was handed in: the reporter then tells Classroom
  /// nothing, where any number would be read as a grade.
  public let max_score: Double
  /// The exercises, then what else changes the total.
  public let tests: [Test]

  /// The result of one student.
  public init(_ sheet: StudentSheet) {
    let exercises = sheet.scored.exercises.map { Self.test($0, sheet) }
    guard let total = sheet.scored.total else {
      status = "error"
      max_score = 0
      tests = exercises
      return
    }
    max_score = sheet.scored.possible
    status = total >= max_score ? "pass" : "fail"
    tests = exercises + Self.adjustment(from: exercises, to: total, sheet)
  }

  /// The line for the step's output.
  public var line: String { DecimalJSON.encode(self, isPretty: false).base64EncodedString() }

  private static func test(_ exercise: ScoredExercise, _ sheet: StudentSheet) -> Test {
    let isPass = exercise.points.map { $0 >= exercise.possible } ?? false
    let isError = exercise.points == nil
    return Test(
      name: sheet.name(exercise), status: isPass ? "pass" : isError ? "error" : "fail",
      score: exercise.points ?? 0,
      message: isPass ? "" : ([sheet.headline(exercise)] + sheet.lines(exercise)).joined(separator: "\n"))
  }

  private static func adjustment(from tests: [Test], to total: Double, _ sheet: StudentSheet) -> [Test] {
    let difference = Points.rounded(total - tests.reduce(0) { $0 + $1.score })
    guard difference != 0 else { return [] }
    let name = sheet.scored.override == nil ? "Lateness" : "Total set by hand"
    return [
      Test(
        name: name, status: difference < 0 ? "fail" : "pass", score: difference,
        message: sheet.remarks.joined(separator: "\n"))
    ]
  }
}
