import AnswerChecks
import Foundation

/// What one student may see of the grading: all exports for students are made from it, and from nothing else.
///
/// Status, points, overrides and comments are always in it. What is wrong and why, the failing case and what the code
/// printed (which may repeat the case) are in it as the course says.
public struct StudentSheet: Sendable, Equatable {
  /// The course's name.
  public let title: String
  /// The verdicts, with what may not be shown taken out.
  public let scored: ScoredSubmission
  /// A sentence on what is not shown; nothing where all is.
  public let withheld: String?
  private let handouts: String?

  /// - Parameter now: the time that decides whether the due date, the student's extension included, has passed.
  public init(_ scored: ScoredSubmission, course: Course, now: Date) {
    title = course.title
    handouts = course.handouts
    withheld = scored.state == .missing ? nil : Self.reason(course, scored.student, now)
    self.scored = withheld == nil ? scored : Self.withoutDiagnoses(scored)
  }

  /// Where the handout explains a misconception; nothing where no handouts are on the web.
  public func link(to mistake: Misconception, in lab: String) -> String? {
    guard let handouts, ["https://", "http://"].contains(where: { handouts.lowercased().hasPrefix($0) }) else {
      return nil
    }
    return handouts + lab + "#" + Self.anchor(mistake.section)
  }

  private static func reason(_ course: Course, _ student: Student, _ now: Date) -> String? {
    switch course.diagnoses {
    case .always: return nil
    case .never: return "In this course, feedback says what was reached, not what is wrong."
    case .afterDue:
      guard let due = course.due else { return "What is wrong, and why, is shown after the due date." }
      let end = due.addingTimeInterval(student.extensionDays * 86_400)
      return now > end ? nil : "What is wrong, and why, is shown after the due date, \(Day.write(end))."
    }
  }

  private static func withoutDiagnoses(_ scored: ScoredSubmission) -> ScoredSubmission {
    var scored = scored
    for lab in scored.labs.indices {
      for exercise in scored.labs[lab].exercises.indices {
        guard var verdict = scored.labs[lab].exercises[exercise].verdict else { continue }
        verdict.diagnoses = []
        verdict.failure = nil
        verdict.pattern = nil
        verdict.detail = nil
        verdict.printed = ""
        verdict.outputs = nil
        scored.labs[lab].exercises[exercise].verdict = verdict
      }
    }
    return scored
  }

  /// The anchor that GitHub and most others give a heading: lower case, words joined by hyphens, no punctuation.
  static func anchor(_ heading: String) -> String {
    let kept = heading.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == " " || $0 == "-" || $0 == "_"
    }
    let joined = String(String.UnicodeScalarView(kept)).replacing(" ", with: "-")
    return joined.addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed) ?? joined
  }
}

/// Times as people read them, in UTC.
enum Day {
  /// `2026-10-01 21:59 UTC`
  static func write(_ date: Date) -> String {
    "\(UTCTime.write(date).prefix(16).replacing("T", with: " ")) UTC"
  }
}
