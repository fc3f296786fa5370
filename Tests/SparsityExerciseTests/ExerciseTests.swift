import AnswerChecks
import Foundation
import Testing

/// Your answers, judged: one test an exercise. A blank stub is cancelled as not attempted; it doesn't fail.
struct ExerciseTests {
  @Test(arguments: StudentLab.exercises)
  func exercise(_ exercise: RecordedExercise) throws {
    let verdict = try StudentLab.check().verdict(on: exercise)
    switch verdict.status {
    case .passed: return
    case .notAttempted: try Test.cancel("\(exercise.id) \(exercise.title): not attempted")
    default:
      let explanation = Explanation(verdict)
      Issue.record("\(([explanation.headline] + explanation.lines).joined(separator: "\n"))")
    }
  }

  @Test func thereAreExercises() throws {
    #expect(try StudentLab.folder().answerBook().exercises.count == StudentLab.exercises.count)
    #expect(!StudentLab.exercises.isEmpty)
  }
}

/// The lab as it was built for this test run.
private enum StudentLab {
  static func folder() throws -> LabFolder {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Workspace(root: root).lab("sparsity")
  }

  /// The answers program lies beside the test program.
  static func check() throws -> LabCheck {
    let binaries = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let program = StudentProgram(path: binaries.appending(path: "sparsity-answers").path)
    return LabCheck(try folder().answerBook(), program: program)
  }

  static let exercises = (try? folder().answerBook().exercises) ?? []
}

extension RecordedExercise: CustomTestStringConvertible {
  /// As a test run lists it.
  public var testDescription: String { "\(id) \(title)" }
}
