import Foundation
import GRDB
import Testing

@testable import AnswerChecks
@testable import Grading

struct GradebookTests {
  private let folder: WorkFolder
  private let gradebook: Gradebook

  init() throws {
    folder = try WorkFolder()
    gradebook = try Gradebook(file: folder.gradebook)
  }

  private func record(_ graded: GradedSubmission, _ submission: Submission? = nil, run: RunID) throws {
    try gradebook.record(
      graded, submission: submission ?? MadeUp.submission(graded.student), run: run, at: MadeUp.monday)
  }

  private func begin(checks: String = "c1") throws -> RunID {
    try gradebook.begin(run: MadeUp.run(checks: checks), at: MadeUp.monday)
  }

  private func count(_ table: String) throws -> Int {
    try gradebook.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? -1 }
  }

  @Test func whatIsRecordedComesBackWhole() throws {
    var verdict = MadeUp.wrong()
    verdict.outputs = [.number(.nan), .number(-.infinity), .text("a\u{0}b")]
    verdict.printed = MadeUp.hostile
    let graded = MadeUp.graded("ada", MadeUp.verdict("1.1", .passed, points: 2), verdict)
    let submission = MadeUp.submission("ada", text: "let a = \"\u{0}é\"\r\n")
    try record(graded, submission, run: begin())

    let standing = try #require(try gradebook.standings(files: true).first)
    #expect(standing.submission == submission)
    let back = try #require(standing.graded)
    #expect(back.labs[0].verdicts[0] == graded.labs[0].verdicts[0])
    #expect(back.labs[0].verdicts[1].printed == MadeUp.hostile)
    #expect(back.labs[0].verdicts[1].failure == verdict.failure)
    #expect(back.labs[0].verdicts[1].outputs?.count == 3)
    #expect(try gradebook.standings().first?.submission?.files == [])
  }

  @Test func runsKeepWhatTheyWereMadeWith() throws {
    let first = try begin()
    let second = try begin(checks: "c2")
    try gradebook.finish(run: second, at: MadeUp.tuesday)
    let runs = try gradebook.runs()
    #expect(runs.map(\.id) == [first, second])
    #expect(runs.map(\.finished) == [nil, MadeUp.tuesday])
    #expect(runs[1].run == MadeUp.run(checks: "c2"))
    #expect(throws: GradingError.self) { try gradebook.finish(run: RunID(99), at: MadeUp.tuesday) }
  }

  @Test func finishedWantsTheSameFilesAndTheSameChecks() throws {
    let graded = MadeUp.graded("ada", MadeUp.verdict("1.1", .passed, points: 2))
    try record(graded, run: begin())
    #expect(try gradebook.finished(student: "ada", fingerprint: "f1", checks: "c1") == graded)
    #expect(try gradebook.finished(student: "ada", fingerprint: "f2", checks: "c1") == nil)
    #expect(try gradebook.finished(student: "ada", fingerprint: "f1", checks: "c2") == nil)
    #expect(try gradebook.finished(student: "bob", fingerprint: "f1", checks: "c1")?.student == "bob")
  }

  @Test func graderErrorIsNeverFinished() throws {
    let failed = MadeUp.graded(
      "ada", MadeUp.verdict("1.1", .passed, points: 2), MadeUp.verdict("1.2", .graderError, points: nil))
    try record(failed, run: begin())
    #expect(try gradebook.finished(student: "ada", fingerprint: "f1", checks: "c1") == nil)
    let repeated = MadeUp.graded(
      "ada", MadeUp.verdict("1.1", .passed, points: 2), MadeUp.verdict("1.2", .passed, points: 2))
    try record(repeated, run: begin())
    #expect(try gradebook.finished(student: "ada", fingerprint: "f1", checks: "c1") == repeated)
  }

  @Test func interruptedRunIsFinishedByTheNext() throws {
    let cut = try begin()
    let ada = MadeUp.graded("ada", MadeUp.wrong())
    try record(ada, run: cut)

    let next = try begin()
    let known = try #require(try gradebook.finished(student: "ada", fingerprint: "f1", checks: "c1"))
    #expect(known == ada)
    try record(known, run: next)
    #expect(try count("gradings") == 1, "verdicts that stand already are referred to")
    #expect(try count("verdicts") == 1)
    #expect(try count("results") == 2)
    #expect(try count("submissions") == 1)
  }

  @Test func newestResultStandsAlsoWhenAnOldSubmissionComesBack() throws {
    let first = MadeUp.graded("ada", MadeUp.verdict("1.1", .passed, points: 2), fingerprint: "f1")
    let second = MadeUp.graded("ada", MadeUp.verdict("1.1", .crashed), fingerprint: "f2")
    try record(first, run: begin())
    try record(second, run: begin())
    #expect(try gradebook.standings().first?.graded == second)
    try record(first, run: begin())
    #expect(try gradebook.standings().first?.graded == first)
    #expect(try gradebook.standings(after: RunID(2)).first?.graded == second)
    #expect(try count("gradings") == 2)
  }

  @Test func recordedTwiceInOneRunTheLastCounts() throws {
    let run = try begin()
    try record(MadeUp.graded("ada", MadeUp.verdict("1.1", .graderError, points: nil)), run: run)
    let retried = MadeUp.graded("ada", MadeUp.verdict("1.1", .passed, points: 2))
    try record(retried, run: run)
    #expect(try gradebook.standings().first?.graded == retried)
  }

  @Test func filesAreKeptOnceForTheClass() throws {
    let run = try begin()
    for student in ["ada", "bob", "eve"] {
      try record(MadeUp.graded(student, MadeUp.verdict("1.1", .notAttempted)), run: run)
    }
    #expect(try count("file_texts") == 1)
    #expect(try count("submissions") == 3)
  }

  @Test func recordingThatFailsLeavesNothing() throws {
    let run = try begin()
    let twice = MadeUp.graded("ada", MadeUp.verdict("1.1", .passed), MadeUp.verdict("1.1", .wrong))
    #expect(throws: GradingError.self) { try record(twice, run: run) }
    for table in ["students", "submissions", "submission_files", "file_texts", "gradings", "verdicts", "results"] {
      #expect(try count(table) == 0, "\(table) has a part of what failed")
    }
    #expect(throws: GradingError.self) { try record(MadeUp.graded("ada"), run: RunID(7)) }
    #expect(try count("students") == 0)
  }

  @Test func rosterIsKeptAndWhoLeftIsLeftOut() throws {
    try record(MadeUp.graded("eve", MadeUp.verdict("1.1", .passed, points: 2)), run: begin())
    let ada = Student(id: "ada", name: "Ada", section: "B", extensionDays: 1.5)
    try gradebook.enrol([ada])
    #expect(try gradebook.standings().map(\.student) == [ada, Student(id: "eve")])
    #expect(try gradebook.standings()[0].graded == nil, "nothing was handed in")
    try gradebook.enrol([ada], wholeClass: true)
    #expect(try gradebook.standings().map(\.student.id) == ["ada"])
    #expect(try count("verdicts") == 1, "who left is kept")
  }

  @Test func commitsReachTheDisk() throws {
    let settings = try ["journal_mode", "synchronous", "foreign_keys"].map { name in
      try gradebook.write { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }
    #expect(settings == ["wal", "2", "1"], "write-ahead log, FULL, on")
  }

  @Test func viewsSayWhatStands() throws {
    let run = try begin()
    try record(MadeUp.graded("ada", MadeUp.verdict("1.1", .passed, points: 2), MadeUp.wrong()), run: run)
    try gradebook.setOverride(
      student: "ada", exercise: "1.2", points: 1, reason: "oral", who: "Ohm", at: MadeUp.monday)
    try gradebook.withdrawOverride(student: "ada", exercise: "1.2", reason: "slip", who: "Ohm", at: MadeUp.monday)
    func points() throws -> [Double] {
      try gradebook.read { try Double.fetchAll($0, sql: "SELECT points FROM current_verdicts ORDER BY exercise") }
    }
    #expect(try points() == [2, 0], "a withdrawn override neither counts nor hides the verdict")
    try gradebook.setOverride(
      student: "ada", exercise: "1.2", points: 1.5, reason: "oral", who: "Ohm", at: MadeUp.monday)
    #expect(try points() == [2, 1.5])
    let names = try gradebook.read {
      try String.fetchAll($0, sql: "SELECT misconceptions FROM verdict_history WHERE status = 'wrong'")
    }
    #expect(names == ["no-bias-correction"])
  }

  @Test func questionsOfTheDocumentationAreAnswered() throws {
    let run = try begin()
    try record(MadeUp.graded("ada", MadeUp.wrong("1.11")), run: run)
    try gradebook.setOverride(
      student: "ada", exercise: nil, points: 1, reason: "oral", who: "Ohm", at: MadeUp.monday)
    let page = try String(contentsOf: WorkspaceTests.root.appending(path: "docs/gradebook.md"), encoding: .utf8)
    let questions = page.matches(of: /sqlite3[^"\n]*gradebook\.sqlite "\n([^"]*)"/).map {
      String($0.1).replacing("\\$", with: "$")
    }
    #expect(questions.count == 5)
    for question in questions {
      let rows = try gradebook.read { try Row.fetchAll($0, sql: question) }
      #expect(rows.count == 1, "\(question)")
    }
  }
}
