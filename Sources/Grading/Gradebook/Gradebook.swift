import AnswerWire
import Foundation
import GRDB

/// The record of a course's grading: who handed in what, every run, every verdict, every override and comment.
///
/// One SQLite file that is kept over runs and that people query (docs/gradebook.md). What is recorded is on the disk when
/// a call returns (write-ahead log, synchronous=FULL), whole or not at all; nothing is ever deleted. No time is read from
/// a clock: each is given.
public final class Gradebook: Sendable {
  /// What a gradebook is opened for.
  public enum Purpose: Sendable {
    /// Recording verdicts. One program at a time.
    case grading
    /// Overrides and comments, also while another program grades; the file must be there.
    case marking
    /// Reports and exports; the file must be there.
    case reading
  }

  /// The file.
  public let file: URL

  /// Where the gradebook of a course's folder is.
  public static func file(in folder: URL) -> URL { folder.appending(path: "gradebook.sqlite") }

  private let queue: DatabaseQueue
  private let lock: GradingLock?

  /// Opens the gradebook; for grading, makes it where there is none.
  ///
  /// - Throws: `GradingError`, one sentence: another program grades into it (69), it is damaged, no gradebook, or of a newer
  ///   version (65), it can't be written (73) or read (74).
  public convenience init(file: URL, for purpose: Purpose = .grading) throws(GradingError) {
    try self.init(file: file, for: purpose, pageLimit: nil)
  }

  /// - Parameter pageLimit: the most pages of 4 KB that the file may take, which is how tests fill a disk.
  init(file: URL, for purpose: Purpose, pageLimit: Int?) throws(GradingError) {
    self.file = file
    if purpose != .grading, !FileManager.default.fileExists(atPath: file.path) {
      throw .unreadable("There is no gradebook at \(file.path); grade first, or name another file.")
    }
    lock = purpose == .grading ? try GradingLock(besides: file) : nil
    var configuration = Configuration()
    configuration.label = "gradebook"
    configuration.readonly = purpose == .reading
    configuration.busyMode = .timeout(10)
    do {
      queue = try DatabaseQueue(path: file.path, configuration: configuration)
      try Self.prepare(queue, path: file.path, for: purpose, pageLimit: pageLimit)
    } catch { throw .gradebook(error, at: file.path) }
  }

  /// Looks whether it is a gradebook, and whole, before anything of it is changed.
  private static func prepare(_ queue: DatabaseQueue, path: String, for purpose: Purpose, pageLimit: Int?) throws {
    let isNew = try queue.read { database in
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      if tables == 0 && application == 0 { return true }
      guard application == GradebookSchema.applicationID else {
        throw GradingError.badData("\(path) is a database, but no gradebook; name another file.")
      }
      let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
      guard verdict == "ok" else { throw GradingError.damagedGradebook(path) }
      if try GradebookSchema.migrator.hasBeenSuperseded(database) {
        throw GradingError.badData("The gradebook \(path) was written by a newer version of Descent; use that version.")
      }
      if purpose == .reading, try !GradebookSchema.migrator.hasCompletedMigrations(database) {
        throw GradingError.badData(
          "The gradebook \(path) was written by an older version of Descent; grade once to bring it up to date.")
      }
      return false
    }
    guard purpose != .reading else {
      if isNew { throw GradingError.unreadable("The gradebook \(path) is empty; grade first, or name another file.") }
      return
    }
    try queue.writeWithoutTransaction { database in
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
      if let pageLimit { _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    try GradebookSchema.migrator.migrate(queue)
  }

  /// Does `body` in one transaction, all of it or nothing.
  func write<Result>(_ body: (Database) throws -> Result) throws(GradingError) -> Result {
    do { return try queue.write(body) } catch { throw .gradebook(error, at: file.path) }
  }

  /// Reads one state of the gradebook.
  func read<Result>(_ body: (Database) throws -> Result) throws(GradingError) -> Result {
    do { return try queue.read(body) } catch { throw .gradebook(error, at: file.path) }
  }
}
