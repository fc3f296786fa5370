import AnswerChecks
import AnswerWire
import Datasets
import Foundation
import GRDB

extension Gradebook {
  /// Notes who takes the course, with names, sections and extensions as they are now.
  ///
  /// - Parameter wholeClass: whether everybody else has left: kept in the gradebook, and left out of standings.
  public func enrol(_ students: [Student], wholeClass: Bool = false) throws(GradingError) {
    try write { database in
      if wholeClass { try database.execute(sql: "UPDATE students SET enrolled = 0") }
      for student in students {
        try database.execute(
          sql: """
            INSERT INTO students (student, name, section, extension_days, enrolled) VALUES (?, ?, ?, ?, 1)
            ON CONFLICT (student) DO UPDATE SET name = excluded.name, section = excluded.section,
              extension_days = excluded.extension_days, enrolled = 1
            """,
          arguments: [
            WholeText(student.id), WholeText(student.name), WholeText(student.section), student.extensionDays,
          ])
      }
    }
  }

  /// Begins a run.
  public func begin(run: GradingRun, at now: Date) throws(GradingError) -> RunID {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO grading_runs
            (started, reason, version, seed_fingerprint, checks_fingerprint, toolchain, sandbox, command)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          UTCTime.write(now), WholeText(run.reason), run.version, run.seedFingerprint, run.checksFingerprint,
          WholeText(run.toolchain), WholeText(run.sandbox), WholeText(run.command),
        ])
      return RunID(database.lastInsertedRowID)
    }
  }

  /// Ends a run. A run without an end was cut short.
  public func finish(run: RunID, at now: Date) throws(GradingError) {
    try write { database in
      try database.execute(
        sql: "UPDATE grading_runs SET finished = ? WHERE run = ?", arguments: [UTCTime.write(now), run.number])
      guard database.changesCount == 1 else { throw Self.unknown(run) }
    }
  }

  /// All runs, the first one first.
  public func runs() throws(GradingError) -> [RecordedRun] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM grading_runs ORDER BY run").map { row in
        let run = GradingRun(
          reason: row.text("reason"), version: row.text("version"), seedFingerprint: row.text("seed_fingerprint"),
          checksFingerprint: row.text("checks_fingerprint"), toolchain: row.text("toolchain"),
          sandbox: row.text("sandbox"), command: row.text("command"))
        return RecordedRun(
          id: RunID(row["run"]), run: run, started: row.moment("started") ?? .distantPast,
          finished: row.moment("finished"))
      }
    }
  }

  /// Records what a run found for one student: the submission, its files, and all verdicts, or nothing of it.
  ///
  /// It is recorded in every run, also where `finished` gave the verdicts: then the earlier verdicts are referred to, not
  /// copied. Recorded twice in one run, the last one counts.
  public func record(_ graded: GradedSubmission, submission: Submission, run: RunID, at now: Date)
    throws(GradingError)
  {
    precondition(graded.student == submission.student, "Verdicts of one student can't be recorded for another.")
    try write { database in
      let checks = try String.fetchOne(
        database, sql: "SELECT checks_fingerprint FROM grading_runs WHERE run = ?", arguments: [run.number])
      guard let checks else { throw Self.unknown(run) }
      let student = WholeText(graded.student)
      try database.execute(
        sql: "INSERT INTO students (student, name) VALUES (?1, ?1) ON CONFLICT DO NOTHING", arguments: [student])
      let place = try Self.place(of: submission, fingerprint: graded.fingerprint, in: database)
      let grading = try Self.place(of: graded, checks: checks, run: run, in: database)
      try database.execute(
        sql: "INSERT OR REPLACE INTO results (run, student, submission, grading, recorded) VALUES (?, ?, ?, ?, ?)",
        arguments: [run.number, student, place, grading, UTCTime.write(now)])
    }
  }

  /// The verdicts on these files by these checks, where they needn't be found again.
  ///
  /// Equal files get equal verdicts, whoever handed them in. A grading with a `grader error` is never finished.
  public func finished(student: String, fingerprint: String, checks: String) throws(GradingError) -> GradedSubmission? {
    try read { database in
      let grading = try Int64.fetchOne(
        database,
        sql: """
          SELECT max(grading) FROM gradings WHERE fingerprint = ? AND checks_fingerprint = ?
            AND NOT EXISTS (SELECT 1 FROM verdicts WHERE verdicts.grading = gradings.grading AND status = ?)
          """,
        arguments: [fingerprint, checks, Status.graderError.rawValue])
      guard let grading else { return nil }
      return GradedSubmission(
        student: student, fingerprint: fingerprint, labs: try Self.labs(of: grading, in: database))
    }
  }

  private static func unknown(_ run: RunID) -> GradingError {
    .internalError("The gradebook has no run \(run.number).")
  }

  /// The row of this submission: the one that is there, or a new one with its files.
  private static func place(of submission: Submission, fingerprint: String, in database: Database) throws -> Int64 {
    let arguments: StatementArguments = [
      WholeText(submission.student), fingerprint, WholeText(submission.origin),
      submission.submitted.map(UTCTime.write), String(decoding: try Wire.encode(submission.ignored), as: UTF8.self),
    ]
    let known = try Int64.fetchOne(
      database,
      sql: """
        SELECT max(submission) FROM submissions
        WHERE student = ? AND fingerprint = ? AND origin = ? AND submitted IS ? AND ignored = ?
        """,
      arguments: arguments)
    if let known { return known }
    try database.execute(
      sql: "INSERT INTO submissions (student, fingerprint, origin, submitted, ignored) VALUES (?, ?, ?, ?, ?)",
      arguments: arguments)
    let place = database.lastInsertedRowID
    for file in submission.files {
      let digest = SHA256.digest(file.text.utf8)
      try database.execute(
        sql: "INSERT INTO file_texts (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [digest, WholeText(file.text)])
      try database.execute(
        sql: "INSERT INTO submission_files (fingerprint, lab, name, sha256) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        arguments: [fingerprint, WholeText(file.lab), WholeText(file.name), digest])
    }
    return place
  }

  /// The row of this grading: the last one, where it says the same, or a new one with its verdicts.
  private static func place(of graded: GradedSubmission, checks: String, run: RunID, in database: Database) throws
    -> Int64
  {
    let known = try Int64.fetchOne(
      database,
      sql: "SELECT max(grading) FROM gradings WHERE student = ? AND fingerprint = ? AND checks_fingerprint = ?",
      arguments: [WholeText(graded.student), graded.fingerprint, checks])
    // By their text: a value that is no number equals nothing, itself included.
    if let known, try Wire.encode(labs(of: known, in: database)) == Wire.encode(graded.labs) { return known }
    try database.execute(
      sql: "INSERT INTO gradings (student, fingerprint, checks_fingerprint, run) VALUES (?, ?, ?, ?)",
      arguments: [WholeText(graded.student), graded.fingerprint, checks, run.number])
    let grading = database.lastInsertedRowID
    let verdicts = graded.labs.flatMap { lab in lab.verdicts.map { (lab.lab, $0) } }
    for (position, (lab, verdict)) in verdicts.enumerated() {
      try database.execute(
        sql: """
          INSERT INTO verdicts
            (grading, position, lab, exercise, title, status, points, possible, misconceptions, verdict)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          grading, position, lab, verdict.exercise, verdict.title, verdict.status.rawValue, verdict.points,
          verdict.possible, verdict.diagnoses.map(\.name).joined(separator: " "),
          String(decoding: try Wire.encode(verdict), as: UTF8.self),
        ])
    }
    return grading
  }

  /// The verdicts of one grading, in the order in which they were recorded.
  static func labs(of grading: Int64, in database: Database) throws -> [GradedLab] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT lab, exercise, verdict FROM verdicts WHERE grading = ? ORDER BY position",
      arguments: [grading])
    return try rows.reduce(into: []) { labs, row in
      let verdict: Verdict
      do { verdict = try Wire.decode(Verdict.self, from: Data(row.text("verdict").utf8)) } catch {
        throw GradingError.badData(
          "Grading \(grading) of the gradebook has a verdict on \(row.text("exercise")) that can't be read; grade anew."
        )
      }
      if labs.last?.lab != row.text("lab") { labs.append(GradedLab(lab: row.text("lab"), verdicts: [])) }
      labs[labs.count - 1].verdicts.append(verdict)
    }
  }
}
