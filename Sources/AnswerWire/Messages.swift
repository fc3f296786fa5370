/// The first line that an answers program reads: which exercise, how many inputs follow, and where to reply.
public struct RequestHeader: Codable, Sendable {
  /// The exercise's name, as `1.11`.
  public var exercise: String
  /// How many lines of input follow.
  public var count: Int
  /// The descriptor that replies are written to. It differs from run to run.
  public var replyDescriptor: Int32

  /// A request for `count` answers to one exercise.
  public init(exercise: String, count: Int, replyDescriptor: Int32) {
    self.exercise = exercise
    self.count = count
    self.replyDescriptor = replyDescriptor
  }
}

/// The key of a reply, which is one line for each input: `{"output": ...}`, `{"notAttempted": true}` or
/// `{"failure": "..."}`.
public enum ReplyKind {
  /// The line's only key when the exercise was answered.
  public static let output = "output"
  /// The line's only key when the stub is blank.
  public static let notAttempted = "notAttempted"
  /// The line's only key when the answer threw an error; the value describes it.
  public static let failure = "failure"
}
