import AnswerChecks
import ArgumentParser

/// Shows what the checks of a lab are worth: which case catches which misconception.
struct ShowChecks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checks", abstract: "Show what the checks of a lab catch.")

  @Argument(help: "The lab; all by default.")
  var lab: String?

  @Flag(help: "A table of every misconception against every case.")
  var matrix = false

  func run() throws {
    let workspace = try Workspace.current()
    let labs = try lab.map { [try workspace.lab($0)] } ?? workspace.labs()
    if matrix { print("A row a misconception, a column a case: x where the case catches it, . where it doesn't.") }
    for lab in labs {
      for exercise in try lab.answerBook().exercises {
        let rows = DetectionMatrix(exercise)
        print(matrix ? rows.table : rows.summary)
      }
    }
  }
}
