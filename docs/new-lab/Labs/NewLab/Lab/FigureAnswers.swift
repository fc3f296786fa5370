import LabKit
import NewLabQuestions
import NumericCore

/// What the figures take from answers to exercises: the project's own, or a student's.
protocol FigureAnswers: Sendable {
  /// A caption's sentence about whose answers to these exercises are drawn; empty for the project's own.
  func credit(_ exercises: [String]) -> String

  /// Root mean squares: exercise 99.1.
  func rootMeanSquares(of inputs: [ValuesInput]) throws -> Result<[Double], MissingAnswer>
}

/// A student's answers, computed in the answers program: whatever ends it ends one part of a figure only.
struct StudentFigureAnswers: FigureAnswers {
  private let answers: StudentAnswers

  /// - Parameter answers: the student's.
  init(_ answers: StudentAnswers) { self.answers = answers }

  func credit(_ exercises: [String]) -> String { answers.credit(exercises) }

  func rootMeanSquares(of inputs: [ValuesInput]) throws -> Result<[Double], MissingAnswer> {
    try answers.outputs(of: "99.1", inputs: inputs, as: Double.self)
  }
}

/// Nobody's answers: a copy of the project without them draws what needs none.
struct NoFigureAnswers: FigureAnswers {
  func credit(_ exercises: [String]) -> String { "" }

  func rootMeanSquares(of inputs: [ValuesInput]) -> Result<[Double], MissingAnswer> { .failure(.unasked("99.1")) }
}

#if !canImport(Techniques)
  /// The project's own answers aren't handed out.
  typealias ReferenceFigureAnswers = NoFigureAnswers
#endif

extension LabOptions {
  /// Those that `--answers` asks for.
  var figureAnswers: any FigureAnswers {
    get throws {
      try answers.answers(to: "new-lab", reference: ReferenceFigureAnswers()) { StudentFigureAnswers($0) }
    }
  }
}
