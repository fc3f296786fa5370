#if canImport(Techniques)
  import LabKit
  import NewLabQuestions
  import NumericCore

  /// The project's own answers. A handout goes out without files of this name.
  struct ReferenceFigureAnswers: FigureAnswers {
    func credit(_ exercises: [String]) -> String { "" }

    func rootMeanSquares(of inputs: [ValuesInput]) -> Result<[Double], MissingAnswer> {
      .success(inputs.map { ($0.values.dot($0.values) / Double($0.values.count)).squareRoot() })
    }
  }
#endif
