import AnswerChecks

/// What a student is told while packing: how far the answers are, and what is still open.
struct SubmissionReport {
  private let packed: PackedAnswers
  private let exercises: [RecordedExercise]
  private let warnings: [String]
  private let trouble: String?
  private let style: TerminalStyle

  /// - Parameters:
  ///   - exercises: all of the lab's.
  ///   - warnings: what is odd about the files.
  ///   - trouble: why there was no check, where there was none.
  init(
    _ packed: PackedAnswers, exercises: [RecordedExercise], warnings: [String], trouble: String?, style: TerminalStyle
  ) {
    (self.packed, self.exercises, self.warnings) = (packed, exercises, warnings)
    (self.trouble, self.style) = (trouble, style)
  }

  /// All lines.
  var lines: [String] {
    let verdicts = exercises.compactMap { packed.verdicts[$0.id] }
    var lines: [String] = []
    if let trouble {
      lines += trouble.split(separator: "\n").flatMap { style.wrapped(String($0)) }
      lines += style.wrapped("So your answers couldn't be checked; they are packed all the same.")
    } else {
      let summary = Summary(verdicts)
      lines.append("\(style.bold(packed.lab.command))  \(style.colour(summary.bar, .green))  \(summary.line)")
      lines += open(verdicts)
    }
    return lines + warnings.flatMap { style.wrapped("Note: \($0)") }
  }

  /// What isn't right yet, a line a kind.
  private func open(_ verdicts: [Verdict]) -> [String] {
    let open = verdicts.filter { $0.status != .passed }
    guard !open.isEmpty else { return ["Everything has passed."] }
    let kinds = Status.allCases.compactMap { status -> String? in
      let ids = open.filter { $0.status == status }.map(\.exercise)
      return ids.isEmpty ? nil : "\(Self.word(for: status)): \(ids.joined(separator: " "))"
    }
    let lab = packed.lab.command
    return kinds.flatMap { style.wrapped($0) }
      + style.wrapped(
        "You can hand this in as it is, and again later. Why an answer isn't right yet: descent check \(lab)")
  }

  private static func word(for status: Status) -> String {
    switch status {
    case .notAttempted: "Still blank"
    case .graderError: "Not checked, and no fault of yours"
    default: status.rawValue.prefix(1).uppercased() + status.rawValue.dropFirst()
    }
  }
}
