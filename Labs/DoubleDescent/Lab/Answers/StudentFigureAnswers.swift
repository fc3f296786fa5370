import AnswerChecks
import DoubleDescentQuestions
import Foundation
import LabKit
import NumericCore

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
    do { lab = try Workspace.current().lab("double-descent") } catch { throw LabError.usage(error.description) }
    return StudentFigureAnswers(program: try StudentProgram.build(lab, isOptimized: true))
  }

  func credit(_ exercises: String) -> String { " Drawn with your answers to \(exercises)." }

  var takesLargeProblems: Bool { false }

  func curves(of problems: [CurveInput]) throws -> Answered<[[CurveFit]]> {
    try ask("curve", problems, naming: "7.1") { output, input in
      guard case .list(let items) = output, items.count == input.widths.count * input.strengths.count else {
        return nil
      }
      let fits = items.compactMap { item -> CurveFit? in
        guard let training = item["training"]?.matrix(input.samples.rows, input.targets.columns),
          let test = item["test"]?.matrix(input.testSamples.rows, input.targets.columns),
          let norm = item["norm"]?.finiteNumber
        else { return nil }
        return CurveFit(training: training, test: test, norm: norm)
      }
      return fits.count == items.count ? fits : nil
    }
  }

  func features(_ inputs: [MapInput]) throws -> Answered<[Matrix<Double>]> {
    try ask("7.1", inputs) { output, input in output.matrix(input.samples.rows, input.directions.rows) }
  }

  func minimumNorm(_ problems: [FitInput]) throws -> Answered<[Matrix<Double>]> {
    try ask("7.2", problems) { output, input in output.matrix(input.features.columns, input.targets.columns) }
  }

  func biasAndVariance(_ inputs: [PredictionsInput]) throws -> Answered<[BiasAndVariance]> {
    try ask("7.6", inputs) { output, _ in
      guard let squaredBias = output["squaredBias"]?.finiteNumber, let variance = output["variance"]?.finiteNumber,
        let error = output["error"]?.finiteNumber
      else { return nil }
      return BiasAndVariance(squaredBias: squaredBias, variance: variance, error: error)
    }
  }

  func conditionNumbers(_ inputs: [MatrixInput]) throws -> Answered<[ConditionNumbers]> {
    try ask("7.7", inputs) { output, _ in
      guard let features = output["features"]?.finiteNumber, let products = output["products"]?.finiteNumber,
        features > 0
      else { return nil }
      // Of a square matrix nothing finite is expected.
      let expected = output["expected"]?.finiteNumber ?? .infinity
      return ConditionNumbers(features: features, products: products, expected: expected)
    }
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

  /// A matrix of this shape, finite; nothing where it is anything else.
  fileprivate func matrix(_ rows: Int, _ columns: Int) -> Matrix<Double>? {
    guard case .list(let items) = self, items.count == rows else { return nil }
    let vectors = items.compactMap { $0.vector(count: columns) }
    return vectors.count == rows && rows > 0 ? Matrix(rows: vectors) : nil
  }
}
