import AnswerWire
import NumericCore

/// All that the lab asks. A set of answers, a student's or the reference, conforms to it.
public protocol NewLabQuestions: Sendable {
  /// **99.1 Root mean square** (2 points).
  ///
  /// √(1/n Σ xᵢ²): how large numbers are, whatever their signs.
  ///
  /// - Parameter values: x, `[values]`, one at least.
  /// - Returns: the root mean square, 0 or more, in the unit of x.
  func rootMeanSquare(values: Vector<Double>) throws -> Double
}

/// The exercises as they are asked of any set of answers.
public let newLabExercises: [Exercise<any NewLabQuestions>] = [
  Exercise("99.1") { answers, input in try rootMeanSquare(of: input, by: answers) }
]

private func rootMeanSquare(of input: ValuesInput, by answers: any NewLabQuestions) throws -> Double {
  try answers.rootMeanSquare(values: input.values)
}
