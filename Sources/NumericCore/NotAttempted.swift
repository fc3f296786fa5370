/// What a blank exercise throws, so that "not attempted" is told apart from "wrong".
///
/// An exercise starts as `throw NotAttempted("1.7")`: lab 1, exercise 7. Replace that line with your answer.
public struct NotAttempted: Error, Equatable, Sendable {
  /// The exercise's number: the lab, a full stop, the exercise. "1.7" is exercise 7 of lab 1.
  public let exercise: String

  /// Says that the exercise of this number is still blank.
  public init(_ exercise: String) {
    self.exercise = exercise
  }
}

extension NotAttempted: CustomStringConvertible {
  /// One sentence: "Exercise 1.7 is not attempted yet."
  public var description: String { "Exercise \(exercise) is not attempted yet." }
}
