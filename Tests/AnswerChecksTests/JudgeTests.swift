import Foundation
import Testing

@testable import AnswerChecks

/// The exercise of these tests: double the input. Known mistakes: add one, negate, and both.
struct JudgeTests {
  private let exercise = RecordedExercise(
    id: "0.1", title: "Double", kind: .write, points: 2, file: "Exercises/Double.swift", tolerance: Tolerance(),
    hints: [],
    cases: [
      RecordedCase(input: .number(1), expected: .number(2)), RecordedCase(input: .number(3), expected: .number(6)),
    ],
    misconceptions: [
      RecordedMisconception(misconception: known("adds-one", credit: 0.5), outputs: [.number(3), .number(7)]),
      RecordedMisconception(misconception: known("squares"), outputs: [.number(1), .number(9)]),
      RecordedMisconception(misconception: known("squares-twin"), outputs: [.number(1), .number(9)]),
    ],
    pairs: [RecordedPair(names: ["adds-one", "squares"], outputs: [.number(2), .number(10)])],
    stub: "")

  private static func known(_ name: String, credit: Double = 0) -> Misconception {
    Misconception("0.1", name, "This \(name).", source: "these tests", section: "Doubling", credit: credit)
  }

  private func verdict(_ outputs: Double...) -> Verdict {
    Judge(exercise).verdict(
      on: AnswersRunner.Run(replies: outputs.map { .output(.number($0)) }))
  }

  private func verdict(replies: [AnswersRunner.Reply], ending: AnswersRunner.Ending? = nil) -> Verdict {
    Judge(exercise).verdict(on: AnswersRunner.Run(replies: replies, ending: ending))
  }

  @Test func rightAnswerPasses() {
    #expect(verdict(2, 6).status == .passed)
    #expect(verdict(2, 6).points == 2)
  }

  @Test func misconceptionIsNamedAndMayEarnCredit() {
    let verdict = verdict(3, 7)
    #expect(verdict.status == .wrong)
    #expect(verdict.diagnoses.map(\.name) == ["adds-one"])
    #expect(verdict.points == 1)
    #expect(Explanation(verdict).lines.first == "This adds-one. (Handout: \"Doubling\".)")
  }

  @Test func twoThatMatchAreBothNamed() {
    #expect(verdict(1, 9).diagnoses.map(\.name) == ["squares", "squares-twin"])
    #expect(verdict(1, 9).points == 0)
  }

  @Test func pairIsNamedAsTwo() {
    let verdict = verdict(2, 10)
    #expect(verdict.diagnoses.map(\.name) == ["adds-one", "squares"])
    #expect(verdict.points == 0, "two mistakes earn no credit for one of them")
    #expect(verdict.failure?.index == 1)
    #expect(Explanation(verdict).lines.first?.hasPrefix("Two mistakes") == true)
  }

  @Test func theFirstCaseThatFailsIsShown() {
    #expect(verdict(5, 11).failure?.index == 0)
    #expect(verdict(2, 11).failure?.index == 1)
    #expect(verdict(2, 11).failure?.input == .number(3))
  }

  @Test func nearMissIsNotGuessed() {
    #expect(verdict(3, 7.00001).diagnoses.isEmpty)
    #expect(verdict(3, 6).diagnoses.isEmpty, "a match in one case is no match")
  }

  @Test func patternIsFoundWhereNoMisconceptionMatches() {
    #expect(verdict(-2, -6).pattern == .sign)
    #expect(verdict(-2, -6).diagnoses.isEmpty)
  }

  @Test func missingReplyIsNeverAPass() {
    #expect(verdict(2).status == .graderError)
    #expect(verdict(2).points == nil)
    #expect(verdict(replies: []).status == .graderError)
    #expect(verdict(replies: [.output(.number(2))], ending: .crashed("gone")).status == .crashed)
  }

  @Test func exerciseWithoutCasesNeverPasses() {
    var empty = exercise
    empty.cases = []
    let verdict = Judge(empty).verdict(on: AnswersRunner.Run(replies: []))
    #expect(verdict.status == .graderError)
  }

  @Test(arguments: [
    (AnswersRunner.Ending.crashed("a"), Status.crashed), (.timedOut("a"), .timedOut), (.outOfMemory("a"), .outOfMemory),
  ])
  func endingsKeepTheirStatus(ending: AnswersRunner.Ending, status: Status) {
    let verdict = verdict(replies: [.output(.number(2))], ending: ending)
    #expect(verdict.status == status)
    #expect(verdict.points == 0)
    #expect(verdict.failure?.index == 1, "the case that it was at work on")
  }

  @Test func blankStubIsNotAttempted() {
    #expect(verdict(replies: [.notAttempted, .notAttempted]).status == .notAttempted)
  }

  @Test func thrownErrorIsShown() {
    let verdict = verdict(replies: [.failure("Oops()"), .failure("Oops()")])
    #expect(verdict.status == .wrong)
    #expect(Explanation(verdict).lines.contains("Your code threw an error: Oops()"))
  }

  @Test func programThatIsNotThereIsTheGradersError() {
    let verdict = Judge(exercise).verdict(from: AnswersRunner(program: "/nowhere/answers"))
    #expect(verdict.status == .graderError)
    #expect(verdict.points == nil)
    #expect(verdict.detail == "/nowhere/answers could not be started: No such file or directory.")
  }

  @Test func bookSurvivesItsFile() throws {
    let book = AnswerBook(lab: "doubling", seed: 7, exercises: [exercise, exercise])
    let file = FileManager.default.temporaryDirectory.appending(path: "descent-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try book.encoded().write(to: file)
    #expect(try AnswerBook(contentsOf: file) == book)
    try Data("{".utf8).write(to: file)
    #expect(throws: AnswerBookError.damaged(file.path)) { try AnswerBook(contentsOf: file) }
    #expect(throws: AnswerBookError.missing("/nowhere")) { try AnswerBook(contentsOf: URL(filePath: "/nowhere")) }
  }
}
