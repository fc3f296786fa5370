import AnswerChecks

/// What a new grading changed for one student in one exercise.
public struct GradeChange: Sendable, Equatable {
  /// A status with the points that it earns.
  public struct Side: Sendable, Equatable {
    /// As `wrong`, or `missing`.
    public var status: String
    /// Points that the verdict earns, whatever a person gave; nothing where they are open.
    public var points: Double?
  }

  /// Who.
  public var student: Student
  /// The lab's command.
  public var lab: String
  /// The exercise, as `1.11`.
  public var exercise: String
  /// Before; nothing where it didn't count then.
  public var old: Side?
  /// Now; nothing where it no longer counts.
  public var new: Side?
  /// Points that a person gave: they counted before, and count still.
  public var override: Override?

  /// One line: `ada, 1.11: wrong (0) -> passed (3); the override, 2, is kept`.
  public var summary: String {
    func words(_ side: Side?) -> String {
      guard let side else { return "not counted" }
      return "\(side.status) (\(side.points.map(Points.write) ?? "open"))"
    }
    let kept = override.map { "; the override, \(Points.write($0.points)), is kept" } ?? ""
    return "\(PrintableText.line(student.id)), \(exercise): \(words(old)) -> \(words(new))\(kept)"
  }

  /// What differs between two states of a class, by student and then in the order of the course.
  public static func between(_ old: [ScoredSubmission], _ new: [ScoredSubmission]) -> [GradeChange] {
    let before = Dictionary(old.map { ($0.student.id, $0) }) { first, _ in first }
    return new.flatMap { changes(from: before[$0.student.id], to: $0) }
  }

  private static func changes(from old: ScoredSubmission?, to new: ScoredSubmission) -> [GradeChange] {
    let labs = new.labs.map(\.lab) + (old?.labs.map(\.lab) ?? []).filter { lab in !new.labs.contains { $0.lab == lab } }
    return labs.flatMap { lab in
      let before = old?.labs.first { $0.lab == lab }?.exercises ?? []
      let after = new.labs.first { $0.lab == lab }?.exercises ?? []
      let ids = after.map(\.exercise) + before.map(\.exercise).filter { id in !after.contains { $0.exercise == id } }
      return ids.compactMap { id -> GradeChange? in
        let was = before.first { $0.exercise == id }
        let now = after.first { $0.exercise == id }
        let sides = (was.map(side), now.map(side))
        guard sides.0 != sides.1 else { return nil }
        return GradeChange(
          student: new.student, lab: lab, exercise: id, old: sides.0, new: sides.1, override: now?.override)
      }
    }
  }

  private static func side(_ exercise: ScoredExercise) -> Side {
    Side(status: exercise.status, points: exercise.earned)
  }
}

extension Gradebook {
  /// What has changed since a run, in the points of `course`: what a new grading changed. Overrides are kept, and said.
  public func changes(since run: RunID, course: Course = Course()) throws(GradingError) -> [GradeChange] {
    let scoring = Scoring(course)
    return GradeChange.between(scoring.scores(of: try standings(after: run)), scoring.scores(of: try standings()))
  }
}
