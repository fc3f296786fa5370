import Foundation
import GRDB
import Testing

@testable import Grading

struct GradebookMarksTests {
  private let folder: WorkFolder
  private let gradebook: Gradebook

  init() throws {
    folder = try WorkFolder()
    gradebook = try Gradebook(file: folder.gradebook)
    let run = try gradebook.begin(run: MadeUp.run(), at: MadeUp.monday)
    try gradebook.record(
      MadeUp.graded("ada", MadeUp.verdict("1.1", .wrong)), submission: MadeUp.submission("ada"), run: run,
      at: MadeUp.monday)
  }

  private var overrides: [Override] { get throws { try gradebook.standings()[0].overrides } }

  private func set(_ exercise: String?, _ points: Double, reason: String = "oral exam", student: String = "ada") throws
  {
    try gradebook.setOverride(
      student: student, exercise: exercise, points: points, reason: reason, who: "Ohm", at: MadeUp.tuesday)
  }

  @Test func overrideStandsUntilItIsWithdrawn() throws {
    try set("1.1", 1)
    try set(nil, 17)
    #expect(try overrides.map(\.exercise) == ["1.1", nil])
    #expect(try overrides.map(\.points) == [1, 17])
    #expect(try overrides[0].when == MadeUp.tuesday)
    try gradebook.withdrawOverride(student: "ada", exercise: "1.1", reason: "slip", who: "Ohm", at: MadeUp.tuesday)
    #expect(try overrides.map(\.points) == [17])
    #expect(throws: GradingError.usage("There is no override of exercise 1.1 for ada.")) {
      try gradebook.withdrawOverride(student: "ada", exercise: "1.1", reason: "x", who: "Ohm", at: MadeUp.tuesday)
    }
  }

  @Test func nothingIsDeleted() throws {
    try set("1.1", 1)
    try set("1.1", 2, reason: "appeal")
    #expect(try overrides.map(\.points) == [2])
    let kept = try gradebook.read {
      try Row.fetchAll($0, sql: "SELECT points, withdrawn_reason FROM overrides ORDER BY override")
    }
    #expect(kept.map { $0["points"] as Double } == [1, 2])
    #expect(kept.map { $0["withdrawn_reason"] as String? } == ["replaced", nil])
    try set(nil, 17)
    try set(nil, 18)
    #expect(try overrides.map(\.points) == [2, 18], "the total has one override at a time too")
  }

  @Test func overridesSurviveRegrading() throws {
    try set("1.1", 1)
    let run = try gradebook.begin(run: MadeUp.run(checks: "c2"), at: MadeUp.tuesday)
    try gradebook.record(
      MadeUp.graded("ada", MadeUp.verdict("1.1", .passed, points: 2)), submission: MadeUp.submission("ada"), run: run,
      at: MadeUp.tuesday)
    let change = try #require(try gradebook.changes(since: RunID(1)).first)
    #expect(change.old == GradeChange.Side(status: "wrong", points: 0))
    #expect(change.new == GradeChange.Side(status: "passed", points: 2))
    #expect(change.override?.points == 1)
    #expect(change.summary == "ada, 1.1: wrong (0) -> passed (2); the override, 1, is kept")
    #expect(try gradebook.changes(since: run).isEmpty)
  }

  @Test func slipsAreRefused() throws {
    #expect(throws: GradingError.usage("The gradebook knows no student bob.")) { try set("1.1", 1, student: "bob") }
    #expect(throws: GradingError.usage("The gradebook knows no exercise 9.9.")) { try set("9.9", 1) }
    #expect(throws: GradingError.self) { try set("1.1", -1) }
    #expect(throws: GradingError.self) { try set("1.1", .nan) }
    #expect(throws: GradingError.self) { try set("1.1", 1, reason: " \n") }
    #expect(try overrides.isEmpty)
  }

  @Test func commentsStandUntilTheyAreWithdrawn() throws {
    let first = try gradebook.comment(
      student: "ada", exercise: nil, text: MadeUp.hostile, who: "Ohm", at: MadeUp.monday)
    try gradebook.comment(student: "ada", exercise: "1.1", text: "Well done.", who: "Ohm", at: MadeUp.monday)
    #expect(try gradebook.standings()[0].comments.map(\.text) == [MadeUp.hostile, "Well done."])
    try gradebook.withdrawComment(first.id, reason: "slip", who: "Ohm", at: MadeUp.tuesday)
    #expect(try gradebook.standings()[0].comments.map(\.exercise) == ["1.1"])
    #expect(throws: GradingError.self) {
      try gradebook.withdrawComment(first.id, reason: "slip", who: "Ohm", at: MadeUp.tuesday)
    }
  }
}
