import AnswerChecks
import Foundation

@testable import Grading

/// A student of the made-up class: what is handed in, in which form, and what must come of it.
struct MadeUpStudent {
  /// What must come of an exercise.
  struct Expectation: Equatable {
    var status: Status
    /// The names of the misconceptions, in the lab's order.
    var diagnoses: [String] = []
  }

  /// How work comes in.
  enum Form: CaseIterable {
    case handoutFolder, labFolders, looseFiles, git
    case zip, tar, tarGzip, archiveInFolder, folderInArchive
    case moodleFolder, moodleFlat, canvas, gradescope
  }

  var id: String
  var name: String
  var form: Form
  var files: [ExerciseFile] = []
  /// What must come of the exercises; the others are not attempted.
  var expected: [String: Expectation] = [:]
  /// What else is in it, and must be listed, by its place.
  var strays: [String: String] = [:]
  /// What else is in the archive, as it stands there.
  var entries: [(String, ArchiveMaker.Kind)] = []
  /// The id under which the grader lists somebody who isn't in the roster; the name that the work came in by default.
  var listedAs: String?
  /// Whether the roster has this student.
  var isInRoster = true
  /// When it was handed in, as the roster says it.
  var submitted = ""
  var extensionDays = 0.0
  /// Days late and points off, by hand.
  var late = LateDeduction.none

  init(_ id: String, _ name: String, _ form: Form) { (self.id, self.name, self.form) = (id, name, form) }

  /// Adds a lab's files, with what must come of them.
  mutating func hand(
    in lab: MadeUpLab, _ answers: [String: MadeUpLab.Answer], expecting expected: [String: Expectation]
  ) throws {
    files += try lab.files(answers)
    self.expected.merge(expected) { _, new in new }
  }
}

extension MadeUpStudent.Expectation {
  static let passed = Self(status: .passed)
  static let wrong = Self(status: .wrong)
  static let refused = Self(status: .doesNotCompile)
  static func wrong(_ diagnoses: [String]) -> Self { Self(status: .wrong, diagnoses: diagnoses) }
}
