import AnswerChecks

/// A class at a glance, for a terminal.
public struct ClassSummary: Sendable {
  private let scores: [ScoredSubmission]
  private let outcome: Grader.Outcome?

  /// - Parameter outcome: what a run did; nothing where none was made.
  public init(_ scores: [ScoredSubmission], outcome: Grader.Outcome? = nil) {
    self.scores = scores
    self.outcome = outcome
  }

  /// A line about the run, a line a lab, and a line about what is open.
  public var text: String {
    var lines: [String] = []
    if let outcome {
      lines.append(
        "Judged \(outcome.judged) of \(outcome.judged + outcome.kept) submissions; \(outcome.kept) had their verdicts.")
    }
    lines += labLines
    let missing = scores.count { $0.state == .missing }
    if missing > 0 { lines.append("Nothing handed in: \(missing).") }
    let open = scores.filter { $0.state == .open }
    if !open.isEmpty {
      let names = open.prefix(5).map { PrintableText.line($0.student.id, length: 40) }.joined(separator: ", ")
      lines.append(
        "Points left open by failures of the grader: \(open.count) (\(names)\(open.count > 5 ? ", ..." : "")). "
          + "Grade once more; what is done is kept.")
    }
    return lines.joined(separator: "\n")
  }

  /// A row a lab: mean points, then how many verdicts of each status.
  private var labLines: [String] {
    let labs = scores.filter { $0.state != .missing }.flatMap(\.labs)
    let names: [String] = labs.reduce(into: []) { if !$0.contains($1.lab) { $0.append($1.lab) } }
    let width = (names.map(\.count).max() ?? 0) + 2
    return names.map { name in
      let own = labs.filter { $0.lab == name }
      let points = own.flatMap(\.exercises).compactMap(\.points).reduce(0, +) / Double(max(own.count, 1))
      let possible = own.first?.exercises.reduce(0) { $0 + $1.possible } ?? 0
      let statuses = Status.allCases.compactMap { status -> String? in
        let count = own.flatMap(\.exercises).count { $0.verdict?.status == status }
        return count == 0 ? nil : "\(count) \(status.rawValue)"
      }
      let mean = "\(Points.write((points * 10).rounded() / 10)) of \(Points.write(possible)) points"
      return name.padded(to: width) + mean.padded(to: 22) + statuses.joined(separator: ", ")
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
