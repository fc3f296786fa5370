import DoubleDescentQuestions
import LabKit
import NumericCore

/// What the figures take from answers to exercises: the project's own, or a student's.
///
/// Everything that a figure needs of one exercise is asked in one go, so a student's program that never ends costs one time
/// limit.
protocol FigureAnswers: Sendable {
  /// A caption's sentence about whose answers to these exercises are drawn; empty for the project's own.
  func credit(_ exercises: [String]) -> String

  /// How many draws of a problem are affordable, and then of small ones only; nothing where there is no limit. What goes to
  /// a student's program and back is written as text, and no two widths share any work there.
  var affordableDraws: Int? { get }

  /// Fits with more and more random features: exercises 7.1 (but for Fourier features), and 7.2 or 7.3.
  func curves(of problems: [CurveInput]) throws -> Answered<[[CurveFit]]>

  /// The degrees of freedom of such fits, all of which have a penalty: exercises 7.1 and 7.8.
  func freedoms(of problems: [CurveInput]) throws -> Answered<[[Double]]>

  /// Features of samples: exercise 7.1.
  func features(_ inputs: [MapInput]) throws -> Answered<[Matrix<Double>]>

  /// Minimum-norm solutions: exercise 7.2.
  func minimumNorm(_ problems: [FitInput]) throws -> Answered<[Matrix<Double>]>

  /// Squared errors and shares of wrong labels: exercise 7.5.
  func errors(of predictions: [ClassesInput]) throws -> Answered<[ErrorPair]>

  /// Bias and variance: exercise 7.6.
  func biasAndVariance(_ inputs: [PredictionsInput]) throws -> Answered<[BiasAndVariance]>

  /// Condition numbers: exercise 7.7.
  func conditionNumbers(_ inputs: [MatrixInput]) throws -> Answered<[ConditionNumbers]>
}

/// What was asked for, or why there is none.
typealias Answered<Answer> = Result<Answer, MissingAnswer>

/// Nobody's answers: a copy of the project without them draws what needs none.
struct NoFigureAnswers: FigureAnswers {
  let affordableDraws: Int? = nil

  func credit(_ exercises: [String]) -> String { "" }
  func curves(of problems: [CurveInput]) -> Answered<[[CurveFit]]> { Self.missing("7.1") }
  func freedoms(of problems: [CurveInput]) -> Answered<[[Double]]> { Self.missing("7.8") }
  func features(_ inputs: [MapInput]) -> Answered<[Matrix<Double>]> { Self.missing("7.1") }
  func minimumNorm(_ problems: [FitInput]) -> Answered<[Matrix<Double>]> { Self.missing("7.2") }
  func errors(of predictions: [ClassesInput]) -> Answered<[ErrorPair]> { Self.missing("7.5") }
  func biasAndVariance(_ inputs: [PredictionsInput]) -> Answered<[BiasAndVariance]> { Self.missing("7.6") }
  func conditionNumbers(_ inputs: [MatrixInput]) -> Answered<[ConditionNumbers]> { Self.missing("7.7") }

  private static func missing<Answer>(_ exercise: String) -> Answered<Answer> { .failure(.unasked(exercise)) }
}

#if !canImport(Techniques)
  /// The project's own answers rest on Techniques.
  typealias ReferenceFigureAnswers = NoFigureAnswers
#endif
