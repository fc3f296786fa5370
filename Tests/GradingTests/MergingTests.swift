import Foundation
import Testing

@testable import AnswerChecks
@testable import Grading

struct MergingTests {
  private let folder: WorkFolder
  private let whole: Gradebook

  init() throws {
    folder = try WorkFolder()
    whole = try Gradebook(file: folder.gradebook)
  }

  private func part(_ student: String, checks: String, finished: Bool = true) throws -> Gradebook {
    let part = try Gradebook(file: folder.url.appending(path: "\(student)-\(checks).sqlite"))
    let run = try part.begin(run: MadeUp.run(checks: checks), at: MadeUp.monday)
    try part.record(
      MadeUp.graded(student, MadeUp.verdict("1.1", .passed, points: 2)), submission: MadeUp.submission(student),
      run: run, at: MadeUp.monday)
    if finished { try part.finish(run: run, at: MadeUp.monday) }
    return part
  }

  @Test func partsBecomeOneClass() throws {
    #expect(try whole.takeOver(part("ada", checks: "c1"), at: MadeUp.tuesday) == 1)
    #expect(try whole.takeOver(part("bo", checks: "c1"), at: MadeUp.tuesday) == 1)
    #expect(try whole.standings().map(\.student.id) == ["ada", "bo"])
    #expect(try whole.standings().allSatisfy { $0.graded?.labs[0].verdicts[0].status == .passed })
  }

  @Test func whoIsKnownStaysAsTheRosterSays() throws {
    let ada = Student(id: "ada", name: "Ada Lovelace", section: "B", extensionDays: 2)
    try whole.enrol([ada])
    _ = try whole.takeOver(part("ada", checks: "c1"), at: MadeUp.tuesday)
    #expect(try whole.standings().map(\.student) == [ada])
  }

  @Test func partsOfOtherAnswersDoNotMix() throws {
    _ = try whole.takeOver(part("ada", checks: "c1"), at: MadeUp.tuesday)
    #expect(throws: GradingError.self) { try whole.takeOver(part("bo", checks: "c2"), at: MadeUp.tuesday) }
    #expect(try whole.standings().map(\.student.id) == ["ada"])
  }

  @Test func aClassThatWasGradedAnewIsTakenOverAnew() throws {
    _ = try whole.takeOver(part("ada", checks: "c1"), at: MadeUp.tuesday)
    _ = try whole.takeOver(part("ada", checks: "c2"), regraded: true, at: MadeUp.tuesday)
    _ = try whole.takeOver(part("bo", checks: "c2"), at: MadeUp.tuesday)
    #expect(throws: GradingError.self) { try whole.takeOver(part("cy", checks: "c1"), at: MadeUp.tuesday) }
    #expect(try whole.runs().count == 3)
  }

  @Test func aPartThatWasCutShortIsNoPart() throws {
    #expect(throws: GradingError.self) {
      try whole.takeOver(part("ada", checks: "c1", finished: false), at: MadeUp.tuesday)
    }
  }
}
