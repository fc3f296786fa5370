import AnswerChecks
import DropoutQuestions
import Foundation
import LabKit
import NumericCore

/// A student's answers, computed in the answers program: whatever ends it ends one part of a figure only.
struct StudentFigureAnswers: FigureAnswers {
  /// Two hundred images are some megabytes of questions, and an answer in a second or two.
  let affordableImages: Int? = 200

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
    do { lab = try Workspace.current().lab("dropout") } catch { throw LabError.usage(error.description) }
    return StudentFigureAnswers(program: try StudentProgram.build(lab, isOptimized: true))
  }

  func credit(_ exercises: String) -> String { " Drawn with your answers to \(exercises)." }

  /// Powers of two, and the largest.
  func sizes(upTo largest: Int) -> [Int] { (1...largest).filter { $0 & ($0 - 1) == 0 || $0 == largest } }

  func predictions(of ensembles: [[Matrix<Double>]]) throws -> Answered<[Probabilities]> {
    let inputs = ensembles.flatMap { networks in
      (0..<networks[0].rows).map { row in LogitsInput(logits: Matrix(rows: networks.map { $0.row(row) })) }
    }
    let (rows, classes) = (ensembles[0][0].rows, ensembles[0][0].columns)
    return try ask("3.5", inputs) { $0.vector(count: classes) }.map { predictions in
      stride(from: 0, to: predictions.count, by: rows).map { Matrix(rows: Array(predictions[$0..<$0 + rows])) }
    }
  }

  func errors(of ensembles: [EnsembleErrorInput]) throws -> Answered<[Double]> {
    try ask("3.6", ensembles) { $0.finiteNumber }
  }

  func counts(of layers: [UnitsInput]) throws -> Answered<[ExactInteger]> {
    try ask("3.7", layers) { output in
      guard case .text(let digits) = output else { return nil }
      return ExactInteger(digits: digits)
    }
  }

  func averages(of network: DroppedNetwork, masks: Int, setting: Setting) throws -> Answered<[ThinnedAverage]> {
    // One request takes both answers, so a small one to each finds out which of them is missing.
    if let gap = try gapInMasks ?? gapInPasses { return .failure(gap) }
    var draws = setting.draws("monte-carlo/masks")
    let input = ThinnedPassesInput(
      activations: Matrix(converting: network.activations), hidden: network.hidden, output: network.output,
      keepProbability: network.keepProbability, masks: masks, seed: draws.integer(below: 1 << 31))
    let (rows, classes) = (network.activations.rows, network.output.biases.count)
    return try ask("thinned-passes", [input], naming: "3.1 or 3.2") { output -> [ThinnedAverage]? in
      guard case .list(let averages) = output else { return nil }
      let read = averages.compactMap { $0.thinnedAverage(rows, classes) }
      return read.isEmpty || read.count < averages.count ? nil : read
    }.map { $0[0] }
  }

  private var gapInMasks: Gap? {
    get throws {
      let input = MaskInput(samples: 3, units: 4, keepProbability: 0.5, seed: 1)
      return try ask("3.1", [input]) { $0.record }.gap
    }
  }

  private var gapInPasses: Gap? {
    get throws {
      let input = ForwardInput(activations: [[1, -2]], draws: [[0.1, 0.9]], keepProbability: 0.5)
      return try ask("3.2", [input]) { $0.record }.gap
    }
  }

  /// 3.4 is about plain dropout. Trained that way, the same network would have weights 1/p times as large.
  func scaledLogits(of network: DroppedNetwork) throws -> Answered<Matrix<Double>> {
    func sums(_ inputs: Matrix<Double>, through layer: DenseLayer) throws -> Answered<Matrix<Double>> {
      let input = InferenceInput(
        inputs: inputs, weights: layer.weights / network.keepProbability, biases: layer.biases,
        keepProbability: network.keepProbability)
      return try ask("3.4", [input]) { $0.matrix(inputs.rows, layer.biases.count) }.map { $0[0] }
    }
    switch try sums(Matrix(converting: network.activations), through: network.hidden) {
    case .failure(let gap): return .failure(gap)
    case .success(let hidden): return try sums(maximum(hidden, 0), through: network.output)
    }
  }

  /// Asks for all outputs at once; the first that is missing, or that `read` can make nothing of, leaves out all.
  private func ask<Output>(
    _ exercise: String, _ inputs: [some Encodable], naming name: String? = nil, _ read: (Value) -> Output?
  ) throws -> Answered<[Output]> {
    let name = name ?? exercise
    func gap(_ reason: String, _ detail: String? = nil) -> Answered<[Output]> {
      let gap = Gap(exercise: name, reason: reason, detail: detail)
      complain("Left out: \(gap.words).\(gap.detail.map { " \($0)" } ?? "")")
      return .failure(gap)
    }
    if let refusal = program.refused[exercise] {
      return gap("does not compile", refusal.split(separator: "\n").first.map(String.init))
    }
    let run = try runner.ask(exercise, inputs: inputs.map { try Value(encoding: $0) })
    var outputs: [Output] = []
    for reply in run.replies {
      switch reply {
      case .notAttempted: return gap("is not attempted")
      case .failure(let description): return gap("threw an error", description)
      case .output(let value):
        guard let output = read(value) else { return gap("returned something of the wrong shape, or not finite") }
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

extension Answered where Failure == Gap {
  /// Why there is no answer; nothing where there is one.
  var gap: Gap? {
    if case .failure(let gap) = self { gap } else { nil }
  }

  /// The answer; nothing where there is none.
  var answer: Success? { try? get() }
}

extension Value {
  /// A finite number; nothing where it is anything else.
  fileprivate var finiteNumber: Double? {
    if case .number(let number) = self, number.isFinite { number } else { nil }
  }

  fileprivate var record: [String: Value]? {
    if case .record(let record) = self { record } else { nil }
  }

  /// As many finite numbers; nothing where it is anything else.
  fileprivate func vector(count: Int) -> Vector<Double>? {
    guard case .list(let items) = self, items.count == count else { return nil }
    let numbers = items.compactMap(\.finiteNumber)
    return numbers.count == count ? Vector(numbers) : nil
  }

  /// A matrix of finite numbers; nothing where it is anything else.
  fileprivate func matrix(_ rows: Int, _ columns: Int) -> Matrix<Double>? {
    guard case .list(let items) = self, items.count == rows else { return nil }
    let vectors = items.compactMap { $0.vector(count: columns) }
    return vectors.count == rows ? Matrix(rows: vectors) : nil
  }

  fileprivate func thinnedAverage(_ rows: Int, _ columns: Int) -> ThinnedAverage? {
    guard let record, let masks = record["masks"]?.finiteNumber.flatMap({ Int(exactly: $0) }),
      let probabilities = record["probabilities"]?.matrix(rows, columns),
      let logits = record["logits"]?.matrix(rows, columns)
    else { return nil }
    return ThinnedAverage(masks: masks, probabilities: probabilities, logits: logits)
  }
}
