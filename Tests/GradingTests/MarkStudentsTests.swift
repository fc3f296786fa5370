import Foundation
import Testing

@testable import Grading

/// `descent grade override`, `comment` and `uncomment`, as a lecturer types them.
struct MarkStudentsTests {
  private let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    let gradebook = try Gradebook(file: folder.gradebook)
    let run = try gradebook.begin(run: MadeUp.run(), at: MadeUp.monday)
    try gradebook.record(
      MadeUp.graded("ada", MadeUp.verdict("1.1", .wrong)), submission: MadeUp.submission("ada"), run: run,
      at: MadeUp.monday)
  }

  private func descent(_ words: String...) throws -> DescentRun {
    try DescentRun(["grade"] + words + ["--gradebook", folder.url.path], scratch: folder)
  }

  private var standing: Standing {
    get throws { try #require(try Gradebook(file: folder.gradebook, for: .reading).standings().first) }
  }

  @Test(.enabled(if: DescentRun.isBuilt, "needs a whole build"))
  func pointsAreGivenAndTakenBack() throws {
    let given = try descent("override", "ada", "1.1", "1.5", "--reason", "Explained it.", "--by", "A. Tutor")
    #expect(given.status == 0, "\(given.errorOutput)")
    #expect(try descent("override", "ada", "total", "3", "--reason", "Oral exam.").status == 0)
    let overrides = try standing.overrides
    #expect(overrides.map(\.exercise) == ["1.1", nil])
    #expect(overrides.map(\.points) == [1.5, 3])
    #expect(overrides.first?.who == "A. Tutor" && overrides.first?.reason == "Explained it.")

    #expect(try descent("override", "ada", "1.1", "--reason", "By mistake.").status == 0)
    #expect(try standing.overrides.map(\.exercise) == [nil])
    let again = try descent("override", "ada", "1.1", "--reason", "By mistake.")
    #expect(again.status == EX_USAGE)
    #expect(again.errorOutput == "There is no override of exercise 1.1 for ada.\n")
  }

  @Test(.enabled(if: DescentRun.isBuilt, "needs a whole build"))
  func wordsAreSaidAndTakenBack() throws {
    let said = try descent("comment", "ada", "1.1", "Look at the sign.")
    #expect(said.output == "Noted as comment 1. The exports follow with: descent grade export\n")
    #expect(try descent("comment", "ada", "all", "Come and see me.").output.hasPrefix("Noted as comment 2."))
    #expect(try standing.comments.map(\.text) == ["Look at the sign.", "Come and see me."])

    let unexplained = try descent("uncomment", "1", "--reason", " ")
    #expect(unexplained.status == EX_USAGE)
    #expect(unexplained.errorOutput == "Withdrawing a comment needs a reason.\n")
    #expect(try descent("uncomment", "1", "--reason", "Meant for another.").status == 0)
    #expect(try standing.comments.map(\.text) == ["Come and see me."])
    let again = try descent("uncomment", "1", "--reason", "Meant for another.")
    #expect(again.status == EX_USAGE)
    #expect(again.errorOutput == "There is no comment 1, or it is withdrawn already.\n")
  }

  @Test(.enabled(if: DescentRun.isBuilt, "needs a whole build"))
  func withoutAGradebookNothingIsMade() throws {
    let elsewhere = try WorkFolder()
    let outcome = try DescentRun(
      ["grade", "comment", "ada", "all", "Come and see me.", "--gradebook", elsewhere.url.path], scratch: folder)
    #expect(outcome.status == EX_IOERR)
    #expect(
      outcome.errorOutput
        == "There is no gradebook at \(elsewhere.gradebook.path); grade first, or name another file.\n")
    #expect(try filesBelow(elsewhere.url).isEmpty)
  }
}
