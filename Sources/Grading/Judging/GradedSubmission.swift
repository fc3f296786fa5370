import AnswerChecks

/// The verdicts on one submission, before points are weighed and lateness is counted.
///
/// It follows from the submission's files and the checks alone: the same in every run.
public struct GradedSubmission: Sendable, Equatable, Codable {
  /// The student's id.
  public var student: String
  /// SHA-256 over the submission's exercise files.
  public var fingerprint: String
  /// The labs in the order of the course.
  public var labs: [GradedLab]

  /// The verdicts on one submission.
  public init(student: String, fingerprint: String, labs: [GradedLab]) {
    self.student = student
    self.fingerprint = fingerprint
    self.labs = labs
  }
}

/// The verdicts on one lab of a submission.
public struct GradedLab: Sendable, Equatable, Codable {
  /// The lab's command, as `batch-size`.
  public var lab: String
  /// One verdict an exercise, in the order of the lab.
  public var verdicts: [Verdict]

  /// The verdicts on one lab.
  public init(lab: String, verdicts: [Verdict]) {
    self.lab = lab
    self.verdicts = verdicts
  }
}
