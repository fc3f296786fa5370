import Foundation
import Testing

@testable import AnswerChecks
@testable import Grading

/// `descent grade changes`, `export` and `merge`, as a lecturer types them.
@Suite(.enabled(if: DescentRun.isBuilt, "needs a whole build"))
struct ReadGradebookTests {
  private let folder: WorkFolder

  /// Ada's answer is wrong in a first run, and right in a second.
  init() throws {
    folder = try WorkFolder()
    let gradebook = try Gradebook(file: folder.gradebook)
    for (day, status, points) in [(MadeUp.monday, AnswerChecks.Status.wrong, 0.0), (MadeUp.tuesday, .passed, 2)] {
      let run = try gradebook.begin(run: MadeUp.run(), at: day)
      try gradebook.record(
        MadeUp.graded("ada", MadeUp.verdict("1.1", status, points: points), fingerprint: "\(day)"),
        submission: MadeUp.submission("ada"), run: run, at: day)
      try gradebook.finish(run: run, at: day)
    }
  }

  private func descent(_ words: String..., in place: WorkFolder? = nil) throws -> DescentRun {
    try DescentRun(["grade"] + words + ["--gradebook", (place ?? folder).url.path], scratch: folder)
  }

  @Test func changesListsTheRunsAndWhatTheLastOneChanged() throws {
    let result = try descent("changes")
    #expect(result.status == 0, "\(result.errorOutput)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[0] == "run 1  2026-10-05T12:00:00Z to 2026-10-05T12:00:00Z  first grading")
    #expect(lines[1] == "run 2  2026-10-06T12:00:00Z to 2026-10-06T12:00:00Z  first grading")
    #expect(lines[2...] == ["Changed since run 1:", "  ada, 1.1: wrong (0) -> passed (2)"])
  }

  @Test func changesSinceTheLastRunAreNone() throws {
    let result = try descent("changes", "--since", "2")
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("\nNothing changed since run 2.\n"))
  }

  @Test func aRunThatIsNotThereIsStatus64() throws {
    let result = try descent("changes", "--since", "9")
    #expect(result.status == EX_USAGE)
    #expect(result.errorOutput == "There is no run 9 in this gradebook.\n")
  }

  @Test func exportWritesTheMarksThatTheGradebookHolds() throws {
    let result = try descent("export")
    #expect(result.status == 0, "\(result.errorOutput)")
    let exports = folder.url.appending(path: "exports")
    #expect(result.output.hasSuffix("Exports: \(exports.path)\n"))
    let grades = try String(contentsOf: exports.appending(path: "grades.csv"), encoding: .utf8)
    #expect(grades.contains("ada"))
    let before = try filesBelow(exports)
    #expect(try descent("export").status == 0)
    #expect(try filesBelow(exports).keys == before.keys)
  }

  @Test func mergeTakesAnotherPartOver() throws {
    let whole = try WorkFolder()
    let result = try descent("merge", folder.url.path, in: whole)
    #expect(result.status == 0, "\(result.errorOutput)")
    #expect(result.output == "\(folder.url.path): 1 submissions\nThe exports follow with: descent grade export\n")
    let standing = try #require(try Gradebook(file: whole.gradebook, for: .reading).standings().first)
    #expect(standing.student.id == "ada" && standing.graded?.labs.first?.verdicts.first?.points == 2)
  }

  @Test func aPartThatIsNotThereIsStatus74() throws {
    let (whole, empty) = (try WorkFolder(), try WorkFolder())
    let result = try descent("merge", empty.url.path, in: whole)
    #expect(result.status == EX_IOERR)
    #expect(
      result.errorOutput == "There is no gradebook at \(empty.gradebook.path); grade first, or name another file.\n")
  }
}
