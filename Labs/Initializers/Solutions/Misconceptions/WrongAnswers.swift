import AnswerChecks
import InitializersQuestions

/// Answers that make the named mistakes and are otherwise right. Without a mistake they equal the reference.
///
/// A mistake is a branch in the method that it belongs to, so two mistakes can be made at once.
public struct WrongAnswers: InitializersQuestions {
  let mistakes: Set<String>

  /// Answers that make these mistakes.
  public init(making mistakes: Set<String>) { self.mistakes = mistakes }

  func makes(_ mistake: String) -> Bool { mistakes.contains(mistake) }
}

/// The handout's headings that explain a mistake.
enum Section {
  static let fans = "Fan-in and fan-out"
  static let spread = "Variance, standard deviation, range"
  static let glorot = "Glorot"
  static let he = "He"
  static let leCun = "LeCun"
  static let orthogonal = "Orthogonal matrices"
  static let moments = "Mean squares through a layer"
  static let sampling = "Drawing weights"
  static let symmetry = "Symmetry"
  static let depth = "Mean squares through many layers"
  static let suspects = "Reading mean squares"
}

/// The texts that mistakes come from, beside the lectures.
extension Origin {
  static let glorotPaper = """
    "Understanding the difficulty of training deep feedforward neural networks" (Glorot, Bengio, 2010)
    """
  static let hePaper = "\"Delving deep into rectifiers\" (He, Zhang, Ren, Sun, 2015)"
}
