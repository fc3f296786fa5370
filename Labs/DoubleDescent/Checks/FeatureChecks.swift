import AnswerChecks
import DoubleDescentQuestions
import NumericCore

let mapCheck = Check(
  "7.1", "A random feature map", points: 1, file: "Exercises/Exercise01Features.swift",
  hints: [
    "Three steps: directions of length 1, all products of samples and directions, and 0 for what is negative.",
    "`directions.reduced(over: .columns) { $0.norm }` gives the length of each row, and `dividing(.columns, by:)` uses them.",
    "`a.dot(b, transposingRight: true)` has all products of rows; `maximum(x, 0)` is the rectifier.",
  ]
) { generator in
  [
    MapInput(samples: [[1, 2]], directions: [[3, 4], [1, -1]]),
    MapInput(samples: generator.matrix(2, 3), directions: generator.matrix(3, 3)),
    MapInput(samples: generator.matrix(3, 4), directions: generator.matrix(5, 4)),
  ]
}

let thresholdCheck = Check(
  "7.4", "Where the threshold lies", points: 2, file: "Exercises/Exercise04Thresholds.swift",
  hints: [
    "Count equations and unknowns. For a linear model do that for one output: each has its own unknowns and equations.",
    "How many coefficients does a polynomial of degree 2 have? Through how many points can it pass?",
    "A hidden unit brings d weights, a bias and k weights to the outputs. The outputs have k biases, whatever the width.",
  ]
) { generator in
  [
    SizesInput(samples: 7, inputs: 2, outputs: 2), generator.sizes(), generator.sizes(), generator.sizes(),
  ]
}

let conditionCheck = Check(
  "7.7", "Condition numbers near the threshold", points: 2, file: "Exercises/Exercise07ConditionNumbers.swift",
  hints: [
    "`singularValues(features)` has them in order, the largest first. Which are more than the tolerance times that?",
    "The eigenvalues of ΦᵀΦ are the squares of the singular values. What does that make of their quotient?",
    "The last number needs n and p only. It grows without bound as p comes near n.",
  ]
) { generator in
  [
    MatrixInput(features: [[4, 0, 0], [0, 0.2, 0]], tolerance: 0.1),
    MatrixInput(
      features: try generator.matrix(3, 5, singularValues: generator.fadingValues(3, largest: 0.4..<0.7)),
      tolerance: 0.1),
    MatrixInput(
      features: try generator.matrix(6, 4, singularValues: generator.fadingValues(4)), tolerance: 0.1),
  ]
}

extension Philox4x32x10 {
  /// Sizes of which no quotient is whole, so that rounding matters.
  fileprivate mutating func sizes() -> SizesInput {
    while true {
      let (samples, inputs, outputs) = (40 + integer(below: 400), 3 + integer(below: 20), 2 + integer(below: 9))
      if (samples * outputs - outputs) % (inputs + 1 + outputs) != 0 {
        return SizesInput(samples: samples, inputs: inputs, outputs: outputs)
      }
    }
  }
}
