import AnswerChecks
import DropoutQuestions
import NumericCore

/// Answers that make the named mistakes and are otherwise right. Without a mistake they equal the reference.
///
/// A mistake is a branch in the method that it belongs to, so two mistakes can be made at once.
public struct WrongAnswers: DropoutQuestions {
  let mistakes: Set<String>

  /// Answers that make these mistakes.
  public init(making mistakes: Set<String>) { self.mistakes = mistakes }

  func makes(_ mistake: String) -> Bool { mistakes.contains(mistake) }
}

/// The handout's headings that explain a mistake.
enum Section {
  static let mask = "The mask"
  static let layer = "Forward and backward"
  static let inference = "Inference"
  static let averages = "Averaging networks"
  static let error = "The error of an ensemble"
  static let counting = "Counting thinned networks"
  static let noise = "How much noise"
  static let geometric = "One network for all"
  static let maxNorm = "Max-norm"
  static let reading = "Reading a layer"
}

/// The texts that mistakes come from, beside the lectures.
extension Origin {
  static let paper = """
    "Dropout: A Simple Way to Prevent Neural Networks from Overfitting" (Srivastava and others, 2014)
    """
  static let book = "\"Deep Learning\" (Goodfellow, Bengio, Courville, 2016)"
}
