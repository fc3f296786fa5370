import Foundation
import GRDB
import Testing

@testable import Grading

/// A gradebook that can't be used says why, in one sentence with the right status, and stays as it was.
struct GradebookFailureTests {
  private let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  private func failure(_ body: () throws -> Void) -> GradingError? {
    do { try body() } catch { return error as? GradingError }
    return nil
  }

  private func fill(_ gradebook: Gradebook, students: Int) throws {
    let run = try gradebook.begin(run: MadeUp.run(), at: MadeUp.monday)
    for number in 0..<students {
      let student = "student\(number)"
      let text = String(repeating: "let number\(number) = 1\n", count: 400)
      try gradebook.record(
        MadeUp.graded(student, MadeUp.wrong(), fingerprint: "f\(number)"),
        submission: MadeUp.submission(student, text: text), run: run, at: MadeUp.monday)
    }
  }

  @Test func fullDiskIsSaidAndLosesNothing() throws {
    let file = folder.gradebook
    let error = failure {
      try fill(try Gradebook(file: file, for: .grading, pageLimit: 60), students: 100)
    }
    #expect(error?.exitStatus == EX_CANTCREAT)
    #expect(error?.description.contains("no room") == true)

    let gradebook = try Gradebook(file: file)
    let standings = try gradebook.standings(files: true)
    #expect(standings.count > 3, "what was recorded before is there")
    #expect(standings.allSatisfy { $0.graded?.labs[0].verdicts == [MadeUp.wrong()] })
    #expect(standings.allSatisfy { $0.submission?.files.count == 1 })
    try fill(gradebook, students: 100)
    #expect(try gradebook.standings().count == 100, "with room, it goes on")
  }

  @Test func onlyOneProgramGradesAtATime() throws {
    let first = try Gradebook(file: folder.gradebook)
    let error = failure { _ = try Gradebook(file: folder.gradebook) }
    #expect(error?.exitStatus == EX_UNAVAILABLE)
    #expect(error?.description.hasPrefix("Another program grades into") == true)
    // Marks and reports are welcome meanwhile.
    let run = try first.begin(run: MadeUp.run(), at: MadeUp.monday)
    let marking = try Gradebook(file: folder.gradebook, for: .marking)
    try marking.enrol([Student(id: "ada")])
    #expect(try Gradebook(file: folder.gradebook, for: .reading).runs().map(\.id) == [run])
    try first.finish(run: run, at: MadeUp.tuesday)
  }

  @Test func lockEndsWithTheGradebook() throws {
    do { _ = try Gradebook(file: folder.gradebook) }
    _ = try Gradebook(file: folder.gradebook)
  }

  @Test func readingChangesNothing() throws {
    let missing = failure { _ = try Gradebook(file: folder.gradebook, for: .reading) }
    #expect(missing?.exitStatus == EX_IOERR)
    #expect(!FileManager.default.fileExists(atPath: folder.gradebook.path))
    _ = try Gradebook(file: folder.gradebook)
    let reading = try Gradebook(file: folder.gradebook, for: .reading)
    let refused = failure { _ = try reading.begin(run: MadeUp.run(), at: MadeUp.monday) }
    #expect(refused?.exitStatus == EX_CANTCREAT)
  }

  @Test func damageIsSaid() throws {
    try Data(repeating: 7, count: 8192).write(to: folder.gradebook)
    let noDatabase = failure { _ = try Gradebook(file: folder.gradebook) }
    #expect(noDatabase?.exitStatus == EX_DATAERR)
    #expect(noDatabase?.description.contains("damaged or is no gradebook") == true)
    #expect(try Data(contentsOf: folder.gradebook) == Data(repeating: 7, count: 8192), "it isn't touched")
  }

  @Test func damagedPagesAreFoundOnOpening() throws {
    do { try fill(try Gradebook(file: folder.gradebook), students: 20) }
    var bytes = try Data(contentsOf: folder.gradebook)
    try #require(bytes.count > 20 * 4096)
    for page in 4..<12 { bytes.replaceSubrange(page * 4096..<page * 4096 + 64, with: Data(repeating: 0xFF, count: 64)) }
    try bytes.write(to: folder.gradebook)
    for purpose in [Gradebook.Purpose.grading, .marking, .reading] {
      let error = failure { _ = try Gradebook(file: folder.gradebook, for: purpose) }
      #expect(error?.exitStatus == EX_DATAERR)
    }
  }

  @Test func anotherDatabaseIsLeftAlone() throws {
    do {
      try DatabaseQueue(path: folder.gradebook.path).write { try $0.execute(sql: "CREATE TABLE recipes (name TEXT)") }
    }
    let before = try Data(contentsOf: folder.gradebook)
    let error = failure { _ = try Gradebook(file: folder.gradebook) }
    #expect(error?.description.contains("but no gradebook") == true)
    #expect(error?.exitStatus == EX_DATAERR)
    #expect(try Data(contentsOf: folder.gradebook) == before)
  }

  @Test func newerVersionIsSaid() throws {
    do { _ = try Gradebook(file: folder.gradebook) }
    do {
      try DatabaseQueue(path: folder.gradebook.path).write {
        try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 from the future')")
      }
    }
    let error = failure { _ = try Gradebook(file: folder.gradebook) }
    #expect(error?.exitStatus == EX_DATAERR)
    #expect(error?.description.contains("newer version of Descent") == true)
  }

  @Test func olderVersionIsBroughtUpToDateByGradingOnly() throws {
    do { _ = try Gradebook(file: folder.gradebook) }
    do {
      try DatabaseQueue(path: folder.gradebook.path).write { database in
        try database.execute(sql: "DELETE FROM grdb_migrations")
      }
    }
    let error = failure { _ = try Gradebook(file: folder.gradebook, for: .reading) }
    #expect(error?.exitStatus == EX_DATAERR)
    #expect(error?.description.contains("older version of Descent") == true)
  }

  @Test func folderThatIsNotThereIsSaid() {
    let file = folder.url.appending(path: "missing/gradebook.sqlite")
    #expect(failure { _ = try Gradebook(file: file) }?.exitStatus == EX_CANTCREAT)
  }

  @Test(arguments: [Gradebook.Purpose.marking, .reading])
  func onlyGradingMakesAGradebook(purpose: Gradebook.Purpose) {
    let error = failure { _ = try Gradebook(file: folder.gradebook, for: purpose) }
    #expect(error?.exitStatus == EX_IOERR)
    #expect(!FileManager.default.fileExists(atPath: folder.gradebook.path))
  }

  @Test func emptyFileBecomesAGradebook() throws {
    try Data().write(to: folder.gradebook)
    #expect(try Gradebook(file: folder.gradebook).runs().isEmpty)
  }
}
