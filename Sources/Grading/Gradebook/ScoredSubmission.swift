import AnswerChecks
import Foundation

/// A student's verdicts with the points that they earn in this course. All exports are made from it.
public struct ScoredSubmission: Sendable, Equatable {
  /// Whether there are points.
  public enum State: String, Sendable, Codable {
    /// All points are settled.
    case graded
    /// A failure of the grader leaves points open.
    case open
    /// Nothing was handed in, which isn't zero points.
    case missing
  }

  /// Who.
  public var student: Student
  /// Whether there are points.
  public var state: State
  /// When it was handed in.
  public var submitted: Date?
  /// The labs that count, in the order of the course.
  public var labs: [ScoredLab]
  /// What was handed in and not looked at.
  public var ignored: [IgnoredEntry]
  /// What lateness takes off the sum.
  public var late: LateDeduction
  /// Points that a person gave in place of the total.
  public var override: Override?
  /// A person's words about all of it.
  public var comments: [Comment]

  /// All exercises of all labs.
  public var exercises: [ScoredExercise] { labs.flatMap(\.exercises) }

  /// Points that right answers to all earn.
  public var possible: Double { Points.rounded(exercises.reduce(0) { $0 + $1.possible }) }

  /// The points of all exercises; nothing where some are open. Without a submission, only overrides count.
  public var sum: Double? {
    let points = exercises.compactMap(\.points)
    switch state {
    case .graded: return Points.rounded(points.reduce(0, +))
    case .open: return nil
    case .missing: return points.isEmpty ? nil : Points.rounded(points.reduce(0, +))
    }
  }

  /// What counts: an override, else the sum less the deduction, never below 0; nothing where points are open.
  public var total: Double? {
    override.map { Points.rounded($0.points) } ?? sum.map { max(0, Points.rounded($0 - late.points)) }
  }
}

/// One lab of a student.
public struct ScoredLab: Sendable, Equatable {
  /// The lab's command, as `batch-size`.
  public var lab: String
  /// Its exercises that count, in order.
  public var exercises: [ScoredExercise]
}

/// One exercise of a student.
public struct ScoredExercise: Sendable, Equatable {
  /// The exercise's name, as `1.11`.
  public var exercise: String
  /// Its title.
  public var title: String
  /// What became of it; nothing where nothing was handed in.
  public var verdict: Verdict?
  /// Points that a right answer earns in this course.
  public var possible: Double
  /// Points that the verdict earns in this course; nothing where a failure of the grader leaves them open.
  public var earned: Double?
  /// Points that a person gave in place of these.
  public var override: Override?
  /// A person's words about it.
  public var comments: [Comment]

  /// What counts: an override, else what the verdict earns.
  public var points: Double? { override.map { Points.rounded($0.points) } ?? earned }

  /// The status in a word or two; `missing` where nothing was handed in.
  public var status: String { verdict?.status.rawValue ?? "missing" }
}
