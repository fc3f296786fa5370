import AnswerChecks
import DoubleDescentQuestions
import LabKit
import NumericCore

/// A student's answers, computed in the answers program: whatever ends it ends one part of a figure only.
struct StudentFigureAnswers: FigureAnswers {
  let affordableDraws: Int? = 3

  private let answers: StudentAnswers

  /// - Parameter answers: the student's.
  init(_ answers: StudentAnswers) { self.answers = answers }

  func credit(_ exercises: [String]) -> String { answers.credit(exercises) }

  func curves(of problems: [CurveInput]) throws -> Answered<[[CurveFit]]> {
    // A small question to each exercise that comes before the last names the one that is missing.
    if problems.contains(where: { $0.bandwidth == nil }), let missing = try missingFeatures { return .failure(missing) }
    let usesRidge = problems.contains { $0.strengths.contains { $0 > 0 } }
    if usesRidge, let missing = try minimumNorm([FitInput(features: [[1]], targets: [[1]])]).missing {
      return .failure(missing)
    }
    return try answers.outputs(of: usesRidge ? "7.3" : "7.2", question: "curve", inputs: problems) { output, input in
      guard case .list(let items) = output, items.count == input.widths.count * input.strengths.count else {
        return nil
      }
      let fits = items.compactMap { fit($0, of: input) }
      return fits.count == items.count ? fits : nil
    }
  }

  /// Why there is no answer to 7.1, if there is none.
  private var missingFeatures: MissingAnswer? {
    get throws { try features([MapInput(samples: [[1]], directions: [[1]])]).missing }
  }

  func freedoms(of problems: [CurveInput]) throws -> Answered<[[Double]]> {
    if let missing = try missingFeatures { return .failure(missing) }
    return try answers.outputs(of: "7.8", question: "freedoms", inputs: problems) { output, input in
      guard case .list(let items) = output, items.count == input.widths.count * input.strengths.count else {
        return nil
      }
      let freedoms = items.compactMap(\.finiteNumber)
      return freedoms.count == items.count ? freedoms : nil
    }
  }

  private func fit(_ output: Value, of input: CurveInput) -> CurveFit? {
    guard let training = output["training"]?.matrix(rows: input.samples.rows, columns: input.targets.columns),
      let test = output["test"]?.matrix(rows: input.testSamples.rows, columns: input.targets.columns),
      let norm = output["norm"]?.finiteNumber
    else { return nil }
    return CurveFit(training: training, test: test, norm: norm)
  }

  func features(_ inputs: [MapInput]) throws -> Answered<[Matrix<Double>]> {
    try answers.outputs(of: "7.1", inputs: inputs) { output, input in
      output.matrix(rows: input.samples.rows, columns: input.directions.rows)
    }
  }

  func minimumNorm(_ problems: [FitInput]) throws -> Answered<[Matrix<Double>]> {
    try answers.outputs(of: "7.2", inputs: problems) { output, input in
      output.matrix(rows: input.features.columns, columns: input.targets.columns)
    }
  }

  func errors(of predictions: [ClassesInput]) throws -> Answered<[ErrorPair]> {
    try answers.outputs(of: "7.5", inputs: predictions) { output in
      guard let squared = output["squared"]?.finiteNumber, let wrongLabels = output["wrongLabels"]?.finiteNumber
      else { return nil }
      return ErrorPair(squared: squared, wrongLabels: wrongLabels)
    }
  }

  func biasAndVariance(_ inputs: [PredictionsInput]) throws -> Answered<[BiasAndVariance]> {
    try answers.outputs(of: "7.6", inputs: inputs) { output in
      guard let squaredBias = output["squaredBias"]?.finiteNumber, let variance = output["variance"]?.finiteNumber,
        let error = output["error"]?.finiteNumber
      else { return nil }
      return BiasAndVariance(squaredBias: squaredBias, variance: variance, error: error)
    }
  }

  func conditionNumbers(_ inputs: [MatrixInput]) throws -> Answered<[ConditionNumbers]> {
    try answers.outputs(of: "7.7", inputs: inputs) { output in
      guard let features = output["features"]?.finiteNumber, let products = output["products"]?.finiteNumber,
        features > 0
      else { return nil }
      // Of a square matrix nothing finite is expected.
      let expected = output["expected"]?.finiteNumber ?? .infinity
      return ConditionNumbers(features: features, products: products, expected: expected)
    }
  }
}
