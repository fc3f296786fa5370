import Foundation

/// A lab as it was built for a run of tests: its answers program lies beside the test program.
public struct BuiltLab: Sendable {
  /// The exercises in order; none where the recorded answers can't be read, which `check` says.
  public let exercises: [RecordedExercise]
  private let check: Result<LabCheck, any Error>

  /// - Parameters:
  ///   - lab: its command, as `batch-size`.
  ///   - file: a file in a folder of the package's Tests.
  public init(_ lab: String, file: StaticString = #filePath) {
    check = Result {
      let tests = URL(filePath: "\(file)").deletingLastPathComponent().deletingLastPathComponent()
      let book = try Workspace(root: tests.deletingLastPathComponent()).lab(lab).answerBook()
      let binaries = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()
      return LabCheck(book, program: StudentProgram(path: binaries.appending(path: "\(lab)-answers").path))
    }
    exercises = (try? check.get().book.exercises) ?? []
  }

  /// The verdict on the student's answer to one exercise.
  public func verdict(on exercise: RecordedExercise) throws -> Verdict { try check.get().verdict(on: exercise) }
}

extension RecordedExercise: CustomStringConvertible {
  /// As `1.11 Adam`.
  public var description: String { "\(id) \(title)" }
}
