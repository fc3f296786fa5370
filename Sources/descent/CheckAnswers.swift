import AnswerChecks
import ArgumentParser
import Foundation

/// Judges the answers in a lab's Exercises folder.
struct CheckAnswers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check your answers to a lab, or to one exercise of it; or to all labs at a glance."
  )

  @Argument(help: "The lab, as optimizers; all labs at a glance by default.")
  var lab: String?

  @Argument(help: "One exercise, as 1.11; all by default.")
  var exercise: String?

  func run() async throws {
    let workspace = try Workspace.current()
    guard let lab else { return try await glance(at: workspace.labs()) }
    try await check(workspace.lab(lab))
  }

  /// A line a lab: points, and what comes next.
  private func glance(at labs: [LabFolder]) async throws {
    let width = labs.map(\.command.count).max() ?? 0
    var isAllRight = true
    for lab in labs {
      let check = try LabCheck(building: lab)
      let verdicts = await check.verdicts(on: check.book.exercises)
      let name = lab.command.padding(toLength: width, withPad: " ", startingAt: 0)
      let next = verdicts.first { $0.status != .passed }.map { " Next: \($0.exercise) \($0.title)." } ?? ""
      print("\(name)  \(Summary(verdicts).line)\(next)")
      if verdicts.contains(where: \.isToMend) { isAllRight = false }
    }
    if !isAllRight { throw ExitCode.failure }
  }

  private func check(_ lab: LabFolder) async throws {
    let check = try LabCheck(building: lab)
    let exercises = check.book.exercises.filter { exercise == nil || $0.id == exercise }
    guard !exercises.isEmpty else {
      let known = check.book.exercises.map(\.id).joined(separator: ", ")
      throw ValidationError("There is no exercise \(exercise ?? "") in \(lab.command); its exercises are \(known).")
    }
    let verdicts = await check.verdicts(on: exercises)
    for verdict in verdicts { report(verdict) }
    print(Summary(verdicts).line)
    if verdicts.contains(where: \.isToMend) { throw ExitCode.failure }
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

extension Verdict {
  /// Whether there is an answer, and it isn't right.
  fileprivate var isToMend: Bool { ![.passed, .notAttempted].contains(status) }
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
