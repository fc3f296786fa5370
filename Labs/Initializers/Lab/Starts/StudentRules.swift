import AnswerChecks
import AnswerWire
import InitializersQuestions
import LabKit
import NumericCore

/// Weights between the two ends that exercise 2.2 returns.
struct AnsweredRange: WeightRule {
  let answers: StudentAnswers

  func weights(of layer: LayerShape, using generator: inout Philox4x32x10) throws -> Matrix<Double> {
    let range = try range(of: layer)
    guard range.low < range.high else {
      return Matrix(rows: layer.inputs, columns: layer.outputs, repeating: range.low)
    }
    return .uniform(rows: layer.inputs, columns: layer.outputs, in: range.low..<range.high, using: &generator)
  }

  func meanSquare(of layer: LayerShape) throws -> Double? {
    let range = try range(of: layer)
    return (range.low * range.low + range.low * range.high + range.high * range.high) / 3
  }

  private func range(of layer: LayerShape) throws -> UniformRange {
    try answers.drawings(of: "2.2", inputs: [layer.fans]) { (range: UniformRange) throws(MissingAnswer) in
      guard range.low.isFinite, range.high.isFinite, range.low <= range.high else {
        throw .undrawable("2.2", "No weight lies between \(range.low) and \(range.high).")
      }
      return range
    }[0]
  }
}

/// Weights of the standard deviation that an exercise returns, normal or uniform.
struct AnsweredDeviation: WeightRule {
  let exercise: String
  let isUniform: Bool
  let answers: StudentAnswers

  func weights(of layer: LayerShape, using generator: inout Philox4x32x10) throws -> Matrix<Double> {
    let deviation = try deviation(of: layer)
    guard isUniform else {
      return .normal(
        rows: layer.inputs, columns: layer.outputs, standardDeviation: deviation, using: &generator)
    }
    // As the project's own uniform weights, so that right answers give the same bytes.
    let bound = (3 * deviation * deviation).squareRoot()
    return .uniform(rows: layer.inputs, columns: layer.outputs, in: -bound..<bound, using: &generator)
  }

  func meanSquare(of layer: LayerShape) throws -> Double? {
    let deviation = try deviation(of: layer)
    return deviation * deviation
  }

  private func deviation(of layer: LayerShape) throws -> Double {
    try answers.drawings(of: exercise, inputs: [layer.fans]) { (deviation: Double) throws(MissingAnswer) in
      guard deviation.isFinite, deviation > 0 else {
        throw .undrawable(exercise, "\(deviation) is no standard deviation.")
      }
      return deviation
    }[0]
  }
}

/// Weights that an exercise draws itself.
struct AnsweredWeights: WeightRule {
  let exercise: DrawingExercise
  let answers: StudentAnswers

  func weights(of layer: LayerShape, using generator: inout Philox4x32x10) throws -> Matrix<Double> {
    let request = try DrawRequest(exercise, inputs: layer.inputs, outputs: layer.outputs, generator: generator)
    return try answers.drawings(of: exercise.rawValue, question: DrawRequest.name, inputs: [request]) {
      (packed: PackedWeights) throws(MissingAnswer) in
      try weights(in: packed, of: layer)
    }[0]
  }

  func meanSquare(of layer: LayerShape) -> Double? { nil }

  private func weights(in packed: PackedWeights, of layer: LayerShape) throws(MissingAnswer) -> Matrix<Double> {
    func problem(_ detail: String) -> MissingAnswer { .undrawable(exercise.rawValue, detail) }
    guard let weights = packed.weights else { throw problem("What it drew is no matrix.") }
    guard weights.rows == layer.inputs, weights.columns == layer.outputs else {
      throw problem(
        "It drew \(weights.rows) x \(weights.columns) weights instead of \(layer.inputs) x \(layer.outputs).")
    }
    guard weights.elements.allSatisfy(\.isFinite) else { throw problem("It drew a number that is not finite.") }
    return weights
  }
}

extension StudentAnswers {
  /// What is drawn of an exercise's answers to all inputs.
  ///
  /// - Parameters:
  ///   - exercise: what is judged, as `2.6`.
  ///   - question: the name that the program knows it by; the exercise's own by default.
  ///   - inputs: what is asked.
  ///   - use: makes of an answer what is drawn, or says why it can't be.
  /// - Throws: `MissingAnswer` where it returns nothing of that kind.
  func drawings<Answer: Decodable, Drawn>(
    of exercise: String, question: String? = nil, inputs: [some Encodable],
    _ use: (Answer) throws(MissingAnswer) -> Drawn
  ) throws -> [Drawn] {
    try outputs(of: exercise, question: question, inputs: inputs) { (value: Value) throws(MissingAnswer) -> Drawn? in
      guard let answer = try? Wire.decode(Answer.self, from: Wire.encode(value)) else { return nil }
      return try use(answer)
    }.get()
  }
}

extension LayerShape {
  /// As the exercises are asked.
  fileprivate var fans: Fans { Fans(fanIn: inputs, fanOut: outputs) }
}
