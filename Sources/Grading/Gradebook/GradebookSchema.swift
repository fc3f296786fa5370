import GRDB

/// The tables of a gradebook. People query them, so names and columns are a promise (docs/gradebook.md).
///
/// A change of the schema is a new migration at the end; what was registered once is never edited.
enum GradebookSchema {
  /// Marks a SQLite file as a gradebook: "DGrB".
  static let applicationID = 0x4447_7242

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 students, submissions, runs, verdicts, marks") { database in
      try database.execute(sql: first)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    migrator.registerMigration("2 named mistakes") { database in try database.execute(sql: namedMistakes) }
    return migrator
  }

  private static let first = """
    CREATE TABLE students (
      student TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      section TEXT NOT NULL DEFAULT '',
      extension_days REAL NOT NULL DEFAULT 0,
      enrolled INTEGER NOT NULL DEFAULT 1
    );

    CREATE TABLE submissions (
      submission INTEGER PRIMARY KEY,
      student TEXT NOT NULL REFERENCES students(student),
      fingerprint TEXT NOT NULL,
      origin TEXT NOT NULL,
      submitted TEXT,
      ignored TEXT NOT NULL DEFAULT '[]'
    );
    CREATE INDEX submissions_by_student ON submissions(student);

    CREATE TABLE file_texts (
      sha256 TEXT PRIMARY KEY NOT NULL,
      text TEXT NOT NULL
    );
    CREATE TABLE submission_files (
      fingerprint TEXT NOT NULL,
      lab TEXT NOT NULL,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES file_texts(sha256),
      PRIMARY KEY (fingerprint, lab, name)
    ) WITHOUT ROWID;

    CREATE TABLE grading_runs (
      run INTEGER PRIMARY KEY AUTOINCREMENT,
      started TEXT NOT NULL,
      finished TEXT,
      reason TEXT NOT NULL,
      version TEXT NOT NULL,
      seed_fingerprint TEXT NOT NULL,
      checks_fingerprint TEXT NOT NULL,
      toolchain TEXT NOT NULL,
      sandbox TEXT NOT NULL,
      command TEXT NOT NULL
    );

    CREATE TABLE gradings (
      grading INTEGER PRIMARY KEY,
      student TEXT NOT NULL REFERENCES students(student),
      fingerprint TEXT NOT NULL,
      checks_fingerprint TEXT NOT NULL,
      run INTEGER NOT NULL REFERENCES grading_runs(run)
    );
    CREATE INDEX gradings_by_fingerprint ON gradings(fingerprint, checks_fingerprint);

    CREATE TABLE verdicts (
      grading INTEGER NOT NULL REFERENCES gradings(grading),
      position INTEGER NOT NULL,
      lab TEXT NOT NULL,
      exercise TEXT NOT NULL,
      title TEXT NOT NULL,
      status TEXT NOT NULL,
      points REAL,
      possible REAL NOT NULL,
      misconceptions TEXT NOT NULL DEFAULT '',
      verdict TEXT NOT NULL,
      PRIMARY KEY (grading, lab, exercise)
    ) WITHOUT ROWID;

    CREATE TABLE results (
      run INTEGER NOT NULL REFERENCES grading_runs(run),
      student TEXT NOT NULL REFERENCES students(student),
      submission INTEGER NOT NULL REFERENCES submissions(submission),
      grading INTEGER NOT NULL REFERENCES gradings(grading),
      recorded TEXT NOT NULL,
      PRIMARY KEY (run, student)
    ) WITHOUT ROWID;
    CREATE INDEX results_by_student ON results(student, run);

    CREATE TABLE overrides (
      override INTEGER PRIMARY KEY AUTOINCREMENT,
      student TEXT NOT NULL REFERENCES students(student),
      exercise TEXT,
      points REAL NOT NULL,
      reason TEXT NOT NULL,
      who TEXT NOT NULL,
      made TEXT NOT NULL,
      withdrawn TEXT,
      withdrawn_by TEXT,
      withdrawn_reason TEXT
    );
    CREATE UNIQUE INDEX one_override_at_a_time ON overrides(student, coalesce(exercise, '')) WHERE withdrawn IS NULL;

    CREATE TABLE comments (
      comment INTEGER PRIMARY KEY AUTOINCREMENT,
      student TEXT NOT NULL REFERENCES students(student),
      exercise TEXT,
      text TEXT NOT NULL,
      who TEXT NOT NULL,
      made TEXT NOT NULL,
      withdrawn TEXT,
      withdrawn_by TEXT,
      withdrawn_reason TEXT
    );
    CREATE INDEX comments_by_student ON comments(student);

    CREATE VIEW current_results AS
      SELECT results.* FROM results
      JOIN (SELECT student, max(run) AS run FROM results GROUP BY student) USING (student, run);

    CREATE VIEW current_verdicts AS
      SELECT students.student, name, section, submitted, lab, verdicts.exercise, title, status,
        coalesce(overrides.points, verdicts.points) AS points, verdicts.points AS judged_points, possible,
        overrides.reason AS override_reason, misconceptions, verdict
      FROM current_results
      JOIN students USING (student)
      JOIN submissions USING (submission, student)
      JOIN verdicts USING (grading)
      LEFT JOIN overrides ON overrides.student = students.student AND overrides.exercise = verdicts.exercise
        AND overrides.withdrawn IS NULL
      WHERE enrolled;

    CREATE VIEW verdict_history AS
      SELECT results.run, student, recorded, lab, exercise, status, points, possible, misconceptions,
        gradings.fingerprint AS submission_fingerprint, gradings.checks_fingerprint AS checks_fingerprint
      FROM results
      JOIN gradings USING (grading, student)
      JOIN verdicts USING (grading);
    """

  private static let namedMistakes = """
    CREATE TABLE named_mistakes (
      named INTEGER PRIMARY KEY AUTOINCREMENT,
      lab TEXT NOT NULL,
      exercise TEXT NOT NULL,
      name TEXT NOT NULL,
      sentence TEXT NOT NULL,
      source TEXT NOT NULL,
      section TEXT NOT NULL,
      credit REAL NOT NULL,
      sha256 TEXT NOT NULL REFERENCES file_texts(sha256),
      cluster TEXT NOT NULL,
      who TEXT NOT NULL,
      made TEXT NOT NULL,
      withdrawn TEXT,
      withdrawn_by TEXT,
      withdrawn_reason TEXT
    );
    CREATE UNIQUE INDEX one_mistake_a_name ON named_mistakes(exercise, name) WHERE withdrawn IS NULL;
    """
}
