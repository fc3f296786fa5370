import LabKit

/// The chosen answers.
func figureAnswers(for source: AnswersSource) throws -> any FigureAnswers {
  switch source {
  case .mine: return StudentFigureAnswers(try .ofMyAnswers(to: "sparsity"))
  case .reference:
    #if canImport(Techniques)
      return ReferenceFigureAnswers()
    #else
      return NoFigureAnswers()
    #endif
  }
}
