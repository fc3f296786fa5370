import Foundation

@testable import AnswerChecks
@testable import Grading

/// Verdicts and students of these tests.
enum MadeUp {
  static func day(_ text: String) -> Date {
    guard let date = UTCTime.read(text) else { fatalError("\(text) is no time.") }
    return date
  }

  static let monday = day("2026-10-05T12:00:00Z")
  static let tuesday = day("2026-10-06T12:00:00Z")

  static func misconception(_ exercise: String, _ name: String, credit: Double = 0) -> Misconception {
    Misconception(
      exercise, name, "You leave out the division by `1 - beta1^t`. Early steps are then too small: divide.",
      source: "these tests", section: "Bias correction", credit: credit)
  }

  static func verdict(
    _ exercise: String, _ status: AnswerChecks.Status, points: Double? = 0, possible: Int = 2, title: String = "Adam"
  ) -> Verdict {
    Verdict(exercise: exercise, title: title, status: status, points: points, possible: possible)
  }

  /// Wrong by a known mistake, with a failing case of several numbers.
  static func wrong(_ exercise: String = "1.2", credit: Double = 0, possible: Int = 2) -> Verdict {
    var verdict = verdict(exercise, .wrong, points: credit * Double(possible), possible: possible)
    verdict.diagnoses = [misconception(exercise, "no-bias-correction", credit: credit)]
    let expected = Value.list([0.5, -1.25, 10].map(Value.number))
    let got = Value.list([0.5, 1.25, 10].map(Value.number))
    guard let difference = got.difference(from: expected) else { fatalError("The values are to differ.") }
    verdict.failure = FailedCase(
      index: 0, input: .record(["beta1": .number(0.9), "step": .number(1)]), expected: expected,
      outcome: .returned(got, difference))
    verdict.printed = "step 1\nstep 2\n"
    return verdict
  }

  static func graded(_ student: String, _ verdicts: Verdict..., fingerprint: String = "f1") -> GradedSubmission {
    GradedSubmission(
      student: student, fingerprint: fingerprint, labs: [GradedLab(lab: "optimizers", verdicts: verdicts)])
  }

  static func submission(_ student: String, submitted: Date? = monday, text: String = "let a = 1\n") -> Submission {
    Submission(
      student: student, origin: "\(student).zip", submitted: submitted,
      files: [ExerciseFile(lab: "Optimizers", name: "Exercise11Adam.swift", text: text)],
      ignored: [IgnoredEntry(name: "Package.swift", reason: "no exercise file of this course")])
  }

  static func run(checks: String = "c1") -> GradingRun {
    GradingRun(
      reason: "first grading", version: "0.1.0", seedFingerprint: "s1", checksFingerprint: checks,
      toolchain: "Swift 6.3.1",
      sandbox: "bubblewrap 0.8.0", command: "descent grade submissions")
  }

  static func override(_ exercise: String?, _ points: Double, reason: String = "oral exam") -> Override {
    Override(id: 1, student: "ada", exercise: exercise, points: points, reason: reason, who: "Prof. Ohm", when: monday)
  }

  static func standing(
    _ verdicts: Verdict..., student: Student = Student(id: "ada", name: "Ada Lovelace", section: "B"),
    submitted: Date? = monday, overrides: [Override] = [], comments: [Comment] = []
  ) -> Standing {
    var submission = submission(student.id, submitted: submitted)
    submission.files = []
    let graded = GradedSubmission(
      student: student.id, fingerprint: "f1", labs: [GradedLab(lab: "optimizers", verdicts: verdicts)])
    return Standing(
      student: student, submission: submission, graded: graded, overrides: overrides, comments: comments)
  }

  static func score(_ standing: Standing, _ course: Course = Course()) -> ScoredSubmission {
    Scoring(course).scores(of: [standing])[0]
  }

  static func sheet(_ standing: Standing, _ course: Course = Course(), now: Date = tuesday) -> StudentSheet {
    StudentSheet(score(standing, course), course: course, now: now)
  }

  /// Names and outputs that try to get out of their place in every format.
  static let hostile =
    "=1+1 <script>alert(1)</script> & \"'`]]> | \u{1B}[31m \u{202E} \u{0} \u{FFFE} @everyone #1 ```\n# x [y](javascript:z)"

  /// A student, a verdict and marks made of `hostile`.
  static var hostileStanding: Standing {
    var verdict = wrong("1.2")
    verdict.title = hostile
    verdict.detail = hostile + "\n" + hostile
    verdict.printed = hostile
    verdict.diagnoses[0].section = hostile
    verdict.failure = FailedCase(
      index: 0, input: .text(hostile), expected: .list([.text("a"), .text("b")]),
      outcome: .returned(
        .list([.text("a"), .text(hostile)]), .content(path: "[1]", got: hostile, expected: "b")))
    let comment = Comment(id: 1, student: hostile, exercise: nil, text: hostile, who: hostile, when: monday)
    return standing(
      verdict, student: Student(id: hostile, name: hostile, section: hostile),
      overrides: [override("1.2", 1, reason: hostile)], comments: [comment])
  }
}

/// The tags of HTML or XML, read as plainly as can be: a stray `<` shows as a tag that nobody wrote.
struct MarkupReader {
  /// The tags that open something, with all that stands between name and end.
  private(set) var elements: [(name: String, attributes: String)] = []
  /// Whether every tag is closed, in order.
  private(set) var isNested = true
  /// What stands between tags.
  private(set) var text = ""

  init(_ markup: String) {
    var open: [String] = []
    for part in markup.split(separator: "<") {
      let tag = part.prefix { $0 != ">" }
      text += part.dropFirst(tag.count + 1)
      let name = String(tag.drop { $0 == "/" }.prefix { !" \n/".contains($0) })
      if name.hasPrefix("!") || name.hasPrefix("?") { continue }
      if tag.hasPrefix("/") {
        isNested = isNested && open.popLast() == name
      } else {
        elements.append((name, String(tag.dropFirst(name.count))))
        if !tag.hasSuffix("/") && !["meta", "br", "img"].contains(name) { open.append(name) }
      }
    }
    isNested = isNested && open.isEmpty
  }
}
