import AnswerChecks
import InitializersQuestions
import NumericCore

let formulaChecks = [
  Check(
    "2.1", "Fan-in and fan-out", points: 1, file: "Exercises/Exercise01Fans.swift",
    hints: [
      "Draw one unit and count the arrows that come in. Then draw one input and count the arrows that leave it.",
      "A sample is a row, `[1, inputs]`, and x W has a number a unit. Which dimension of W fits the sample?",
      "`weights.rows` and `weights.columns` are all that you need.",
    ]
  ) { generator in
    [
      WeightsInput(weights: [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]),
      WeightsInput(weights: [[0.5], [-0.5], [1], [2]]),
      WeightsInput(weights: generator.matrix(rows: 2, columns: 5)),
    ]
  },
  Check(
    "2.2", "Glorot's uniform range", points: 1, file: "Exercises/Exercise02GlorotUniform.swift",
    hints: [
      "The range lies around 0: both ends have the same size.",
      "A uniform draw from ±r has the variance r²/3. The 6 is 3 times the 2 of Glorot's variance.",
      "Convert the sum of the fans to Double before you divide; `.squareRoot()` is a method of Double.",
    ], cases: fansCases),
  Check(
    "2.3", "Glorot's standard deviation", points: 1, file: "Exercises/Exercise03GlorotNormal.swift",
    hints: [
      "The way forward asks for one fan, the way back for the other. Glorot takes a mean of both wishes.",
      "1 over the average of two numbers is 2 over their sum.",
      "The formula gives a variance. A standard deviation is its root.",
    ], cases: fansCases),
  Check(
    "2.4", "He's standard deviation", points: 1, file: "Exercises/Exercise04He.swift",
    hints: [
      "How many inputs does a unit sum? That fan is the one that counts.",
      "A rectifier cuts half off; what must the weights do about it?",
      "The formula gives a variance. A standard deviation is its root.",
    ], cases: fansCases),
  Check(
    "2.5", "LeCun's standard deviation", points: 1, file: "Exercises/Exercise05LeCun.swift",
    hints: [
      "The sum over m inputs is to have the size of one input.",
      "m equal variances add up to m times one of them. What must each weight's variance be?",
      "The formula gives a variance. A standard deviation is its root.",
    ], cases: fansCases),
]

private let fansCases: @Sendable (inout Philox4x32x10) throws -> [Fans] = { generator in
  [
    Fans(fanIn: 8, fanOut: 4), Fans(fanIn: 784, fanOut: 200), Fans(fanIn: 10, fanOut: 90),
    Fans(fanIn: 5 + generator.integer(below: 95), fanOut: 105 + generator.integer(below: 95)),
    Fans(fanIn: 205 + generator.integer(below: 95), fanOut: 5 + generator.integer(below: 95)),
  ]
}

extension Philox4x32x10 {
  /// A number of either sign, as a weight that reads well.
  mutating func weight() -> Double { signed(in: 0.3..<2, places: 2) }

  /// Weights that read well, `[rows, columns]`.
  mutating func matrix(rows: Int, columns: Int) -> Matrix<Double> {
    Matrix(rows: rows, columns: columns) { _, _ in weight() }
  }
}
