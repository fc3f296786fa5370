import NewLabQuestions
import NumericCore

/// Answers that make the named mistakes and are otherwise right. Without a mistake they equal the reference.
///
/// A mistake is a branch in the method that it belongs to, so two mistakes can be made at once.
public struct WrongAnswers: NewLabQuestions {
  private let mistakes: Set<String>

  /// Answers that make these mistakes.
  public init(making mistakes: Set<String>) { self.mistakes = mistakes }

  private func makes(_ mistake: String) -> Bool { mistakes.contains(mistake) }

  /// The root mean square (99.1), with the mistakes asked for.
  public func rootMeanSquare(values: Vector<Double>) throws -> Double {
    let numbers = makes("mean-subtracted") ? values - values.mean() : values
    let sizes = makes("absolute-values") ? abs(numbers) : square(numbers)
    let count = makes("mean-forgotten") ? 1 : makes("one-fewer") ? Double(values.count - 1) : Double(values.count)
    let mean = sizes.sum() / count
    return makes("absolute-values") || makes("root-forgotten") ? mean : mean.squareRoot()
  }
}
