import Foundation
import Testing

@testable import AnswerChecks
@testable import Grading

struct ScoringTests {
  @Test func pointsPrintWithoutBinaryNoise() {
    #expect(Points.write(0.1 + 0.2) == "0.3")
    #expect(Points.write(3) == "3")
    #expect(Points.write(10) == "10")
    #expect(Points.write(2.0 / 3) == "0.667")
    #expect(Points.write(-2.5) == "-2.5")
    #expect(Points.write(-0.25) == "-0.25")
    #expect(Points.write(0.05) == "0.05")
    #expect(Points.write(1.125) == "1.125")
    #expect(Points.write(-0.0001) == "0")
  }

  @Test func labsOwnPointsCountByDefault() {
    let scored = MadeUp.score(
      MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2), MadeUp.wrong(credit: 0.5, possible: 3)))
    #expect(scored.state == .graded)
    #expect(scored.exercises.map(\.points) == [2, 1.5])
    #expect(scored.total == 3.5)
    #expect(scored.possible == 5)
  }

  @Test func coursesPointsAndCreditCountInTheirPlace() {
    var course = Course()
    course.points = ["1.1": 10, "1.2": 4]
    course.credit = ["1.2/no-bias-correction": 0.25]
    let standing = MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2), MadeUp.wrong(credit: 0.5))
    let scored = MadeUp.score(standing, course)
    #expect(scored.exercises.map(\.points) == [10, 1])
    #expect(scored.possible == 14)
  }

  @Test func twoMistakesEarnNoCredit() {
    var course = Course()
    course.credit = ["1.2/no-bias-correction": 0.5, "1.2/other": 0.5]
    var verdict = MadeUp.wrong()
    verdict.diagnoses.append(MadeUp.misconception("1.2", "other"))
    #expect(MadeUp.score(MadeUp.standing(verdict), course).total == 0)
  }

  @Test func thirdsAddUpAsPrinted() {
    let thirds = ["1.1", "1.2", "1.3"].map { MadeUp.wrong($0, credit: 1.0 / 3, possible: 2) }
    let scored = MadeUp.score(MadeUp.standing(thirds[0], thirds[1], thirds[2]))
    #expect(scored.exercises.map(\.points) == [0.667, 0.667, 0.667])
    #expect(scored.total == 2.001)
  }

  @Test func overrideWinsAndSaysSo() {
    let standing = MadeUp.standing(
      MadeUp.wrong(), MadeUp.verdict("1.3", .graderError, points: nil),
      overrides: [MadeUp.override("1.2", 1.5), MadeUp.override("1.3", 2)])
    let scored = MadeUp.score(standing)
    #expect(scored.state == .graded, "a person settled what the grader left open")
    #expect(scored.total == 3.5)
    #expect(scored.exercises[0].earned == 0)
    #expect(scored.exercises[0].override?.reason == "oral exam")
  }

  @Test func overrideOfTheTotalIsFinal() {
    var course = Course()
    course.due = MadeUp.monday.addingTimeInterval(-1)
    course.late.pointsPerDay = 1
    let scored = MadeUp.score(
      MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2), overrides: [MadeUp.override(nil, 1.75)]), course)
    #expect(scored.late.points == 1)
    #expect(scored.total == 1.75)
  }

  @Test func latenessTakesPointsButNeverBelowZero() {
    var course = Course()
    course.due = MadeUp.monday.addingTimeInterval(-3600)
    course.late.pointsPerDay = 1.5
    let standing = MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2))
    #expect(MadeUp.score(standing, course).total == 0.5)
    #expect(MadeUp.score(standing, course).late == LateDeduction(days: 1, points: 1.5))
    course.late.pointsPerDay = 5
    #expect(MadeUp.score(standing, course).total == 0)
    let extended = MadeUp.standing(
      MadeUp.verdict("1.1", .passed, points: 2), student: Student(id: "ada", extensionDays: 1))
    #expect(MadeUp.score(extended, course).total == 2)
  }

  @Test func graderErrorLeavesPointsOpen() {
    let scored = MadeUp.score(
      MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2), MadeUp.verdict("1.2", .graderError, points: 0)))
    #expect(scored.state == .open)
    #expect(scored.exercises[1].points == nil)
    #expect(scored.total == nil)
  }

  @Test func missingIsNotZero() {
    let there = MadeUp.standing(MadeUp.verdict("1.1", .notAttempted))
    let missing = Standing(student: Student(id: "eve"))
    var course = Course()
    course.due = .distantPast
    let scores = Scoring(course).scores(of: [there, missing])
    #expect(scores.map(\.state) == [.graded, .missing])
    #expect(scores.map(\.total) == [0, nil])
    #expect(scores[1].exercises.map(\.exercise) == ["1.1"])
    #expect(scores[1].exercises.map(\.status) == ["missing"])
    #expect(scores[1].late == .none)
    let oral = Standing(student: Student(id: "eve"), overrides: [MadeUp.override("1.1", 2)])
    #expect(Scoring(course).scores(of: [there, oral])[1].total == 2)
  }

  @Test func onlyChosenExercisesCount() {
    var course = Course()
    course.labs = [LabChoice(lab: "optimizers", exercises: ["1.3", "1.1"])]
    let scored = MadeUp.score(
      MadeUp.standing(
        MadeUp.verdict("1.1", .passed, points: 2), MadeUp.verdict("1.2", .passed, points: 2),
        MadeUp.verdict("1.3", .passed, points: 2)), course)
    #expect(scored.exercises.map(\.exercise) == ["1.3", "1.1"])
    #expect(scored.possible == 4)
    course.labs = [LabChoice(lab: "dropout")]
    #expect(MadeUp.score(MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2)), course).labs.isEmpty)
  }

  @Test func changesAreSaidByExercise() {
    let old = [MadeUp.score(MadeUp.standing(MadeUp.wrong("1.1"), MadeUp.verdict("1.2", .passed, points: 2)))]
    let new = [
      MadeUp.score(
        MadeUp.standing(
          MadeUp.verdict("1.1", .passed, points: 2), MadeUp.verdict("1.2", .passed, points: 2),
          MadeUp.verdict("1.3", .crashed)))
    ]
    let changes = GradeChange.between(old, new)
    #expect(
      changes.map(\.summary) == ["ada, 1.1: wrong (0) -> passed (2)", "ada, 1.3: not counted -> crashed (0)"])
    #expect(GradeChange.between(new, new).isEmpty)
  }
}
