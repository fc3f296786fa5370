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
    let checked = try await Self.verdicts(on: labs, exercise: exercise) { lab, verdicts, files in
      if !json { show(lab, verdicts, files, isAlone: self.lab != nil) }
    }
    if json {
      print(try CheckReport.json(checked.map { CheckReport(lab: $0.lab, verdicts: $0.verdicts, files: $0.files) }))
    }
    if checked.contains(where: { $0.verdicts.contains(where: \.isToMend) }) { throw ExitCode.failure }
  }

  private typealias Checked = (lab: String, verdicts: [Verdict], files: [String: String])

  /// The verdicts lab by lab; `body` is told of each lab as soon as it is done.
  private static func verdicts(
    on labs: [LabFolder], exercise: String?, _ body: (String, [Verdict], [String: String]) -> Void
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
      checked.append(
        (lab.command, await check.verdicts(on: exercises), Dictionary(files) { first, _ in first }))
      if let last = checked.last { body(last.lab, last.verdicts, last.files) }
    }
    return checked
  }

  private func show(_ lab: String, _ verdicts: [Verdict], _ files: [String: String], isAlone: Bool) {
    let style = TerminalStyle.ofOutput()
    guard !isAlone else {
      for line in CheckScreen(lab: lab, verdicts: verdicts, files: files, style: style).lines { print(line) }
      return
    }
    // A line a lab, in columns; fourteen characters is the longest name.
    let summary = Summary(verdicts)
    let next = summary.next.map { " Next: \($0.exercise) \($0.title)." } ?? ""
    print("\(padded(lab, 14))  \(style.colour(summary.bar, .green))  \(summary.line)\(next)")
  }
}
