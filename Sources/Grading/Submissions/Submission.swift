import AnswerChecks
import Foundation

/// What one student handed in: the exercise files that the course knows, and a list of everything else.
///
/// Names and text come from outside. They are data: no name is used as a path.
public struct Submission: Sendable, Hashable, Codable {
  /// The student's id.
  public var student: String
  /// The folder or archive that it came in, as it is named in the folder of submissions.
  public var origin: String
  /// When it was handed in; nothing where nobody says so, which counts as in time.
  public var submitted: Date?
  /// The exercise files, in the order of their places.
  public var files: [ExerciseFile]
  /// What was not taken, and why.
  public var ignored: [IgnoredEntry]

  /// A submission.
  public init(
    student: String, origin: String, submitted: Date? = nil, files: [ExerciseFile] = [], ignored: [IgnoredEntry] = []
  ) {
    self.student = student
    self.origin = origin
    self.submitted = submitted
    self.files = files
    self.ignored = ignored
  }
}

/// Something in a submission that wasn't taken.
public struct IgnoredEntry: Sendable, Hashable, Codable {
  /// Its name as it came, made printable.
  public var name: String
  /// Why: one clause, as `no exercise file of this course`.
  public var reason: String

  /// Something that wasn't taken.
  public init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }
}
