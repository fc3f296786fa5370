/// What a class handed in.
public struct FoundSubmissions: Sendable, Equatable {
  /// One submission a student, sorted by the student's id.
  public var submissions: [Submission]
  /// Everybody: those of the roster, and those who handed in without being in it; sorted by id.
  public var students: [Student]
  /// Students of the roster without a submission, sorted by id.
  public var missing: [Student]
  /// What the lecturer should know: what wasn't understood, not guessed, or left out.
  public var notes: [String]

  /// Submissions and what is known of them.
  public init(submissions: [Submission], students: [Student], missing: [Student] = [], notes: [String] = []) {
    self.submissions = submissions
    self.students = students
    self.missing = missing
    self.notes = notes
  }
}
