import Foundation

/// What a lecturer decided: which labs count, for how many points, until when, and what students are told.
///
/// It comes from `course.toml` and from flags; without either, everything counts as the labs say and nothing is late.
public struct Course: Sendable, Equatable, Codable {
  /// The course's name, for feedback and reports.
  public var title = "Course"
  /// When submissions are due; nothing is late without one.
  public var due: Date?
  /// What lateness costs.
  public var late = LatePolicy()
  /// The labs that count, in order; all of them in the order of their first exercise where the list is empty.
  public var labs: [LabChoice] = []
  /// When students see diagnoses.
  public var diagnoses = DiagnosisPolicy.always
  /// Points by exercise, as `1.11`, in place of the lab's own.
  public var points: [String: Double] = [:]
  /// The share of an exercise's points that a misconception earns, by `1.11/no-bias-correction`, in place of its own.
  public var credit: [String: Double] = [:]
  /// Where handouts stand on the web, for links in feedback; a link is `<handouts><lab>#<section>`.
  public var handouts: String?

  /// A course with everything at its default.
  public init() {}
}

/// A lab that counts.
public struct LabChoice: Sendable, Equatable, Codable {
  /// The lab's command, as `batch-size`.
  public var lab: String
  /// The exercises that count; all where the list is empty.
  public var exercises: [String]

  /// A lab with these exercises.
  public init(lab: String, exercises: [String] = []) {
    self.lab = lab
    self.exercises = exercises
  }
}

/// When students see what is wrong and why; the status and the points they always see.
public enum DiagnosisPolicy: String, Sendable, Codable, CaseIterable {
  /// In all feedback.
  case always
  /// In feedback that is made after the due date, the student's own extension included.
  case afterDue = "after-due"
  /// Never.
  case never
}

/// What lateness costs: points a day begun, after a grace period, up to a cap.
public struct LatePolicy: Sendable, Equatable, Codable {
  /// Points that each day begun takes off the total; 0 by default.
  public var pointsPerDay = 0.0
  /// The most points that lateness takes off; no limit by default.
  public var cap: Double?
  /// Minutes after the due date that count as in time; 0 by default.
  public var graceMinutes = 0.0

  /// No deduction.
  public init() {}
}
