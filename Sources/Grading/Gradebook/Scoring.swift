import AnswerChecks
import Foundation

/// Weighs verdicts as the course says: its points and credit in place of the labs' own, overrides, lateness.
public struct Scoring: Sendable {
  /// What the lecturer decided.
  public let course: Course

  /// The scoring of a course.
  public init(_ course: Course) { self.course = course }

  /// The points of everybody, in the order given.
  ///
  /// The exercises that count are those of all standings together, so a student who handed in nothing has them all too.
  public func scores(of standings: [Standing]) -> [ScoredSubmission] {
    let outline = outline(of: standings)
    return standings.map { score($0, outline) }
  }

  /// The exercises that count, with a verdict of somebody for their titles and points.
  private typealias Outline = [(lab: String, exercises: [Verdict])]

  private func outline(of standings: [Standing]) -> Outline {
    var outline: Outline = []
    for lab in standings.compactMap(\.graded).flatMap(\.labs) {
      let place = outline.firstIndex { $0.lab == lab.lab } ?? outline.endIndex
      if place == outline.endIndex { outline.append((lab.lab, [])) }
      let known = Set(outline[place].exercises.map(\.exercise))
      outline[place].exercises += lab.verdicts.filter { !known.contains($0.exercise) }
    }
    guard !course.labs.isEmpty else { return outline }
    return course.labs.compactMap { choice in
      outline.first { $0.lab == choice.lab }.map { found in
        (
          found.lab,
          choice.exercises.isEmpty
            ? found.exercises : choice.exercises.compactMap { id in found.exercises.first { $0.exercise == id } }
        )
      }
    }
  }

  private func score(_ standing: Standing, _ outline: Outline) -> ScoredSubmission {
    let labs = outline.map { lab in
      let verdicts = standing.graded?.labs.filter { $0.lab == lab.lab }.flatMap(\.verdicts) ?? []
      return ScoredLab(
        lab: lab.lab,
        exercises: lab.exercises.map { asked in
          score(asked, verdicts.first { $0.exercise == asked.exercise }, standing)
        })
    }
    var scored = ScoredSubmission(
      student: standing.student, state: .missing, submitted: standing.submission?.submitted.map(UTCTime.wholeSecond),
      labs: labs, ignored: standing.submission?.ignored ?? [], late: .none,
      override: standing.overrides.last { $0.exercise == nil },
      comments: standing.comments.filter { $0.exercise == nil })
    if standing.graded != nil {
      scored.state = scored.exercises.contains { $0.points == nil } ? .open : .graded
      scored.late = course.late.deduction(
        submitted: scored.submitted, due: course.due, extensionDays: standing.student.extensionDays)
      scored.late.points = Points.rounded(scored.late.points)
    }
    return scored
  }

  private func score(_ asked: Verdict, _ verdict: Verdict?, _ standing: Standing) -> ScoredExercise {
    let possible = Points.rounded(course.points[asked.exercise] ?? Double(asked.possible))
    return ScoredExercise(
      exercise: asked.exercise, title: asked.title, verdict: verdict, possible: possible,
      earned: verdict.flatMap { earned($0, of: possible) },
      override: standing.overrides.last { $0.exercise == asked.exercise },
      comments: standing.comments.filter { $0.exercise == asked.exercise })
  }

  /// Points of a verdict where `possible` are at stake. One misconception earns its credit, two earn none, as the judge
  /// has it.
  private func earned(_ verdict: Verdict, of possible: Double) -> Double? {
    guard verdict.status != .graderError, let points = verdict.points else { return nil }
    if verdict.status == .wrong, verdict.diagnoses.count == 1 {
      let mistake = verdict.diagnoses[0]
      return Points.rounded((course.credit["\(mistake.exercise)/\(mistake.name)"] ?? mistake.credit) * possible)
    }
    return verdict.possible == 0 ? 0 : Points.rounded(points / Double(verdict.possible) * possible)
  }
}
