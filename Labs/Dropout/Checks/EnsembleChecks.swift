import AnswerChecks
import DropoutQuestions
import NumericCore

let ensembleChecks = [
  Check(
    "3.5", "What an ensemble predicts", points: 1, file: "Exercises/Exercise05EnsemblePrediction.swift",
    hints: [
      "First each network makes probabilities of its own row of logits; only then is anything averaged.",
      "The result adds up to 1. Does yours?",
    ]
  ) { generator in
    [
      LogitsInput(logits: [[0, 1], [3, 0]]), LogitsInput(logits: generator.matrix(3, 3)),
      LogitsInput(logits: generator.matrix(5, 4)),
    ]
  },
  Check(
    "3.6", "The error of an ensemble", points: 1, file: "Exercises/Exercise06EnsembleError.swift",
    hints: [
      "Write the square of the sum as a double sum of εᵢ εⱼ, and divide by k².",
      "For k of the k² terms i = j. How many are left, and what is each worth?",
      "Try k = 1: one network alone has the error v.",
    ]
  ) { generator in
    [
      EnsembleErrorInput(variance: 2, covariance: 0.5, networks: 4),
      EnsembleErrorInput(variance: 1, covariance: 0.4, networks: 1),
      ensembleError(&generator), ensembleError(&generator),
    ]
  },
  Check(
    "3.7", "How many thinned networks?", points: 2, file: "Exercises/Exercise07ThinnedNetworks.swift",
    hints: [
      "Draw one layer of two units. Which subsets can dropout leave? Count none and both too.",
      "Each unit is there or not, on its own: how many possibilities for all units of all layers together?",
      "`ExactInteger(2).power(n)` has all its digits.",
    ]
  ) { generator in
    [
      UnitsInput(unitsByLayer: [3]), UnitsInput(unitsByLayer: [4, 4]),
      UnitsInput(unitsByLayer: [70 + generator.integer(below: 30), 100]),
      UnitsInput(unitsByLayer: [5, 64 + generator.integer(below: 30), 7 + generator.integer(below: 5)]),
    ]
  },
]

private func ensembleError(_ generator: inout Philox4x32x10) -> EnsembleErrorInput {
  let variance = generator.decimal(in: 1..<3)
  return EnsembleErrorInput(
    variance: variance, covariance: generator.decimal(in: 0.2..<0.8), networks: 3 + generator.integer(below: 9))
}
