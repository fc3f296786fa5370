import AnswerChecks
import ArgumentParser
import Foundation

/// Judges the answers in a lab's Exercises folder.
struct CheckAnswers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check your answers to a lab, or to one exercise of it; or to all labs at a glance.",
    discussion: "It ends with status 1 where an answer is wrong; blank ones aren't.")

  @Argument(help: "The lab, as optimizers; all labs at a glance by default.")
  var lab: String?

  @Argument(help: "One exercise, as 1.11; all by default.")
  var exercise: String?

  @Flag(help: "Say it as JSON, for editors.")
  var json = false

  func run() async throws {
    let workspace = try Workspace.current()
    let labs = try lab.map { [try workspace.lab($0)] } ?? workspace.labs()
    let width = labs.map(\.command.count).max() ?? 0
    let checked = try await Self.verdicts(on: labs, exercise: exercise) { lab in
      if !json { show(lab, width: width) }
    }
    if json {
      print(try CheckReport.json(checked.map { CheckReport(lab: $0.lab, verdicts: $0.verdicts, files: $0.files) }))
    }
    if checked.contains(where: { $0.verdicts.contains(where: \.isToMend) }) { throw ExitCode.failure }
  }

  private typealias Checked = (lab: String, verdicts: [Verdict], files: [String: String])

  /// The verdicts lab by lab; `body` is told of each lab as soon as it is done.
  private static func verdicts(
    on labs: [LabFolder], exercise: String?, _ body: (Checked) -> Void
  ) async throws -> [Checked] {
    var checked: [Checked] = []
    for lab in labs {
      let check = try LabCheck(building: lab)
      let exercises = check.book.exercises.filter { exercise == nil || $0.id == exercise }
      guard !exercises.isEmpty else {
        let known = check.book.exercises.map(\.id).joined(separator: ", ")
        throw ValidationError("There is no exercise \(exercise ?? "") in \(lab.command); its exercises are \(known).")
      }
      let files = exercises.map { ($0.id, "Labs/\(lab.name)/\($0.file)") }
      let verdicts = await check.verdicts(on: exercises)
      checked.append((lab.command, verdicts, Dictionary(files) { first, _ in first }))
      body(checked[checked.count - 1])
    }
    return checked
  }

  /// One lab fills the screen; of all labs each has a line, in columns as wide as the longest name.
  private func show(_ checked: Checked, width: Int) {
    let style = TerminalStyle.ofOutput()
    guard lab == nil else {
      let screen = CheckScreen(lab: checked.lab, verdicts: checked.verdicts, files: checked.files, style: style)
      for line in screen.lines { print(line) }
      return
    }
    let summary = Summary(checked.verdicts)
    let next = summary.next.map { " Next: \($0.exercise) \($0.title)." } ?? ""
    print("\(padded(checked.lab, width))  \(style.colour(summary.bar, .green))  \(summary.line)\(next)")
  }
}
