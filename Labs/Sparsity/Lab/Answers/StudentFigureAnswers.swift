import AnswerChecks
import Foundation
import LabKit
import NumericCore
import SparsityQuestions

/// A student's answers, computed in the answers program: whatever ends it ends one part of a figure only.
struct StudentFigureAnswers: FigureAnswers {
  private let program: StudentProgram
  private let runner: AnswersRunner

  /// - Parameters:
  ///   - program: the student's, and which of its files were refused.
  ///   - limits: of each request.
  init(program: StudentProgram, limits: Limits = Limits(cpuSeconds: 20)) {
    self.program = program
    runner = AnswersRunner(program: program.path, limits: limits)
  }

  /// The program of the student's folder.
  static func ofMyAnswers() throws -> StudentFigureAnswers {
    let lab: LabFolder
    do { lab = try Workspace.current().lab("sparsity") } catch { throw LabError.usage(error.description) }
    return StudentFigureAnswers(program: try StudentProgram.build(lab, isOptimized: true))
  }

  func credit(_ exercises: String) -> String { " Drawn with your answers to \(exercises)." }

  func l2Slopes(at weights: Vector<Double>, strength: Double) throws -> Answered<Vector<Double>> {
    try slopes("4.1", at: weights, strength)
  }

  func l1Slopes(at weights: Vector<Double>, strength: Double) throws -> Answered<Vector<Double>> {
    try slopes("4.2", at: weights, strength)
  }

  func softThreshold(_ values: Vector<Double>, _ threshold: Double) throws -> Answered<Vector<Double>> {
    try ask("4.4", [ThresholdInput(values: values, threshold: threshold)]) { output, _ in
      output.vector(count: values.count)
    }.map { $0[0] }
  }

  func solutions(of problems: [SolutionsInput]) throws -> Answered<[[Vector<Double>]]> {
    try ask("solutions", problems, naming: "4.5") { output, input in
      guard case .list(let items) = output, items.count == input.strengths.count else { return nil }
      let weights = items.compactMap { $0.vector(count: input.features.columns) }
      return weights.count == items.count ? weights : nil
    }
  }

  func ridge(_ problems: [RegressionInput]) throws -> Answered<[LinearModel]> {
    try ask("4.6", problems) { output, input in
      guard let weights = output["weights"]?.vector(count: input.features.columns),
        let intercept = output["intercept"]?.finiteNumber
      else { return nil }
      return LinearModel(weights: weights, intercept: intercept)
    }
  }

  func conditioning(_ eigenvalues: Vector<Double>, strengths: [Double]) throws -> Answered<[PenalizedCurvature]> {
    try ask("4.8", strengths.map { CurvatureInput(eigenvalues: eigenvalues, strength: $0) }) { output, _ in
      guard let new = output["eigenvalues"]?.vector(count: eigenvalues.count),
        let shrinkage = output["shrinkage"]?.vector(count: eigenvalues.count),
        let conditionNumber = output["conditionNumber"]?.finiteNumber
      else { return nil }
      return PenalizedCurvature(eigenvalues: new, shrinkage: shrinkage, conditionNumber: conditionNumber)
    }
  }

  func largestStrengths(of problems: [RegressionInput]) throws -> Answered<[Double]> {
    try ask("4.9", problems) { output, _ in output.finiteNumber.flatMap { $0 > 0 ? $0 : nil } }
  }

  private func slopes(_ exercise: String, at weights: Vector<Double>, _ strength: Double) throws
    -> Answered<Vector<Double>>
  {
    try ask(exercise, [WeightsInput(weights: weights, strength: strength)]) { output, _ in
      output["gradient"]?.vector(count: weights.count)
    }.map { $0[0] }
  }

  /// Asks for all outputs at once; the first that is missing, or that `read` can make nothing of, leaves out all.
  private func ask<Input: Encodable, Output>(
    _ exercise: String, _ inputs: [Input], naming name: String? = nil, _ read: (Value, Input) -> Output?
  ) throws -> Answered<[Output]> {
    let name = name ?? exercise
    func gap(_ reason: String, _ detail: String? = nil) -> Answered<[Output]> {
      let gap = Gap(exercise: name, reason: reason)
      complain("Left out: \(gap.words).\(detail.map { " \($0)" } ?? "")")
      return .failure(gap)
    }
    if let refusal = program.refused[name] {
      return gap("does not compile", refusal.split(separator: "\n").first.map(String.init))
    }
    let run = try runner.ask(exercise, inputs: inputs.map { try Value(encoding: $0) })
    var outputs: [Output] = []
    for (reply, input) in zip(run.replies, inputs) {
      switch reply {
      case .notAttempted: return gap("is not attempted")
      case .failure(let description): return gap("threw an error", description)
      case .output(let value):
        guard let output = read(value, input) else {
          return gap("returned something of the wrong shape or size, or not finite")
        }
        outputs.append(output)
      }
    }
    if outputs.count == inputs.count { return .success(outputs) }
    switch run.ending {
    case .timedOut(let detail): return gap("ran out of time", detail)
    case .outOfMemory(let detail): return gap("ran out of memory", detail)
    case .crashed(let detail): return gap("crashed", detail)
    case nil: return gap("crashed")
    }
  }
}

/// A sentence on standard error.
private func complain(_ sentence: String) { FileHandle.standardError.write(Data((sentence + "\n").utf8)) }

extension Value {
  /// A part of a record; nothing where it is none.
  fileprivate subscript(key: String) -> Value? {
    if case .record(let record) = self { record[key] } else { nil }
  }

  /// A finite number; nothing where it is anything else.
  fileprivate var finiteNumber: Double? {
    if case .number(let number) = self, number.isFinite { number } else { nil }
  }

  /// As many finite numbers; nothing where it is anything else.
  fileprivate func vector(count: Int) -> Vector<Double>? {
    guard case .list(let items) = self, items.count == count else { return nil }
    let numbers = items.compactMap(\.finiteNumber)
    return numbers.count == count ? Vector(numbers) : nil
  }
}
