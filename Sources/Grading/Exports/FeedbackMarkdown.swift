import AnswerChecks
import Foundation

/// A student's feedback as Markdown (CommonMark and GitHub's tables), as for a comment on a pull request.
public struct FeedbackMarkdown: Sendable {
  private let sheet: StudentSheet

  /// The feedback for one student.
  public init(_ sheet: StudentSheet) { self.sheet = sheet }

  /// The file's text.
  public var text: String {
    let scored = sheet.scored
    var parts = ["# \(Self.inline(sheet.title)): \(Self.inline(PrintableText.line(scored.student.name)))"]
    parts.append("\(Self.inline(sheet.submission)) **\(Self.inline(sheet.totalLine))**")
    parts += (sheet.remarks + [sheet.withheld].compactMap(\.self)).map(Self.inline)
    parts += sheet.comments(scored.comments).map(quote)
    if !scored.exercises.isEmpty { parts.append(contents) }
    for lab in scored.labs {
      let exercises = lab.exercises.map { article($0, in: lab.lab) }.filter { $0.count > 1 }
      if !exercises.isEmpty { parts.append("## \(Self.inline(StudentSheet.heading(lab.lab)))") }
      parts += exercises.flatMap(\.self)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var contents: String {
    let rows = sheet.scored.labs.flatMap { lab in
      lab.exercises.map { exercise in
        "| \(Self.inline(sheet.name(exercise))) | \(exercise.status) "
          + "| \(exercise.points.map(Points.write) ?? "\u{2013}") of \(Points.write(exercise.possible)) |"
      }
    }
    return (["| exercise | result | points |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
  }

  /// A heading and what follows it.
  private func article(_ exercise: ScoredExercise, in lab: String) -> [String] {
    var parts = ["### \(Self.inline(sheet.headline(exercise)))"]
    parts += sheet.marks(exercise).map(quote)
    guard let verdict = exercise.verdict, verdict.status != .passed else { return parts }
    let explanation = Explanation(verdict)
    if let introduction = explanation.introduction { parts.append(introduction) }
    parts += explanation.mistakes.map { mistake in
      let section = Self.inline(mistake.section)
      let place = sheet.link(to: mistake, in: lab).map { "[\(section)](<\($0)>)" } ?? "\"\(section)\""
      return "\(Self.sentence(mistake.sentence)) (Handout: \(place))"
    }
    if !explanation.details.isEmpty {
      parts.append(Self.block(PrintableText.lines(explanation.details.joined(separator: "\n"))))
    }
    if let failure = explanation.failure {
      parts.append("Smallest case that fails:")
      parts.append(Self.block(lines(of: failure)))
      if let sentence = failure.sentence { parts.append(Self.inline(sentence)) }
    }
    if let pattern = explanation.pattern { parts.append(Self.inline(pattern)) }
    let printed = sheet.printed(verdict)
    if !printed.isEmpty { parts += ["Your code printed:", Self.block(printed)] }
    return parts
  }

  private func lines(of failure: Explanation.Failure) -> [String] {
    var lines = [failure.input]
    if let comparison = failure.comparison {
      func column(_ entries: [String]) -> [String] {
        let width = entries.map(\.count).max() ?? 0
        return entries.map { $0.padding(toLength: width, withPad: " ", startingAt: 0) }
      }
      let places = column(["at"] + comparison.rows.map(\.place))
      let expected = column(["expected"] + comparison.rows.map(\.expected))
      let got = column(["got"] + comparison.rows.map(\.got))
      lines.append("")
      for index in places.indices {
        let isWorst = index > 0 && comparison.rows[index - 1].isWorst
        if index == 1, comparison.before > 0 { lines.append("(\(comparison.before) more)") }
        lines.append("\(places[index])  \(expected[index])  \(got[index])\(isWorst ? "  <- worst" : "")")
      }
      if comparison.after > 0 { lines.append("(\(comparison.after) more)") }
    } else if let values = failure.values {
      lines += ["expected  \(values.expected)", "got       \(values.got)"]
    }
    return lines.map { PrintableText.line($0, length: 2000) }
  }

  private func quote(_ mark: (heading: String, text: [String])) -> String {
    ([mark.heading] + mark.text).map { "> \(Self.inline($0))" }.joined(separator: "  \n")
  }

  /// Text that stands as it is: signs that Markdown reads are escaped, and nobody is mentioned or linked.
  static func inline(_ text: String) -> String {
    let signs = Set("\\`*_[]<>#|~&!$".unicodeScalars)
    let scalars = Array(PrintableText.line(text, length: 4000).unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if signs.contains(scalar) || makesList(scalar, at: index, in: scalars) { result.append("\\") }
      result.append(scalar)
      if makesLink(scalar, at: index, in: scalars) { result.append("\u{2060}") }
    }
    return String(result)
  }

  /// Whether a sign at the start of a line would make a list, a rule, or a heading of the line above.
  private static func makesList(_ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let before = scalars[..<index].drop { $0 == " " }
    if before.isEmpty { return "+-=".unicodeScalars.contains(scalar) }
    let endsItem = index + 1 == scalars.count || scalars[index + 1] == " "
    return ".)".unicodeScalars.contains(scalar) && endsItem && before.allSatisfy { ("0"..."9").contains($0) }
  }

  /// Whether GitHub would go on from here to link a person, an issue or an address; an invisible joiner keeps it from that.
  private static func makesLink(_ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    switch scalar {
    case "@", "#": true
    case ":": index + 1 < scalars.count && scalars[index + 1] == "/"
    case ".": index >= 3 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
    default: false
    }
  }

  /// A sentence of ours, in which backquotes hold code.
  private static func sentence(_ text: String) -> String {
    let parts = PrintableText.line(text, length: .max).split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return inline(text) }
    return parts.enumerated().map { $0 % 2 == 0 ? inline(String($1)) : "`\($1)`" }.joined()
  }

  /// Lines as they are, in a fence longer than any in them.
  static func block(_ lines: [String]) -> String {
    let longest = lines.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return ([fence + "text"] + lines + [fence]).joined(separator: "\n")
  }
}
