import DoubleDescentQuestions
import NumericCore

/// What the figures take from answers to exercises: the project's own, or a student's.
///
/// Everything that a figure needs of one exercise is asked in one go, so a student's program that never ends costs one time
/// limit.
protocol FigureAnswers: Sendable {
  /// A caption's sentence about whose answers to these exercises are drawn; empty for the project's own.
  func credit(_ exercises: String) -> String

  /// Whether problems of a thousand images and ten thousand features are no trouble. What goes to a student's program and
  /// back is written as text, and its decompositions are those of the exercise.
  var takesLargeProblems: Bool { get }

  /// Fits with more and more random features: exercises 7.1, and 7.2 or 7.3.
  func curves(of problems: [CurveInput]) throws -> Answered<[[CurveFit]]>

  /// Features of samples: exercise 7.1.
  func features(_ inputs: [MapInput]) throws -> Answered<[Matrix<Double>]>

  /// Minimum-norm solutions: exercise 7.2.
  func minimumNorm(_ problems: [FitInput]) throws -> Answered<[Matrix<Double>]>

  /// Bias and variance: exercise 7.6.
  func biasAndVariance(_ inputs: [PredictionsInput]) throws -> Answered<[BiasAndVariance]>

  /// Condition numbers: exercise 7.7.
  func conditionNumbers(_ inputs: [MatrixInput]) throws -> Answered<[ConditionNumbers]>
}

/// What was asked for, or why there is none.
typealias Answered<Answer> = Result<Answer, Gap>

/// Why a part of a figure is left out.
struct Gap: Error, Equatable {
  /// As `7.2`.
  var exercise: String
  /// What became of it, as `is not attempted`.
  var reason: String

  /// For a caption: "exercise 7.2 is not attempted".
  var words: String { "exercise \(exercise) \(reason)" }
}

extension Answered where Failure == Gap {
  /// Why there is no answer; nothing where there is one.
  var gap: Gap? {
    if case .failure(let gap) = self { gap } else { nil }
  }

  /// The answer; nothing where there is none.
  var answer: Success? { try? get() }
}

/// Nobody's answers: a copy of the project without them draws what needs none.
struct NoFigureAnswers: FigureAnswers {
  var takesLargeProblems: Bool { false }
  func credit(_ exercises: String) -> String { "" }
  func curves(of problems: [CurveInput]) -> Answered<[[CurveFit]]> { Self.missing("7.1") }
  func features(_ inputs: [MapInput]) -> Answered<[Matrix<Double>]> { Self.missing("7.1") }
  func minimumNorm(_ problems: [FitInput]) -> Answered<[Matrix<Double>]> { Self.missing("7.2") }
  func biasAndVariance(_ inputs: [PredictionsInput]) -> Answered<[BiasAndVariance]> { Self.missing("7.6") }
  func conditionNumbers(_ inputs: [MatrixInput]) -> Answered<[ConditionNumbers]> { Self.missing("7.7") }

  private static func missing<Answer>(_ exercise: String) -> Answered<Answer> {
    .failure(Gap(exercise: exercise, reason: "isn't asked without --answers mine"))
  }
}
