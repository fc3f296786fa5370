import AnswerChecks
import ArgumentParser
import Datasets
import Foundation

/// The command line over the whole house.
@main
struct Descent: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "descent",
    abstract: "A deep-learning teaching lab: list its labs, check your answers, get its data sets.",
    version: descentVersion,
    subcommands: [
      List.self, CheckAnswers.self, WatchAnswers.self, SubmitAnswers.self, ShowChecks.self, ManageDatasets.self,
    ] + lecturerCommands)

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as any EndsWithStatus {
      stop(error.description, status: error.exitStatus)
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      stop(message(for: error), status: EX_USAGE)
    }
  }
}

/// What only the whole project can do: a handout has no room for grading.
private var lecturerCommands: [any ParsableCommand.Type] {
  #if canImport(Grading)
    [MakeHandout.self, Grade.self, NewLab.self, MakeSite.self, CompareRuns.self]
  #else
    []
  #endif
}

/// Ends the program with a sentence on standard error.
private func stop(_ sentence: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data((sentence + "\n").utf8))
  exit(status)
}

/// Which labs there are.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the labs with their exercises.")

  func run() throws {
    for lab in try Workspace.current().labs() {
      let book = try lab.answerBook()
      let points = book.exercises.reduce(0) { $0 + $1.points }
      print("\(lab.command): \(book.exercises.count) exercises, \(points) points")
      for exercise in book.exercises { print("  \(exercise.id)  \(exercise.title) (\(exercise.points))") }
    }
  }
}
