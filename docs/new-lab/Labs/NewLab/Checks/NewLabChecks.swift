import AnswerChecks
import NewLabQuestions
import NumericCore

/// The checks of all exercises, in order.
///
/// Small cases come first: the first that fails is the one that is shown. Their values have a mean that isn't 0, which tells
/// the standard deviation apart, and there are two of them at least, so that n - 1 is a divisor.
public let newLabChecks = [
  Check(
    "99.1", "Root mean square", points: 2, file: "Exercises/Exercise01RootMeanSquare.swift",
    hints: [
      "Read the name from its end: square, then mean, then root.",
      "`square` works element by element, and a vector has `mean()`; a number has `squareRoot()`.",
    ]
  ) { generator in
    [
      ValuesInput(values: [1, 7]),
      ValuesInput(values: [2, -4, 5]),
      ValuesInput(values: generator.offset(4)),
      ValuesInput(values: generator.offset(6)),
    ]
  }
]

extension Philox4x32x10 {
  /// Numbers whose mean isn't 0.
  fileprivate mutating func offset(_ count: Int) -> Vector<Double> { vector(count) + 2 }
}
