import AnswerChecks
import LabKit
import NumericCore
import SparsityQuestions

/// A student's answers, computed in the answers program: whatever ends it ends one part of a figure only.
struct StudentFigureAnswers: FigureAnswers {
  /// A path may take a student's sweeps a second or two.
  let affordableDraws: Int? = 4

  private let answers: StudentAnswers

  /// - Parameter answers: the student's.
  init(_ answers: StudentAnswers) { self.answers = answers }

  func credit(_ exercises: [String]) -> String { answers.credit(exercises) }

  func l2Slopes(at weights: Vector<Double>, strength: Double) throws -> Answered<Vector<Double>> {
    try slopes("4.1", at: weights, strength)
  }

  func l1Slopes(at weights: Vector<Double>, strength: Double) throws -> Answered<Vector<Double>> {
    try slopes("4.2", at: weights, strength)
  }

  func softThreshold(_ values: Vector<Double>, _ threshold: Double) throws -> Answered<Vector<Double>> {
    try answers.outputs(of: "4.4", inputs: [ThresholdInput(values: values, threshold: threshold)]) {
      $0.vector(count: values.count)
    }.map { $0[0] }
  }

  func solutions(of problems: [SolutionsInput]) throws -> Answered<[[Vector<Double>]]> {
    try answers.outputs(of: "4.5", question: "solutions", inputs: problems) { output, input in
      output.matrix(rows: input.strengths.count, columns: input.features.columns).map { weights in
        (0..<weights.rows).map { weights.row($0) }
      }
    }
  }

  func ridge(_ problems: [RegressionInput]) throws -> Answered<[LinearModel]> {
    try answers.outputs(of: "4.6", inputs: problems) { output, input in
      guard let weights = output["weights"]?.vector(count: input.features.columns),
        let intercept = output["intercept"]?.finiteNumber
      else { return nil }
      return LinearModel(weights: weights, intercept: intercept)
    }
  }

  func decayed(_ inputs: [DecayInput]) throws -> Answered<[[Vector<Double>]]> {
    try answers.outputs(of: "4.7", inputs: inputs) { output, input in
      output.matrix(rows: input.gradients.rows, columns: input.weights.count).map { weights in
        (0..<weights.rows).map { weights.row($0) }
      }
    }
  }

  func conditioning(_ eigenvalues: Vector<Double>, strengths: [Double]) throws -> Answered<[PenalizedCurvature]> {
    let inputs = strengths.map { CurvatureInput(eigenvalues: eigenvalues, strength: $0) }
    return try answers.outputs(of: "4.8", inputs: inputs) { output in
      guard let new = output["eigenvalues"]?.vector(count: eigenvalues.count),
        let shrinkage = output["shrinkage"]?.vector(count: eigenvalues.count),
        let conditionNumber = output["conditionNumber"]?.finiteNumber
      else { return nil }
      return PenalizedCurvature(eigenvalues: new, shrinkage: shrinkage, conditionNumber: conditionNumber)
    }
  }

  func largestStrengths(of problems: [RegressionInput]) throws -> Answered<[Double]> {
    try answers.outputs(of: "4.9", inputs: problems) { output in output.finiteNumber.flatMap { $0 > 0 ? $0 : nil } }
  }

  func dualityGaps(of problems: [RegressionInput]) throws -> Answered<[Double]> {
    try answers.outputs(of: "4.10", inputs: problems) { $0.finiteNumber }
  }

  private func slopes(_ exercise: String, at weights: Vector<Double>, _ strength: Double) throws
    -> Answered<Vector<Double>>
  {
    try answers.outputs(of: exercise, inputs: [WeightsInput(weights: weights, strength: strength)]) {
      $0["gradient"]?.vector(count: weights.count)
    }.map { $0[0] }
  }
}
