import NewLabQuestions
import NumericCore

/// The reference answers: each formula as plainly as it can be written.
public struct ReferenceAnswers: NewLabQuestions {
  /// Ready to be asked.
  public init() {}

  /// The root mean square (99.1).
  public func rootMeanSquare(values: Vector<Double>) throws -> Double {
    square(values).mean().squareRoot()
  }
}
