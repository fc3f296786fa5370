import AnswerChecks
import Datasets
import Foundation
import GRDB

extension Gradebook {
  /// The mistakes that were named and not withdrawn, in the order in which they were named.
  public func namedMistakes() throws(GradingError) -> [NamedMistake] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM named_mistakes JOIN file_texts USING (sha256) WHERE withdrawn IS NULL ORDER BY named"
      ).map { row in
        NamedMistake(
          lab: row.text("lab"),
          misconception: Misconception(
            row.text("exercise"), row.text("name"), row.text("sentence"), source: row.text("source"),
            section: row.text("section"), credit: row["credit"]),
          text: row.text("text"), cluster: row.text("cluster"), who: row.text("who"),
          when: row.moment("made") ?? .distantPast)
      }
    }
  }

  /// Keeps a named mistake: it is diagnosed from the next run on.
  ///
  /// - Throws: `GradingError` where the exercise has a mistake of this name already.
  public func name(_ mistake: NamedMistake) throws(GradingError) {
    let misconception = mistake.misconception
    try write { database in
      let isTaken = try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM named_mistakes WHERE exercise = ? AND name = ? AND withdrawn IS NULL)",
        arguments: [misconception.exercise, misconception.name])
      guard isTaken != true else {
        throw GradingError.usage(
          "Exercise \(misconception.exercise) has a mistake named \(misconception.name) already; choose another name.")
      }
      let digest = SHA256.digest(mistake.text.utf8)
      try database.execute(
        sql: "INSERT INTO file_texts (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [digest, WholeText(mistake.text)])
      try database.execute(
        sql: """
          INSERT INTO named_mistakes
            (lab, exercise, name, sentence, source, section, credit, sha256, cluster, who, made)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          mistake.lab, misconception.exercise, misconception.name, WholeText(misconception.sentence),
          WholeText(misconception.source), WholeText(misconception.section), misconception.credit, digest,
          mistake.cluster, WholeText(mistake.who), UTCTime.write(mistake.when),
        ])
    }
  }

  /// Withdraws a named mistake: from the next run on it is a wrong answer like any other. It stays in the gradebook.
  ///
  /// - Throws: `GradingError` where there is none of this name.
  public func withdrawName(_ name: String, of exercise: String, reason: String, who: String, at now: Date)
    throws(GradingError)
  {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw .usage("Withdrawing a name needs a reason.")
    }
    try write { database in
      try database.execute(
        sql: """
          UPDATE named_mistakes SET withdrawn = ?, withdrawn_by = ?, withdrawn_reason = ?
          WHERE withdrawn IS NULL AND exercise = ? AND name = ?
          """,
        arguments: [UTCTime.write(now), WholeText(who), WholeText(reason), exercise, name])
      guard database.changesCount > 0 else {
        throw GradingError.usage("Exercise \(exercise) has no named mistake \(name), or it is withdrawn already.")
      }
    }
  }
}
