import AnswerChecks
import DeepLearning
import DropoutQuestions
import Foundation
import LabKit
import NumericCore

/// A student's answers, computed in the answers program: whatever ends it ends one part of a figure only.
struct StudentFigureAnswers: FigureAnswers {
  /// Two hundred images are some megabytes of questions, and an answer in a second or two.
  let affordableImages: Int? = 200

  private let answers: StudentAnswers

  /// - Parameter answers: the student's.
  init(_ answers: StudentAnswers) { self.answers = answers }

  func credit(_ exercises: [String]) -> String { answers.credit(exercises) }

  /// Powers of two, and the largest.
  func sizes(upTo largest: Int) -> [Int] { (1...largest).filter { $0 & ($0 - 1) == 0 || $0 == largest } }

  /// A mask of 128 samples by 128 units for each probability, which trainings deal out.
  func masks(keeping: [Double]) throws -> Answered<any DropoutMasks<Float>> {
    let inputs = keeping.map { MaskInput(samples: 128, units: 128, keepProbability: $0, seed: 1) }
    return try answers.outputs(of: "3.1", question: "factors", inputs: inputs) { $0.vector(count: 128 * 128) }
      .map { masks in
        DealtMasks(Dictionary(zip(keeping, masks.map { $0.map(Float.init) })) { first, _ in first })
      }
  }

  func predictions(of ensembles: [[Matrix<Double>]]) throws -> Answered<[Probabilities]> {
    let inputs = ensembles.flatMap { networks in
      (0..<networks[0].rows).map { row in LogitsInput(logits: Matrix(rows: networks.map { $0.row(row) })) }
    }
    let (rows, classes) = (ensembles[0][0].rows, ensembles[0][0].columns)
    return try answers.outputs(of: "3.5", inputs: inputs) { $0.vector(count: classes) }.map { predictions in
      stride(from: 0, to: predictions.count, by: rows).map { Matrix(rows: Array(predictions[$0..<$0 + rows])) }
    }
  }

  func errors(of ensembles: [EnsembleErrorInput]) throws -> Answered<[Double]> {
    try answers.outputs(of: "3.6", inputs: ensembles) { $0.finiteNumber }
  }

  func counts(of layers: [UnitsInput]) throws -> Answered<[ExactInteger]> {
    try answers.outputs(of: "3.7", inputs: layers) { output in
      guard case .text(let digits) = output else { return nil }
      return ExactInteger(digits: digits)
    }
  }

  func averages(of network: DroppedNetwork, masks: Int, setting: Setting) throws -> Answered<[ThinnedAverage]> {
    // One request takes three answers, so a small one to each finds out which of them is missing.
    if let missing = try missingMasks ?? missingPasses ?? missingPredictions { return .failure(missing) }
    var draws = setting.draws("monte-carlo/masks")
    let input = ThinnedPassesInput(
      activations: Matrix(converting: network.activations), hidden: network.hidden, output: network.output,
      keepProbability: network.keepProbability, masks: masks, seed: draws.integer(below: 1 << 31))
    let (rows, classes) = (network.activations.rows, network.output.biases.count)
    return try answers.outputs(of: "3.1, 3.2 or 3.5", question: "thinned-passes", inputs: [input]) {
      output -> [ThinnedAverage]? in
      let read = output.items?.compactMap { $0.thinnedAverage(rows, classes) } ?? []
      return read.isEmpty || read.count < output.items?.count ?? 0 ? nil : read
    }.map { $0[0] }
  }

  private var missingMasks: MissingAnswer? {
    get throws {
      let input = MaskInput(samples: 3, units: 4, keepProbability: 0.5, seed: 1)
      return try answers.outputs(of: "3.1", inputs: [input]) { $0.record }.missing
    }
  }

  private var missingPasses: MissingAnswer? {
    get throws {
      let input = ForwardInput(activations: [[1, -2]], draws: [[0.1, 0.9]], keepProbability: 0.5)
      return try answers.outputs(of: "3.2", inputs: [input]) { $0.record }.missing
    }
  }

  private var missingPredictions: MissingAnswer? {
    get throws {
      try answers.outputs(of: "3.5", inputs: [LogitsInput(logits: [[1, 2], [2, 1]])]) { $0.vector(count: 2) }.missing
    }
  }

  /// 3.4 is about plain dropout. Trained that way, the same network would have weights 1/p times as large.
  func scaledLogits(of network: DroppedNetwork) throws -> Answered<Matrix<Double>> {
    func sums(_ inputs: Matrix<Double>, through layer: DenseLayer) throws -> Answered<Matrix<Double>> {
      let input = InferenceInput(
        inputs: inputs, weights: layer.weights / network.keepProbability, biases: layer.biases,
        keepProbability: network.keepProbability)
      return try answers.outputs(of: "3.4", inputs: [input]) {
        $0.matrix(rows: inputs.rows, columns: layer.biases.count)
      }.map { $0[0] }
    }
    switch try sums(Matrix(converting: network.activations), through: network.hidden) {
    case .failure(let missing): return .failure(missing)
    case .success(let hidden): return try sums(maximum(hidden, 0), through: network.output)
    }
  }
}

extension Value {
  fileprivate func thinnedAverage(_ rows: Int, _ columns: Int) -> ThinnedAverage? {
    guard let masks = self["masks"]?.finiteNumber.flatMap({ Int(exactly: $0) }),
      let probabilities = self["probabilities"]?.matrix(rows: rows, columns: columns),
      let logits = self["logits"]?.matrix(rows: rows, columns: columns)
    else { return nil }
    return ThinnedAverage(masks: masks, probabilities: probabilities, logits: logits)
  }
}
