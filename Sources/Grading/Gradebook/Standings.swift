import AnswerChecks
import AnswerWire
import Foundation
import GRDB

extension Gradebook {
  /// How everybody stands, in the order of the students' ids.
  ///
  /// - Parameters:
  ///   - run: as it was after this run; as it is now by default. Overrides and comments are those of now.
  ///   - files: whether to read the submissions' files too, as for a comparison of them.
  public func standings(after run: RunID? = nil, files: Bool = false) throws(GradingError) -> [Standing] {
    try read { database in
      let overrides = Dictionary(grouping: try Self.overrides(in: database), by: \.student)
      let comments = Dictionary(grouping: try Self.comments(in: database), by: \.student)
      let results = try Row.fetchAll(
        database,
        sql: """
          SELECT student, fingerprint, origin, submitted, ignored, grading FROM results
          JOIN (SELECT student, max(run) AS run FROM results WHERE run <= ? GROUP BY student) USING (student, run)
          JOIN submissions USING (submission, student)
          """,
        arguments: [run?.number ?? .max])
      let byStudent = Dictionary(results.map { ($0.text("student"), $0) }) { first, _ in first }
      return try Row.fetchAll(database, sql: "SELECT * FROM students WHERE enrolled ORDER BY student").map { row in
        let student = Student(
          id: row.text("student"), name: row.text("name"), section: row.text("section"),
          extensionDays: row["extension_days"])
        var standing = Standing(
          student: student, overrides: overrides[student.id] ?? [], comments: comments[student.id] ?? [])
        guard let result = byStudent[student.id] else { return standing }
        let fingerprint = result.text("fingerprint")
        standing.submission = Submission(
          student: student.id, origin: result.text("origin"), submitted: result.moment("submitted"),
          files: files ? try Self.files(of: fingerprint, in: database) : [],
          ignored: try Wire.decode([IgnoredEntry].self, from: Data(result.text("ignored").utf8)))
        standing.graded = GradedSubmission(
          student: student.id, fingerprint: fingerprint, labs: try Self.labs(of: result["grading"], in: database))
        return standing
      }
    }
  }

  private static func files(of fingerprint: String, in database: Database) throws -> [ExerciseFile] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT lab, name, text FROM submission_files JOIN file_texts USING (sha256)
        WHERE fingerprint = ? ORDER BY lab, name
        """,
      arguments: [fingerprint]
    ).map { ExerciseFile(lab: $0.text("lab"), name: $0.text("name"), text: $0.text("text")) }
  }

  private static func overrides(in database: Database) throws -> [Override] {
    try Row.fetchAll(database, sql: "SELECT * FROM overrides WHERE withdrawn IS NULL ORDER BY override").map { row in
      Override(
        id: row["override"], student: row.text("student"), exercise: row.optionalText("exercise"),
        points: row["points"], reason: row.text("reason"), who: row.text("who"),
        when: row.moment("made") ?? .distantPast)
    }
  }

  private static func comments(in database: Database) throws -> [Comment] {
    try Row.fetchAll(database, sql: "SELECT * FROM comments WHERE withdrawn IS NULL ORDER BY comment").map { row in
      Comment(
        id: row["comment"], student: row.text("student"), exercise: row.optionalText("exercise"),
        text: row.text("text"), who: row.text("who"), when: row.moment("made") ?? .distantPast)
    }
  }
}
