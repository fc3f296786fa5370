import AnswerChecks
import Foundation

/// A student's files: a lab's stubs with some bodies filled in, compiled against the modules that are built.
package struct StudentFiles: Sendable {
  private let lab: String
  private let root: URL

  /// Where this test program lies, and with it the modules of the package.
  package static let binaries = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// Whether the build kept the module that answers are compiled against, as `swift build` does.
  package static func canBeCompiled(for questions: String) -> Bool {
    FileManager.default.fileExists(atPath: binaries.appending(path: "Modules/\(questions).swiftmodule").path)
  }

  /// - Parameters:
  ///   - lab: its command.
  ///   - root: the repository's.
  package init(_ lab: String, root: URL) {
    self.lab = lab
    self.root = root
  }

  /// Compiles them.
  ///
  /// - Parameter bodies: by exercise, each in place of its `throw NotAttempted`; the other exercises stay blank.
  package func program(_ bodies: [String: String]) throws -> StudentProgram {
    let folder = try Workspace(root: root).lab(lab)
    let exercises = try folder.answerBook().exercises
    var sources = try folder.exerciseSources()
    for exercise in exercises { sources[fileName(exercise)] = exercise.stub }
    for (id, body) in bodies {
      guard let exercise = exercises.first(where: { $0.id == id }) else { throw RecordingError.noExercise(id) }
      sources[fileName(exercise)] = exercise.stub.replacing("throw NotAttempted(\"\(id)\")", with: body)
    }
    let scratch = ScratchFolder.place(for: "answers")
    return try ExerciseCompiler(lab: folder, binaries: Self.binaries, scratch: scratch).program(
      from: sources, stubs: exercises)
  }

  private func fileName(_ exercise: RecordedExercise) -> String {
    String(exercise.file.split(separator: "/").last ?? "")
  }
}
