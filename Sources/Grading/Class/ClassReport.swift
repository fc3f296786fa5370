import AnswerChecks

/// What a class knows and what it doesn't: what to explain again in the next lecture.
public struct ClassReport: Sendable, Equatable {
  /// One exercise over the class.
  public struct ExerciseRow: Sendable, Equatable {
    /// The lab's command.
    public var lab: String
    /// The exercise, as `1.11`.
    public var exercise: String
    /// Its name in a few words.
    public var title: String
    /// How many students have each status.
    public var counts: [Status: Int]

    /// How many students handed something in for the lab's course.
    public var students: Int { counts.values.reduce(0, +) }

    /// The share of students with a status, from 0 to 1.
    public func share(_ status: Status) -> Double { Double(counts[status] ?? 0) / Double(max(students, 1)) }
  }

  /// One misconception over the class.
  public struct MisconceptionRow: Sendable, Equatable {
    /// The exercise, as `1.11`.
    public var exercise: String
    /// The misconception's name.
    public var name: String
    /// What students are told.
    public var sentence: String
    /// Where the handout explains it.
    public var section: String
    /// Who has it, by id; in order.
    public var students: [String]
    /// How many students tried the exercise.
    public var attempts: Int
  }

  /// The exercises in the order of the course.
  public let exercises: [ExerciseRow]
  /// The misconceptions, the most common first.
  public let misconceptions: [MisconceptionRow]
  /// How many students handed something in.
  public let students: Int

  /// Counts over all submissions; students who handed nothing in don't count.
  public init(_ class: [GradedSubmission]) {
    var rows: [ExerciseRow] = []
    var places: [String: Int] = [:]
    var found: [String: MisconceptionRow] = [:]
    for submission in `class`.sorted(by: { $0.student < $1.student }) {
      for lab in submission.labs {
        for verdict in lab.verdicts {
          let place = places[verdict.exercise] ?? rows.count
          if place == rows.count {
            places[verdict.exercise] = place
            rows.append(ExerciseRow(lab: lab.lab, exercise: verdict.exercise, title: verdict.title, counts: [:]))
          }
          rows[place].counts[verdict.status, default: 0] += 1
          for diagnosis in verdict.diagnoses {
            let key = "\(diagnosis.exercise)/\(diagnosis.name)"
            found[key, default: MisconceptionRow(diagnosis)].students.append(submission.student)
          }
        }
      }
    }
    exercises = rows
    students = `class`.count
    misconceptions = found.values.map { row in
      var row = row
      let exercise = rows.first { $0.exercise == row.exercise }
      row.attempts = exercise.map { $0.students - ($0.counts[.notAttempted] ?? 0) } ?? 0
      return row
    }.sorted { ($1.students.count, $0.exercise, $0.name) < ($0.students.count, $1.exercise, $1.name) }
  }
}

extension ClassReport.MisconceptionRow {
  fileprivate init(_ misconception: Misconception) {
    self.init(
      exercise: misconception.exercise, name: misconception.name, sentence: misconception.sentence,
      section: misconception.section, students: [], attempts: 0)
  }
}
