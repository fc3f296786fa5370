import AnswerChecks

/// The sentences that all exports for students share. What comes from outside is made printable here.
extension StudentSheet {
  /// `Handed in 2026-10-01 21:59 UTC.`
  var submission: String {
    switch scored.state {
    case .missing: "Nothing was handed in."
    case .graded, .open: scored.submitted.map { "Handed in \(Day.write($0))." } ?? "Handed in; nobody noted when."
    }
  }

  /// `17.5 of 20 points`, or that they are open.
  var totalLine: String {
    guard let total = scored.total else {
      return scored.state == .missing ? "missing" : "points left open"
    }
    return Self.points(total, of: scored.possible)
  }

  /// How the total came about, where it isn't just the sum.
  var remarks: [String] {
    var remarks: [String] = []
    if scored.state == .open {
      remarks.append("The grader failed on an exercise. That isn't your code's fault, and it is graded again.")
    }
    if let override = scored.override {
      remarks.append(
        "The total was set to \(Points.write(override.points)) by \(Self.person(override.who)): "
          + PrintableText.line(override.reason, length: 2000))
    } else if scored.late.days > 0 {
      remarks.append(
        "Late by \(scored.late.days == 1 ? "1 day" : "\(scored.late.days) days"), each day begun counted: \(lateness)")
    }
    return remarks
  }

  /// `19 less 1 is 18 points.`
  private var lateness: String {
    guard scored.late.points > 0 else { return "nothing is taken off." }
    let off = Points.write(scored.late.points)
    guard let sum = scored.sum, let total = scored.total else { return "\(off) off, once all points are settled." }
    return "\(Points.write(sum)) less \(off) is \(Points.write(total)) \(total == 1 ? "point" : "points")."
  }

  /// `1.11 Adam`
  func name(_ exercise: ScoredExercise) -> String { PrintableText.line("\(exercise.exercise) \(exercise.title)") }

  /// `1.11 Adam: wrong, 0 of 3 points`
  func headline(_ exercise: ScoredExercise) -> String {
    "\(name(exercise)): \(exercise.status), \(pointsLine(exercise))"
  }

  /// `2 of 3 points`, or that they are open.
  func pointsLine(_ exercise: ScoredExercise) -> String {
    exercise.points.map { Self.points($0, of: exercise.possible) }
      ?? (exercise.verdict == nil ? "no points" : "points left open")
  }

  /// All that is said about an exercise below its headline, a line each.
  func lines(_ exercise: ScoredExercise) -> [String] {
    var lines = marks(exercise).map { "\($0.heading): \($0.text.joined(separator: " "))" }
    guard let verdict = exercise.verdict else { return lines }
    lines += Explanation(verdict).lines.map { PrintableText.line($0, length: 2000) }
    let printed = printed(verdict)
    if !printed.isEmpty { lines += ["Your code printed:"] + printed.map { "| \($0)" } }
    return lines
  }

  /// The start of what the code printed, where that helps: a passed exercise needs none.
  func printed(_ verdict: Verdict) -> [String] {
    verdict.status == .passed ? [] : PrintableText.lines(verdict.printed, lines: 12)
  }

  /// What people say: points that were set, comments.
  func marks(_ exercise: ScoredExercise) -> [(heading: String, text: [String])] {
    var marks: [(String, [String])] = []
    if let override = exercise.override {
      let earned = exercise.earned.map { ", in place of \(Points.write($0))" } ?? ""
      marks.append(
        (
          "Points set to \(Points.write(override.points))\(earned), by \(Self.person(override.who))",
          PrintableText.lines(override.reason)
        ))
    }
    return marks + comments(exercise.comments)
  }

  /// Comments with who wrote them.
  func comments(_ comments: [Comment]) -> [(heading: String, text: [String])] {
    comments.map { ("Comment by \(Self.person($0.who))", PrintableText.lines($0.text)) }
  }

  /// `batch-size` as a heading: `Batch size`.
  static func heading(_ lab: String) -> String {
    let words = PrintableText.line(lab).replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// `1 of 1 point`
  static func points(_ points: Double, of possible: Double) -> String {
    "\(Points.write(points)) of \(Points.write(possible)) \(possible == 1 ? "point" : "points")"
  }

  private static func person(_ name: String) -> String {
    let name = PrintableText.line(name)
    return name.isEmpty ? "the lecturer" : name
  }
}
