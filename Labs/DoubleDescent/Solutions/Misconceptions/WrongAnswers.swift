import DoubleDescentQuestions

/// Answers that make the named mistakes and are otherwise right. Without a mistake they equal the reference.
///
/// A mistake is a branch in the method that it belongs to, so two mistakes can be made at once.
public struct WrongAnswers: DoubleDescentQuestions {
  let mistakes: Set<String>

  /// Answers that make these mistakes.
  public init(making mistakes: Set<String>) { self.mistakes = mistakes }

  func makes(_ mistake: String) -> Bool { mistakes.contains(mistake) }
}
