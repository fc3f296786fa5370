/// What became of one exercise. The statuses are never merged, and a missing result is never a pass.
public enum Status: String, Sendable, Codable, CaseIterable {
  /// Every case is right.
  case passed
  /// At least one case is wrong.
  case wrong
  /// The stub is blank.
  case notAttempted = "not attempted"
  /// The compiler refused the file.
  case doesNotCompile = "does not compile"
  /// A signal ended the program, or it ended itself, before all replies were in.
  case crashed
  /// The processor time or the clock ran out.
  case timedOut = "timed out"
  /// An allocation failed.
  case outOfMemory = "out of memory"
  /// The checker failed; this never counts as zero by itself.
  case graderError = "grader error"
}

/// The judgement of one exercise.
public struct Verdict: Sendable, Equatable, Codable {
  /// The exercise's name, as `1.11`.
  public var exercise: String
  /// Its title.
  public var title: String
  /// What became of it.
  public var status: Status
  /// Points earned; nothing where a failure of the checker leaves them open.
  public var points: Double?
  /// Points that a right answer earns.
  public var possible: Int
  /// The misconceptions that gave the same outputs in every case.
  public var diagnoses: [Misconception] = []
  /// The smallest failing case.
  public var failure: FailedCase?
  /// A regularity, where no misconception matches.
  public var pattern: Pattern?
  /// A sentence about how the program ended, or what the compiler said.
  public var detail: String?
  /// What the answer printed.
  public var printed = ""
  /// What a wrong answer returned for every case, where no misconception matches: a class may share the mistake.
  public var outputs: [Value]?

  /// A verdict without further words.
  public init(
    exercise: String, title: String, status: Status, points: Double?, possible: Int, diagnoses: [Misconception] = []
  ) {
    self.exercise = exercise
    self.title = title
    self.status = status
    self.points = points
    self.possible = possible
    self.diagnoses = diagnoses
  }
}

/// A case with what came out.
public struct FailedCase: Sendable, Equatable, Codable {
  /// What the answer did with the input.
  public enum Outcome: Sendable, Equatable, Codable {
    /// It returned this value, which parts from the expected one here.
    case returned(Value, Difference)
    /// It threw this error.
    case threw(String)
    /// The program ended while it was at work.
    case ended
  }
  /// Which case, counted from 0.
  public var index: Int
  /// What the answer was given.
  public var input: Value
  /// What it should have returned.
  public var expected: Value
  /// What it did instead.
  public var outcome: Outcome
}
