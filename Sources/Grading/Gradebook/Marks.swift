import Foundation

/// Points that a person gave in place of computed ones.
public struct Override: Sendable, Equatable, Codable {
  /// Its number in the gradebook.
  public var id: Int64
  /// The student's id.
  public var student: String
  /// The exercise, as `1.11`; nothing where it is the student's total.
  public var exercise: String?
  /// The points that count.
  public var points: Double
  /// Why; the student reads it.
  public var reason: String
  /// Who gave them.
  public var who: String
  /// When.
  public var when: Date

  /// Points that a person gave.
  public init(
    id: Int64, student: String, exercise: String?, points: Double, reason: String, who: String, when: Date
  ) {
    self.id = id
    self.student = student
    self.exercise = exercise
    self.points = points
    self.reason = reason
    self.who = who
    self.when = when
  }
}

/// A person's words to a student.
public struct Comment: Sendable, Equatable, Codable {
  /// Its number in the gradebook.
  public var id: Int64
  /// The student's id.
  public var student: String
  /// The exercise that it is about, as `1.11`; nothing where it is about all.
  public var exercise: String?
  /// The words.
  public var text: String
  /// Who wrote them.
  public var who: String
  /// When.
  public var when: Date

  /// A person's words.
  public init(id: Int64, student: String, exercise: String?, text: String, who: String, when: Date) {
    self.id = id
    self.student = student
    self.exercise = exercise
    self.text = text
    self.who = who
    self.when = when
  }
}

/// How one student stands: what was handed in last, what it was judged to be, and what people added to that.
public struct Standing: Sendable, Equatable {
  /// Who.
  public var student: Student
  /// What was handed in; nothing where nothing was. Its files are empty unless they were asked for.
  public var submission: Submission?
  /// The verdicts on it.
  public var graded: GradedSubmission?
  /// Points that a person gave, those withdrawn left out.
  public var overrides: [Override]
  /// A person's words, those withdrawn left out.
  public var comments: [Comment]

  /// How one student stands.
  public init(
    student: Student, submission: Submission? = nil, graded: GradedSubmission? = nil, overrides: [Override] = [],
    comments: [Comment] = []
  ) {
    self.student = student
    self.submission = submission
    self.graded = graded
    self.overrides = overrides
    self.comments = comments
  }
}
