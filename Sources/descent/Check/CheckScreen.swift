import AnswerChecks

/// What a student sees of a lab's verdicts: how far it is, what is wrong and why, and what comes next.
struct CheckScreen {
  private let lab: String
  private let verdicts: [Verdict]
  private let files: [String: String]
  private let style: TerminalStyle

  /// How many answers are explained at once; of the rest there is a line each. All of it stays on one screen.
  private static let mostExplained = 3

  /// - Parameters:
  ///   - lab: its command.
  ///   - verdicts: those that were asked for, in order.
  ///   - files: where each exercise is answered, by its name.
  init(lab: String, verdicts: [Verdict], files: [String: String], style: TerminalStyle) {
    (self.lab, self.verdicts, self.files, self.style) = (lab, verdicts, files, style)
  }

  /// All lines.
  var lines: [String] {
    let wrong = verdicts.filter(\.isToMend)
    var lines = overview
    for verdict in wrong.prefix(Self.mostExplained) { lines += [""] + explained(verdict) }
    let rest = wrong.dropFirst(Self.mostExplained)
    if !rest.isEmpty {
      lines.append("")
      for verdict in rest { lines.append(headline(verdict)) }
      lines += style.wrapped(
        "One of these alone, with the reason: descent check \(lab) \(rest[rest.startIndex].exercise)")
    }
    return lines
  }

  // MARK: How far it is

  private var overview: [String] {
    let summary = Summary(verdicts)
    var lines = ["\(style.bold(lab))  \(style.colour(summary.bar, .green))  \(summary.line)"]
    for (status, word) in [(Status.passed, "Passed"), (.notAttempted, "Not attempted")] {
      let ids = verdicts.filter { $0.status == status }.map(\.exercise)
      if !ids.isEmpty, verdicts.count > 1 { lines += style.wrapped("\(word): \(ids.joined(separator: " "))") }
    }
    if let next = summary.next {
      lines += style.wrapped("Next: \(next.exercise) \(next.title), in \(files[next.exercise] ?? "its file")")
    }
    return lines
  }

  // MARK: What is wrong, and why

  /// One answer that isn't right, with the reason.
  func explained(_ verdict: Verdict) -> [String] {
    let explanation = Explanation(verdict)
    var lines = [headline(verdict)]
    if let introduction = explanation.introduction { lines += text(introduction) }
    for mistake in explanation.mistakes { lines += text("\(mistake.sentence) (Handout: \"\(mistake.section)\".)") }
    for detail in explanation.details { lines += detail.hasPrefix("    ") ? [code(detail)] : text(detail) }
    if let failure = explanation.failure { lines += shown(failure) }
    if let pattern = explanation.pattern { lines += text(pattern) }
    return lines + printed(verdict)
  }

  private func headline(_ verdict: Verdict) -> String {
    let words = Explanation(verdict).headline
    return style.bold(style.colour(words, verdict.status == .graderError ? .yellow : .red))
  }

  private func text(_ text: String) -> [String] { style.wrapped(text, margin: "    ") }

  /// A line whose columns matter, cut where a terminal ends.
  private func code(_ line: String) -> String { String("    \(line)".prefix(style.width ?? .max)) }

  private func shown(_ failure: Explanation.Failure) -> [String] {
    var lines = text("Smallest case that fails: \(failure.input)")
    if let comparison = failure.comparison {
      lines += table(comparison)
    } else if let values = failure.values {
      lines += style.wrapped("expected  \(values.expected)", margin: "      ")
      lines += style.wrapped("got       \(values.got)", margin: "      ")
    }
    if let sentence = failure.sentence { lines += text(sentence) }
    return lines
  }

  /// Expected and got side by side, the worst entry marked.
  private func table(_ comparison: SideBySideValues) -> [String] {
    let places = comparison.rows.map(\.place.count).max() ?? 0
    let wanted = max(8, comparison.rows.map(\.expected.count).max() ?? 0)
    func row(_ place: String, _ expected: String, _ got: String) -> String {
      "      \(padded(place, places))  \(padded(expected, wanted))  \(got)"
    }
    var lines = [row("", "expected", "got")]
    if comparison.before > 0 { lines.append("      (\(comparison.before) before these)") }
    for entry in comparison.rows {
      let line = row(entry.place, entry.expected, entry.got)
      lines.append(entry.isWorst ? style.colour("\(line)  <- off most", .red) : line)
    }
    if comparison.after > 0 { lines.append("      (\(comparison.after) after these)") }
    return lines
  }

  private func printed(_ verdict: Verdict) -> [String] {
    let printed = verdict.printed.split(separator: "\n")
    if printed.isEmpty { return [] }
    let left = printed.count - 10
    return ["    Your code printed:"] + printed.prefix(10).map { "    | \($0)" }
      + (left > 0 ? ["    (\(left) more lines)"] : [])
  }
}

/// The points of a lab at a glance.
struct Summary {
  private let verdicts: [Verdict]

  init(_ verdicts: [Verdict]) { self.verdicts = verdicts }

  private var earned: Double { verdicts.compactMap(\.points).reduce(0, +) }
  private var possible: Int { verdicts.reduce(0) { $0 + $1.possible } }

  /// `5 of 31 points: 4 passed, 13 not attempted.`
  var line: String {
    let counts = Status.allCases.compactMap { status in
      let count = verdicts.count { $0.status == status }
      return count == 0 ? nil : "\(count) \(status.rawValue)"
    }
    return "\(Self.written(earned)) of \(possible) points: \(counts.joined(separator: ", "))."
  }

  /// Twenty signs, filled as far as the points go; full only where all are earned.
  var bar: String {
    let share = possible == 0 ? 0 : earned / Double(possible)
    let filled = Int(share * 20)
    return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled) + "]"
  }

  /// What to work on: the first that isn't right yet.
  var next: Verdict? { verdicts.first { $0.status != .passed } }

  /// Points without a needless `.0`.
  private static func written(_ points: Double) -> String {
    points == points.rounded() ? "\(Int(points))" : "\(points)"
  }
}

extension Verdict {
  /// Whether there is an answer, and it isn't right.
  var isToMend: Bool { ![.passed, .notAttempted].contains(status) }
}

/// The text with spaces after it up to a width.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
