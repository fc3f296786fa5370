import AnswerChecks
import Foundation

/// Gradescope's `results.json` of one student ("Autograder Specifications",
/// gradescope-autograders.readthedocs.io/en/latest/specs).
///
/// All text goes out as `text`, which Gradescope shows as it stands. Nothing is `hidden`: one hidden test would hide the
/// student's total. What may not be seen isn't in it at all.
public struct GradescopeResults: Encodable, Sendable {
  /// One exercise.
  public struct Test: Encodable, Sendable {
    /// Points; left out where they are open, and never 0 in their place.
    public let score: Double?
    /// Points of a right answer.
    public let max_score: Double
    /// `passed` or `failed`.
    public let status: String
    /// `1.11 Adam: wrong`
    public let name: String
    /// `1.11`
    public let number: String
    /// What is wrong and why.
    public let output: String
    /// The lab.
    public let tags: [String]
    /// Always `visible`.
    public let visibility = "visible"
  }

  /// The total, after lateness and overrides, which counts in place of the tests' sum. Left out where points are open:
  /// Gradescope then says that the grader failed, and gives no zero.
  public let score: Double?
  /// How the total came about, and comments.
  public let output: String
  /// All text is shown as it stands.
  public let output_format = "text"
  /// Likewise.
  public let test_output_format = "text"
  /// Likewise.
  public let test_name_format = "text"
  /// Always `visible`.
  public let visibility = "visible"
  /// What the grader itself prints is the lecturer's.
  public let stdout_visibility = "hidden"
  /// The exercises.
  public let tests: [Test]

  /// The results of one student.
  public init(_ sheet: StudentSheet) {
    score = sheet.scored.total
    tests = sheet.scored.labs.flatMap { lab in
      lab.exercises.map { exercise in
        Test(
          score: exercise.points, max_score: exercise.possible,
          status: exercise.points.map { $0 >= exercise.possible } == true ? "passed" : "failed",
          name: "\(sheet.name(exercise)): \(exercise.status)", number: exercise.exercise,
          output: sheet.lines(exercise).joined(separator: "\n"), tags: [PrintableText.line(lab.lab)])
      }
    }
    let comments = sheet.comments(sheet.scored.comments).map { "\($0.heading): \($0.text.joined(separator: "\n"))" }
    output = ([sheet.submission, sheet.totalLine] + sheet.remarks + [sheet.withheld].compactMap(\.self) + comments)
      .joined(separator: "\n")
  }

  /// The file's bytes.
  public var json: Data { DecimalJSON.encode(self) }
}
