import AnswerChecks
import InitializersQuestions
import NumericCore

/// Weights between the two ends that exercise 2.2 returns.
struct AnsweredRange: WeightRule {
  let name: StartName
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
    let range: UniformRange = try answers.answer("2.2", to: layer.fans, for: name.title)
    guard range.low.isFinite, range.high.isFinite, range.low <= range.high else {
      throw Gap(
        name.title, exercise: "2.2", .wrong,
        detail: "No weight lies between \(range.low) and \(range.high).")
    }
    return range
  }
}

/// Weights of the standard deviation that an exercise returns, normal or uniform.
struct AnsweredDeviation: WeightRule {
  let name: StartName
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
    let deviation: Double = try answers.answer(exercise, to: layer.fans, for: name.title)
    guard deviation.isFinite, deviation > 0 else {
      throw Gap(
        name.title, exercise: exercise, .wrong, detail: "\(deviation) is no standard deviation.")
    }
    return deviation
  }
}

/// Weights that an exercise draws itself.
struct AnsweredWeights: WeightRule {
  let name: StartName
  let exercise: DrawingExercise
  let answers: StudentAnswers

  func weights(of layer: LayerShape, using generator: inout Philox4x32x10) throws -> Matrix<Double> {
    let request = try DrawRequest(exercise, inputs: layer.inputs, outputs: layer.outputs, generator: generator)
    let packed: PackedWeights = try answers.answer(
      exercise.rawValue, as: DrawRequest.name, to: request, for: name.title)
    guard let weights = packed.weights else { throw gap("What it drew is no matrix.") }
    guard weights.rows == layer.inputs, weights.columns == layer.outputs else {
      throw gap("It drew \(weights.rows) x \(weights.columns) weights instead of \(layer.inputs) x \(layer.outputs).")
    }
    guard weights.elements.allSatisfy(\.isFinite) else { throw gap("It drew a number that is not finite.") }
    return weights
  }

  func meanSquare(of layer: LayerShape) -> Double? { nil }

  private func gap(_ detail: String) -> Gap {
    Gap(name.title, exercise: exercise.rawValue, .wrong, detail: detail)
  }
}

extension LayerShape {
  /// As the exercises are asked.
  fileprivate var fans: Fans { Fans(fanIn: inputs, fanOut: outputs) }
}
