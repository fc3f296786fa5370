import AnswerWire
import Foundation
import GRDB

/// What a person adds. Nothing is deleted: what no longer holds is withdrawn, with who, when and why.
extension Gradebook {
  /// Gives points in place of computed ones, for one exercise or for the student's total. An override of the same is
  /// withdrawn.
  ///
  /// - Throws: `GradingError` where the gradebook doesn't know the student or the exercise, or the reason is missing.
  @discardableResult
  public func setOverride(
    student: String, exercise: String?, points: Double, reason: String, who: String, at now: Date
  ) throws(GradingError) -> Override {
    guard points.isFinite, points >= 0 else {
      throw .usage("An override needs points that are 0 or more; it has \(points).")
    }
    try Self.demand(reason, "An override needs a reason, which the student reads.")
    return try write { database in
      try Self.look(for: student, exercise, in: database)
      try Self.withdraw(
        "overrides", where: "student = ? AND exercise IS ?", [WholeText(student), exercise],
        as: (reason: "replaced", who: who, now), in: database)
      try database.execute(
        sql: "INSERT INTO overrides (student, exercise, points, reason, who, made) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          WholeText(student), exercise, points, WholeText(reason), WholeText(who), UTCTime.write(now),
        ])
      return Override(
        id: database.lastInsertedRowID, student: student, exercise: exercise, points: points, reason: reason, who: who,
        when: UTCTime.wholeSecond(now))
    }
  }

  /// Withdraws an override: the computed points count again.
  ///
  /// - Throws: `GradingError` where there is none.
  public func withdrawOverride(student: String, exercise: String?, reason: String, who: String, at now: Date)
    throws(GradingError)
  {
    try Self.demand(reason, "Withdrawing an override needs a reason.")
    try write { database in
      try Self.look(for: student, exercise, in: database)
      let count = try Self.withdraw(
        "overrides", where: "student = ? AND exercise IS ?", [WholeText(student), exercise],
        as: (reason, who, now), in: database)
      guard count > 0 else {
        let what = exercise.map { "exercise \($0)" } ?? "the total"
        throw GradingError.usage("There is no override of \(what) for \(student).")
      }
    }
  }

  /// Adds words for a student, about one exercise or about all.
  @discardableResult
  public func comment(student: String, exercise: String?, text: String, who: String, at now: Date)
    throws(GradingError) -> Comment
  {
    try Self.demand(text, "A comment needs words.")
    return try write { database in
      try Self.look(for: student, exercise, in: database)
      try database.execute(
        sql: "INSERT INTO comments (student, exercise, text, who, made) VALUES (?, ?, ?, ?, ?)",
        arguments: [WholeText(student), exercise, WholeText(text), WholeText(who), UTCTime.write(now)])
      return Comment(
        id: database.lastInsertedRowID, student: student, exercise: exercise, text: text, who: who,
        when: UTCTime.wholeSecond(now))
    }
  }

  /// Withdraws a comment: students no longer see it.
  ///
  /// - Throws: `GradingError` where there is none of this number, or the reason is empty.
  public func withdrawComment(_ id: Int64, reason: String, who: String, at now: Date) throws(GradingError) {
    try Self.demand(reason, "Withdrawing a comment needs a reason.")
    try write { database in
      let count = try Self.withdraw("comments", where: "comment = ?", [id], as: (reason, who, now), in: database)
      guard count > 0 else { throw GradingError.usage("There is no comment \(id), or it is withdrawn already.") }
    }
  }

  private static func demand(_ words: String, _ sentence: String) throws(GradingError) {
    guard words.contains(where: { !$0.isWhitespace }) else { throw .usage(sentence) }
  }

  private static func look(for student: String, _ exercise: String?, in database: Database) throws {
    let isKnown = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM students WHERE student = ?)", arguments: [WholeText(student)])
    guard isKnown == true else { throw GradingError.usage("The gradebook knows no student \(student).") }
    guard let exercise else { return }
    let isAsked = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM verdicts WHERE exercise = ?)", arguments: [exercise])
    guard isAsked == true else { throw GradingError.usage("The gradebook knows no exercise \(exercise).") }
  }

  @discardableResult
  private static func withdraw(
    _ table: String, where condition: String, _ arguments: StatementArguments,
    as act: (reason: String, who: String, now: Date), in database: Database
  ) throws -> Int {
    try database.execute(
      sql: """
        UPDATE \(table) SET withdrawn = ?, withdrawn_by = ?, withdrawn_reason = ?
        WHERE withdrawn IS NULL AND \(condition)
        """,
      arguments: [UTCTime.write(act.now), WholeText(act.who), WholeText(act.reason)] + arguments)
    return database.changesCount
  }
}
