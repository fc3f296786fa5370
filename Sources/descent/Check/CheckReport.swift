import AnswerChecks
import Foundation

/// A lab's verdicts for editors and scripts, as JSON.
struct CheckReport: Encodable {
  /// One exercise.
  struct Exercise: Encodable {
    let exercise: String
    let title: String
    /// As `passed` or `not attempted`.
    let status: String
    /// Nothing where the checker failed.
    let points: Double?
    let possible: Int
    /// The student's file, from the package's folder.
    let file: String
    /// The names of the misconceptions that explain the answer.
    let misconceptions: [String]
    /// What is wrong and why, a line each.
    let explanation: [String]
  }

  let lab: String
  let exercises: [Exercise]

  init(lab: String, verdicts: [Verdict], files: [String: String]) {
    self.lab = lab
    exercises = verdicts.map { verdict in
      Exercise(
        exercise: verdict.exercise, title: verdict.title, status: verdict.status.rawValue, points: verdict.points,
        possible: verdict.possible, file: files[verdict.exercise] ?? "", misconceptions: verdict.diagnoses.map(\.name),
        explanation: Explanation(verdict).lines)
    }
  }

  /// One document, keys sorted.
  static func json(_ reports: [CheckReport]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(reports), as: UTF8.self)
  }
}
