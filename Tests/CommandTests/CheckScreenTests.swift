import Foundation
import Testing

@testable import AnswerChecks
@testable import descent

/// What a student sees of verdicts.
@Suite struct CheckScreenTests {
  private static let sentence =
    "Your step goes uphill: a sign is wrong, and the loss grows. The gradient points to where f grows."

  private func verdict(_ id: String, _ status: AnswerChecks.Status, points: Double? = 0) -> Verdict {
    Verdict(exercise: id, title: "Exercise \(id)", status: status, points: points, possible: 2)
  }

  /// Wrong by a known mistake, in two of twelve numbers.
  private func wrong(_ id: String) throws -> Verdict {
    var verdict = verdict(id, .wrong)
    verdict.diagnoses = [
      Misconception(id, "uphill", Self.sentence, source: "these tests", section: "Gradient descent")
    ]
    let expected = Value.list((0..<12).map { .number(Double($0) / 4) })
    let got = Value.list((0..<12).map { .number($0 == 7 ? -30 : $0 == 2 ? 0.25 : Double($0) / 4) })
    verdict.failure = FailedCase(
      index: 0, input: .record(["learningRate": .number(0.1)]), expected: expected,
      outcome: .returned(got, try #require(got.difference(from: expected))))
    verdict.printed = (1...12).map { "step \($0)" }.joined(separator: "\n")
    return verdict
  }

  private func screen(_ verdicts: [Verdict], _ style: TerminalStyle = .plain) -> [String] {
    CheckScreen(lab: "optimizers", verdicts: verdicts, files: ["1.2": "Labs/Exercise02.swift"], style: style).lines
  }

  @Test func progressComesFirst() throws {
    let lines = screen([verdict("1.1", .passed, points: 2), try wrong("1.2"), verdict("1.3", .notAttempted)])
    #expect(
      lines.prefix(4) == [
        "optimizers  [######--------------]  2 of 6 points: 1 passed, 1 wrong, 1 not attempted.", "Passed: 1.1",
        "Not attempted: 1.3", "Next: 1.2 Exercise 1.2, in Labs/Exercise02.swift",
      ])
  }

  @Test func theBarIsFullOnlyWhereAllIsEarned() {
    func bar(_ earned: Double) -> String { Summary([verdict("1.1", .wrong, points: earned)]).bar }
    #expect(bar(0) == "[--------------------]")
    #expect(bar(1.99) == "[###################-]")
    #expect(bar(2) == "[####################]")
    #expect(Summary([]).bar == "[--------------------]")
  }

  @Test func theWorstEntryIsMarkedInColumns() throws {
    let lines = screen([try wrong("1.2")])
    #expect(lines.contains("1.2 Exercise 1.2: wrong, 0 of 2 points"))
    #expect(lines.contains("    \(Self.sentence) (Handout: \"Gradient descent\".)"))
    let marked = lines.filter { $0.hasSuffix("<- off most") }
    #expect(marked.count == 1 && marked[0].contains("[7]") && marked[0].contains("-30"))
    let head = try #require(lines.first { $0.contains("expected  ") || $0.hasSuffix("got") })
    let column = try #require(head.range(of: "expected")).lowerBound.utf16Offset(in: head)
    let row = try #require(lines.first { $0.contains("[7]") })
    #expect(Array(row)[column...].prefix(8).contains { $0.isNumber })
    #expect(lines.contains("      (3 before these)"))
    #expect(lines.contains("    | step 10") && !lines.contains("    | step 11") && lines.last == "    (2 more lines)")
  }

  @Test func manyWrongAnswersStayOnOneScreen() throws {
    let lines = screen(try (1...9).map { try wrong("1.\($0)") })
    #expect(lines.count { $0.contains(": wrong, 0 of 2 points") } == 9)
    #expect(lines.count { $0.contains("uphill") } == 3)
    #expect(lines.last == "One of these alone, with the reason: descent check optimizers 1.4")
  }

  @Test(arguments: [40, 60, 100]) func linesFitTheTerminal(_ width: Int) throws {
    var long = try wrong("1.2")
    long.failure?.input = .text(String(repeating: "word ", count: 100))
    long.printed = ""
    for line in screen([long, verdict("1.3", .notAttempted)], TerminalStyle(hasColour: false, width: width)) {
      // Columns of numbers stay columns.
      #expect(line.count <= width || line.contains("optimizers") || line.hasSuffix("<- off most"), "\(line)")
    }
  }

  @Test func coloursSayNothingMore() throws {
    let verdicts = [verdict("1.1", .passed, points: 2), try wrong("1.2"), verdict("1.4", .graderError, points: nil)]
    let coloured = screen(verdicts, TerminalStyle(hasColour: true, width: nil))
    #expect(coloured.contains { $0.contains("\u{1B}[31m") })
    #expect(coloured.map { $0.replacing(/\u{1B}\[\d+m/, with: "") } == screen(verdicts))
    #expect(!screen(verdicts).joined().contains("\u{1B}"))
  }

  @Test func editorsGetJSON() throws {
    let report = CheckReport(
      lab: "optimizers", verdicts: [try wrong("1.2"), verdict("1.4", .graderError, points: nil)],
      files: ["1.2": "Labs/Exercise02.swift"])
    let object = try JSONSerialization.jsonObject(with: Data(try CheckReport.json([report]).utf8))
    let labs = try #require(object as? [[String: Any]])
    #expect(labs.count == 1 && labs[0]["lab"] as? String == "optimizers")
    let exercises = try #require(labs[0]["exercises"] as? [[String: Any]])
    #expect(exercises[0]["status"] as? String == "wrong" && exercises[0]["points"] as? Double == 0)
    #expect(exercises[0]["misconceptions"] as? [String] == ["uphill"])
    #expect(exercises[0]["file"] as? String == "Labs/Exercise02.swift")
    #expect((exercises[0]["explanation"] as? [String])?.first?.hasPrefix("Your step goes uphill") == true)
    #expect(exercises[1]["points"] == nil)
  }

  @Test func wordsAreWrappedBetweenThem() {
    let style = TerminalStyle(hasColour: false, width: 12)
    #expect(style.wrapped("one two three four", margin: "  ") == ["  one two", "  three four"])
    #expect(style.wrapped("unbreakablewords stay") == ["unbreakablewords", "stay"])
    #expect(style.wrapped("") == [""])
  }
}
