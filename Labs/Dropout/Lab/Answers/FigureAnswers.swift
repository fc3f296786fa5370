import DeepLearning
import DropoutQuestions
import LabKit
import NumericCore

/// What the figures take from answers to exercises: the project's own, or a student's.
///
/// Everything that a figure needs is asked in one go, so a student's program that never ends costs one time limit a
/// figure.
protocol FigureAnswers: Sendable {
  /// How many images can be asked about; nothing where there is no limit.
  var affordableImages: Int? { get }

  /// A caption's sentence about whose answers to these exercises are drawn; empty for the project's own.
  func credit(_ exercises: [String]) -> String

  /// Which sizes of ensembles up to the largest one are asked about.
  func sizes(upTo largest: Int) -> [Int]

  /// What layers of dropout multiply by, with these keep probabilities: exercise 3.1.
  func masks(keeping: [Double]) throws -> Answered<any DropoutMasks<Float>>

  /// What ensembles predict, each given by its networks' logits `[samples, classes]`: exercise 3.5 for each sample.
  func predictions(of ensembles: [[Matrix<Double>]]) throws -> Answered<[Probabilities]>

  /// The expected squared errors of ensembles: exercise 3.6.
  func errors(of ensembles: [EnsembleErrorInput]) throws -> Answered<[Double]>

  /// Exact numbers of thinned networks: exercise 3.7.
  func counts(of layers: [UnitsInput]) throws -> Answered<[ExactInteger]>

  /// Averages over the first 1, 2, 4, ... of so many masks: exercises 3.1, 3.2 and 3.5.
  func averages(of network: DroppedNetwork, masks: Int, setting: Setting) throws -> Answered<[ThinnedAverage]>

  /// The logits in one pass with scaled weights: exercise 3.4.
  func scaledLogits(of network: DroppedNetwork) throws -> Answered<Matrix<Double>>
}

/// What was asked for, or why there is none.
typealias Answered<Answer> = Result<Answer, MissingAnswer>

/// Nobody's answers: a copy of the project without them draws what needs none.
struct NoFigureAnswers: FigureAnswers {
  let affordableImages: Int? = nil

  func credit(_ exercises: [String]) -> String { "" }
  func sizes(upTo largest: Int) -> [Int] { Array(1...largest) }
  func masks(keeping: [Double]) -> Answered<any DropoutMasks<Float>> { Self.missing("3.1") }
  func predictions(of ensembles: [[Matrix<Double>]]) -> Answered<[Probabilities]> { Self.missing("3.5") }
  func errors(of ensembles: [EnsembleErrorInput]) -> Answered<[Double]> { Self.missing("3.6") }
  func counts(of layers: [UnitsInput]) -> Answered<[ExactInteger]> { Self.missing("3.7") }
  func averages(of network: DroppedNetwork, masks: Int, setting: Setting) -> Answered<[ThinnedAverage]> {
    Self.missing("3.1")
  }
  func scaledLogits(of network: DroppedNetwork) -> Answered<Matrix<Double>> { Self.missing("3.4") }

  private static func missing<Answer>(_ exercise: String) -> Answered<Answer> {
    .failure(.unasked(exercise))
  }
}

#if !canImport(Techniques)
  /// The project's own answers rest on Techniques.
  typealias ReferenceFigureAnswers = NoFigureAnswers
#endif
