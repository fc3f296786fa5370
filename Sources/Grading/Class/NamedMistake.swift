import AnswerChecks
import Foundation

/// A mistake that a lecturer found in a class and named: a student's own code that gives it stands for it, as the branch of
/// a solution stands for a misconception of the lab.
public struct NamedMistake: Sendable, Equatable, Codable {
  /// The lab's command, as `batch-size`.
  public var lab: String
  /// What is known of the mistake, as of any other.
  public var misconception: Misconception
  /// The exercise file of one who made it.
  public var text: String
  /// The cluster that it was, as `1.11-3fa2c1`.
  public var cluster: String
  /// Who named it.
  public var who: String
  /// When.
  public var when: Date

  /// A named mistake.
  public init(
    lab: String, misconception: Misconception, text: String, cluster: String, who: String, when: Date
  ) {
    self.lab = lab
    self.misconception = misconception
    self.text = text
    self.cluster = cluster
    self.who = who
    self.when = when
  }

  /// The exercise and the name, as `1.11/no-bias-correction`.
  public var place: String { "\(misconception.exercise)/\(misconception.name)" }
}

extension Misconception {
  /// The first thing that keeps these words from being shown to students, or nothing: what the tests of a lab demand of
  /// its own misconceptions.
  ///
  /// - Parameter headings: those of the lab's handout.
  public func flaw(headings: [String]) -> String? {
    if name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) == nil {
      return "A name is made of lowercase words with hyphens, as no-bias-correction; \(PrintableText.line(name)) isn't."
    }
    if sentence.contains(where: \.isNewline) || !sentence.hasSuffix(".") {
      return "The sentence stands on one line and ends with a full stop; this one doesn't."
    }
    if !(40...330).contains(sentence.count) {
      return
        "The sentence says what the mistake is and what to do instead, in 40 to 330 characters; it has \(sentence.count)."
    }
    if !(0..<1).contains(credit) { return "The credit is a share of the points from 0 to below 1; it is \(credit)." }
    if !source.contains(where: { !$0.isWhitespace }) {
      return "The source says where the mistake comes from; it is empty."
    }
    if !headings.contains(section) {
      let near = Nearest.name(to: section, among: headings)
      let hint = near.map { "did you mean \"\($0)\"?" } ?? "its headings are \(Nearest.some(headings))."
      return "The handout has no heading \"\(PrintableText.line(section))\"; \(hint)"
    }
    return nil
  }

  /// The Swift lines that make it a misconception of its lab, in the style of the labs.
  public var swiftLines: String {
    func escaped(_ text: String) -> String { String(text.debugDescription.dropFirst().dropLast()) }
    func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }
    var lines = [""]
    for word in escaped(sentence).split(separator: " ", omittingEmptySubsequences: false) {
      if lines[lines.count - 1].count + word.count > 110 { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    let share = credit == 0 ? "" : ", credit: \(credit)"
    return """
      Misconception(
        \(quoted(exercise)), \(quoted(name)),
        \"""
        \(lines.joined(separator: " \\\n  "))
        \""",
        source: \(quoted(source)),
        section: \(quoted(section))\(share)),
      """
  }
}

extension LabFolder {
  /// The headings of the lab's handout, without their signs.
  public var handoutHeadings: [String] {
    let text = (try? String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)) ?? ""
    return text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("#") }.map {
      String($0.drop { $0 == "#" }).trimmingCharacters(in: .whitespaces)
    }
  }
}
