import Foundation

/// A lab as it was built for a run of tests: its answers program lies beside the test program, or where a grader has put
/// it.
public struct BuiltLab: Sendable {
  /// The exercises in order; none where the recorded answers can't be read, and where a grader
  /// doesn't ask for this lab.
  public let exercises: [RecordedExercise]
  private let check: Result<LabCheck, any Error>
  private let job: GradingJob?
  private let lab: String

  /// - Parameters:
  ///   - lab: its command, as `batch-size`.
  ///   - file: a file in a folder of the package's Tests.
  public init(_ lab: String, file: StaticString = #filePath) {
    self.lab = lab
    let job = Result { try GradingJob.current() }
    self.job = try? job.get()
    check = Result {
      guard let job = try job.get() else { return try LabCheck(builtBesideTests: lab, file: file) }
      return try LabCheck(job.book(of: lab), program: job.program(of: lab))
    }
    exercises = (try? check.get().book.exercises) ?? []
  }

  /// The verdict on the student's answer to one exercise; a grader's job gets it too.
  public func verdict(on exercise: RecordedExercise) throws -> Verdict {
    let verdict = try check.get().verdict(on: exercise)
    try job?.report(verdict, on: lab)
    return verdict
  }
}

extension LabCheck {
  /// The package's own exercises.
  fileprivate init(builtBesideTests lab: String, file: StaticString) throws {
    let tests = URL(filePath: "\(file)").deletingLastPathComponent().deletingLastPathComponent()
    let book = try Workspace(root: tests.deletingLastPathComponent()).lab(lab).answerBook()
    let binaries = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    self.init(book, program: StudentProgram(path: binaries.appending(path: "\(lab)-answers").path))
  }
}

extension RecordedExercise: CustomStringConvertible {
  /// As `1.11 Adam`.
  public var description: String { "\(id) \(title)" }
}
