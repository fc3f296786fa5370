import AnswerChecks
import ArgumentParser

/// Judges the answers in a lab's Exercises folder.
struct CheckAnswers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check your answers to a lab, or to one exercise of it.")

  @Argument(help: "The lab, as optimizers.")
  var lab: String

  @Argument(help: "One exercise, as 1.11; all by default.")
  var exercise: String?

  func run() async throws {
    let lab = try Workspace.current().lab(lab)
    let check = try LabCheck(building: lab)
    let exercises = check.book.exercises.filter { exercise == nil || $0.id == exercise }
    guard !exercises.isEmpty else {
      let known = check.book.exercises.map(\.id).joined(separator: ", ")
      throw ValidationError("There is no exercise \(exercise ?? "") in \(lab.command); its exercises are \(known).")
    }
    let verdicts = await check.verdicts(on: exercises)
    for verdict in verdicts { report(verdict) }
    print(Summary(verdicts).line)
    if verdicts.contains(where: { ![.passed, .notAttempted].contains($0.status) }) { throw ExitCode.failure }
  }

  private func report(_ verdict: Verdict) {
    let explanation = Explanation(verdict)
    print(explanation.headline)
    for line in explanation.lines { print("    " + line) }
    if !verdict.printed.isEmpty, verdict.status != .passed {
      print("    Your code printed:")
      for line in verdict.printed.split(separator: "\n").prefix(10) { print("    | " + line) }
    }
  }
}

/// The points of a lab at a glance.
struct Summary {
  let line: String

  init(_ verdicts: [Verdict]) {
    let earned = verdicts.compactMap(\.points).reduce(0, +)
    let possible = verdicts.reduce(0) { $0 + $1.possible }
    let counts = Status.allCases.compactMap { status in
      let count = verdicts.count { $0.status == status }
      return count == 0 ? nil : "\(count) \(status.rawValue)"
    }
    line = "\(earned.formatted) of \(possible) points: \(counts.joined(separator: ", "))."
  }
}

extension Double {
  /// Points without a needless `.0`.
  fileprivate var formatted: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
