import AnswerChecks
import ArgumentParser
import Foundation

/// Checks a lab again whenever one of its exercise files is saved.
struct WatchAnswers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Check your answers whenever you save one, and show what changed.",
    discussion: """
      Keys: h shows the next hint, f draws the lab's figures with your answers, n and p go to another exercise, q leaves. \
      Without a terminal it prints a block for each change.
      """)

  @Argument(help: "The lab, as optimizers; by default the one whose answers you edited last.")
  var lab: String?

  @Option(help: ArgumentHelp("Where the lab is built already.", visibility: .hidden))
  var binaries: String?

  /// Set by this program itself, when it runs again under a `ScreenKeeper`.
  @Flag(help: .hidden)
  var onHeldScreen = false

  func run() async throws {
    let workspace = try Workspace.current()
    let (folder, reason) = try workspace.labInProgress(named: lab)
    if ScreenKeeper.hasScreen(), !onHeldScreen {
      let status = try ScreenKeeper().run(Array(CommandLine.arguments.dropFirst()) + ["--on-held-screen"])
      throw ExitCode(status)
    }
    var loop = try WatchLoop(folder, binaries: binaries.map { URL(filePath: $0) }, reason: reason)
    try await loop.run(onScreen: onHeldScreen)
  }
}

extension Workspace {
  /// The lab that was named, or else the one whose answers were edited last, and why that one.
  ///
  /// - Throws: `WorkspaceError` where there is no such lab; `ValidationError` where none was named and all are blank.
  func labInProgress(named name: String?) throws -> (lab: LabFolder, reason: String?) {
    if let name { return (try lab(name), nil) }
    let edited = try labs().compactMap { lab in try lab.lastEdit.map { (lab: lab, time: $0) } }
    guard let last = edited.max(by: { $0.time < $1.time }) else {
      let known = labs().map(\.command)
      throw ValidationError(
        "Say which lab, one of: \(known.joined(separator: ", ")). You haven't answered an exercise yet, so it can't be guessed."
      )
    }
    return (last.lab, "\(last.lab.command) is the lab that you edited last.")
  }
}

extension LabFolder {
  /// When the last answer that differs from its stub was saved; nothing where all are blank.
  fileprivate var lastEdit: Date? {
    get throws {
      let sources = try exerciseSources()
      return try answerBook().exercises.filter { sources[$0.fileName].map { [stub = $0.stub] in $0 != stub } ?? false }
        .compactMap { exercise in
          let path = exercises.appending(path: exercise.fileName).path
          return try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        }.max()
    }
  }
}
