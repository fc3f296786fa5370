import AnswerChecks
import Foundation

/// A folder that `descent` takes for a copy of the course with one lab, Optimizers, all blank. It isn't built: programs are
/// told where the project is.
struct ToyLab {
  static let binaries = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()
  /// Whether what exercises are compiled against is there.
  static let isBuilt = FileManager.default.fileExists(
    atPath: binaries.appending(path: "OptimizersAnswers.build/main.swift.o").path)

  let root: URL
  let book: AnswerBook
  let program = Program("descent")

  init() throws {
    root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "descent-toy-\(UUID().uuidString)")
    let project = Workspace(root: Program.root)
    book = try project.lab("optimizers").answerBook()
    let manager = FileManager.default
    for folder in ["Exercises", "Checks"] {
      try manager.createDirectory(
        at: root.appending(path: "Labs/Optimizers/\(folder)"), withIntermediateDirectories: true)
    }
    try Data().write(to: root.appending(path: "Package.swift"))
    for place in ["Sources/COpenBLAS", "Labs/Optimizers/Answers"] {
      let copy = root.appending(path: place)
      try manager.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try manager.copyItem(at: Program.root.appending(path: place), to: copy)
    }
    for place in ["Labs/Optimizers/Checks/answers.json", "Labs/Optimizers/Exercises/MyAnswers.swift"] {
      try manager.copyItem(at: Program.root.appending(path: place), to: root.appending(path: place))
    }
    for exercise in book.exercises { try save(exercise.stub, as: exercise.fileName) }
  }

  func remove() { try? FileManager.default.removeItem(at: root) }

  var exercises: URL { root.appending(path: "Labs/Optimizers/Exercises") }

  /// Saves a file by renaming, as editors do.
  func save(_ text: String, as name: String) throws {
    try Data(text.utf8).write(to: exercises.appending(path: name), options: .atomic)
  }

  /// Answers an exercise by these lines.
  func answer(_ id: String, _ body: String) throws {
    guard let exercise = book.exercises.first(where: { $0.id == id }) else { return }
    let blank = "throw NotAttempted(\"\(id)\")"
    try save(exercise.stub.replacing(blank, with: body), as: exercise.fileName)
  }

  /// Runs `descent` here against the project's build.
  func run(_ arguments: String...) throws -> Program.Result {
    try program.run(arguments + ["--binaries", Self.binaries.path], in: root)
  }
}
