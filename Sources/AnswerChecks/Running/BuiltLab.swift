import Foundation

/// A lab as it was built for a run of tests: its answers program lies beside the test program, or where a grader has put
/// it.
public struct BuiltLab: Sendable {
  /// What a test is given: an exercise's name alone. The whole of it would be written down anew for each test, to tell
  /// the tests apart.
  public struct Exercise: Sendable, Identifiable, CustomStringConvertible {
    /// Lab and exercise, as `1.11`.
    public let id: String
    /// As `1.11 Adam`.
    public let description: String
  }

  /// The exercises in order; none where the recorded answers can't be read, and where a grader
  /// doesn't ask for this lab.
  public let exercises: [Exercise]
  private let check: Result<LabCheck, any Error>
  private let job: GradingJob?
  private let lab: String

  /// - Parameters:
  ///   - lab: its command, as `batch-size`.
  ///   - file: a file in a folder of the package's Tests.
  public init(_ lab: String, file: StaticString = #filePath) {
    self.init(lab, environment: ProcessInfo.processInfo.environment, file: file)
  }

  init(_ lab: String, environment: [String: String], file: StaticString = #filePath) {
    self.lab = lab
    let job = Result { try GradingJob.current(in: environment) }
    self.job = try? job.get()
    check = Result {
      guard let job = try job.get() else { return try LabCheck(builtBesideTests: lab, file: file) }
      return try LabCheck(job.book(of: lab), program: job.program(of: lab))
    }
    let recorded = (try? check.get().book.exercises) ?? []
    exercises = recorded.map { Exercise(id: $0.id, description: "\($0.id) \($0.title)") }
  }

  /// The verdict on the student's answer to one exercise; a grader's job gets it too.
  public func verdict(on exercise: Exercise) throws -> Verdict {
    let check = try check.get()
    guard let recorded = check.book.exercises.first(where: { $0.id == exercise.id }) else {
      throw AnswerBookError.missing("\(exercise)")
    }
    let verdict = check.verdict(on: recorded)
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
