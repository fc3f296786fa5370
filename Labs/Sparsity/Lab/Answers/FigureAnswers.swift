import LabKit
import NumericCore
import SparsityQuestions

/// What the figures take from answers to exercises: the project's own, or a student's.
///
/// Everything that a figure needs of one exercise is asked in one go, so a student's program that never ends costs one time
/// limit.
protocol FigureAnswers: Sendable {
  /// Of how many data sets paths can be asked for; nothing where there is no limit.
  var affordableDraws: Int? { get }

  /// A caption's sentence about whose answers to these exercises are drawn; empty for the project's own.
  func credit(_ exercises: [String]) -> String

  /// Slopes of λ Σ w²: exercise 4.1.
  func l2Slopes(at weights: Vector<Double>, strength: Double) throws -> Answered<Vector<Double>>

  /// Slopes of λ Σ |w|: exercise 4.2.
  func l1Slopes(at weights: Vector<Double>, strength: Double) throws -> Answered<Vector<Double>>

  /// Soft thresholds of some numbers: exercise 4.4.
  func softThreshold(_ values: Vector<Double>, _ threshold: Double) throws -> Answered<Vector<Double>>

  /// Solutions by coordinate descent: exercise 4.5.
  func solutions(of problems: [SolutionsInput]) throws -> Answered<[[Vector<Double>]]>

  /// Ridge regression in closed form: exercise 4.6.
  func ridge(_ problems: [RegressionInput]) throws -> Answered<[LinearModel]>

  /// The weights after each step with weight decay: exercise 4.7.
  func decayed(_ inputs: [DecayInput]) throws -> Answered<[[Vector<Double>]]>

  /// What penalties do to curvature: exercise 4.8.
  func conditioning(_ eigenvalues: Vector<Double>, strengths: [Double]) throws -> Answered<[PenalizedCurvature]>

  /// The smallest λ at which all weights are 0: exercise 4.9.
  func largestStrengths(of problems: [RegressionInput]) throws -> Answered<[Double]>

  /// Duality gaps of lassos: exercise 4.10.
  func dualityGaps(of problems: [RegressionInput]) throws -> Answered<[Double]>
}

/// What was asked for, or why there is none.
typealias Answered<Answer> = Result<Answer, MissingAnswer>

/// Nobody's answers: a copy of the project without them draws what needs none.
struct NoFigureAnswers: FigureAnswers {
  let affordableDraws: Int? = nil

  func credit(_ exercises: [String]) -> String { "" }
  func l2Slopes(at weights: Vector<Double>, strength: Double) -> Answered<Vector<Double>> { Self.missing("4.1") }
  func l1Slopes(at weights: Vector<Double>, strength: Double) -> Answered<Vector<Double>> { Self.missing("4.2") }
  func softThreshold(_ values: Vector<Double>, _ threshold: Double) -> Answered<Vector<Double>> {
    Self.missing("4.4")
  }
  func solutions(of problems: [SolutionsInput]) -> Answered<[[Vector<Double>]]> { Self.missing("4.5") }
  func ridge(_ problems: [RegressionInput]) -> Answered<[LinearModel]> { Self.missing("4.6") }
  func decayed(_ inputs: [DecayInput]) -> Answered<[[Vector<Double>]]> { Self.missing("4.7") }
  func conditioning(_ eigenvalues: Vector<Double>, strengths: [Double]) -> Answered<[PenalizedCurvature]> {
    Self.missing("4.8")
  }
  func largestStrengths(of problems: [RegressionInput]) -> Answered<[Double]> { Self.missing("4.9") }
  func dualityGaps(of problems: [RegressionInput]) -> Answered<[Double]> { Self.missing("4.10") }

  private static func missing<Answer>(_ exercise: String) -> Answered<Answer> { .failure(.unasked(exercise)) }
}

#if !canImport(Techniques)
  /// The project's own answers rest on Techniques.
  typealias ReferenceFigureAnswers = NoFigureAnswers
#endif
