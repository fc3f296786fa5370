/// A verdict in the words that a student reads.
public struct Explanation: Sendable {
  private let verdict: Verdict

  /// Explains `verdict`.
  public init(_ verdict: Verdict) { self.verdict = verdict }

  /// One line: `1.11 Adam: wrong, 0 of 3 points`.
  public var headline: String {
    let unit = verdict.possible == 1 ? "point" : "points"
    let points = verdict.points.map { "\(Value.write($0)) of \(verdict.possible) \(unit)" } ?? "points left open"
    return "\(verdict.exercise) \(verdict.title): \(verdict.status.rawValue), \(points)"
  }

  /// The headline and all that follows, a line each.
  public var text: String { ([headline] + lines).joined(separator: "\n") }

  /// What is wrong and why, most helpful first; empty for an answer that passed or wasn't attempted.
  public var lines: [String] {
    var lines = mistakes.map { "\($0.sentence) (Handout: \"\($0.section)\".)" }
    if let introduction { lines.insert(introduction, at: 0) }
    lines += details
    if let failure { lines += failure.lines }
    if let pattern { lines.append(pattern) }
    return lines
  }

  /// The misconceptions that explain the answer.
  public var mistakes: [Misconception] { verdict.diagnoses }

  /// What goes before two mistakes.
  public var introduction: String? {
    mistakes.count == 2 ? "Two mistakes at once give exactly what your code returned:" : nil
  }

  /// How the program ended, or what the compiler said.
  public var details: [String] {
    verdict.detail?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
  }

  /// The smallest case that fails.
  public var failure: Failure? { verdict.failure.map(Failure.init) }

  /// The regularity in all that was returned.
  public var pattern: String? { verdict.pattern.map { Self.sentence(for: $0) } }

  /// A case that fails, in words.
  public struct Failure: Sendable, Equatable {
    /// What the answer was given.
    public let input: String
    /// What it should have returned, and what it did; nothing where it returned nothing.
    public let values: (expected: String, got: String)?
    /// Both side by side around the worst entry, where they have one shape and more than one entry.
    public let comparison: SideBySideValues?
    /// Where the two part, or what was thrown.
    public let sentence: String?

    init(_ failure: FailedCase) {
      input = shorten(failure.input.summary)
      switch failure.outcome {
      case .returned(let got, let difference):
        values = (shorten(failure.expected.summary), shorten(got.summary))
        comparison = SideBySideValues(expected: failure.expected, got: got, difference: difference)
        sentence = Explanation.sentence(for: difference)
      case .threw(let error):
        (values, comparison) = (nil, nil)
        sentence = "Your code threw an error: \(shorten(error))"
      case .ended: (values, comparison, sentence) = (nil, nil, nil)
      }
    }

    /// A line each.
    var lines: [String] {
      var lines = ["Smallest case that fails: \(input)"]
      if let values { lines += ["  expected  \(values.expected)", "  got       \(values.got)"] }
      if let sentence { lines.append(sentence) }
      return lines
    }

    /// Whether both say the same.
    public static func == (left: Failure, right: Failure) -> Bool {
      left.lines == right.lines && left.comparison == right.comparison
    }
  }

  private static func sentence(for difference: Difference) -> String {
    switch difference {
    case .shape(let path, let got, let expected):
      return "The shape is wrong\(place(path)): \(got) where \(expected) is expected."
    case .notFinite(let path, let got):
      let kind =
        got.isNaN
        ? "not a number: look for 0/0 or the root of a negative number" : "infinite: look for a division by zero"
      return "A value\(place(path)) is \(kind)."
    case .content(let path, let got, let expected):
      return "The answer\(place(path)) is \(got); expected is \(expected)."
    case .numbers(let wrong, let count, let worst, let got, let expected):
      if count == 1 { return "It is off by \(Value.write(got - expected, digits: 3))." }
      return "\(wrong) of \(count) numbers are off. The worst\(place(worst)): "
        + "\(Value.write(got)), expected \(Value.write(expected))."
    }
  }

  private static func sentence(for pattern: Pattern) -> String {
    switch pattern {
    case .sign: "Every number has the opposite sign."
    case .factor(let factor): "Every number is \(Value.write(factor, digits: 6)) times the expected one."
    case .offset(let offset): "Every number is the expected one plus \(Value.write(offset, digits: 6))."
    case .transposed: "Rows and columns are exchanged."
    case .shifted(1): "Your answer is one step ahead: each entry is the next one expected."
    case .shifted: "Your answer is one step behind: each entry is the one expected before it."
    }
  }

  private static func place(_ path: String) -> String { path.isEmpty ? "" : " at \(path)" }
}

/// Long data is cut in the middle and says so, so that a cut is never read as a value.
private func shorten(_ text: String, to length: Int = 300) -> String {
  guard text.count > length else { return text }
  return
    "\(text.prefix(length * 2 / 3)) ... (\(text.count - length) characters left out) ... \(text.suffix(length / 3))"
}
