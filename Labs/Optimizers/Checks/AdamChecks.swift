import AnswerChecks
import NumericCore
import OptimizersQuestions

let adamChecks = [
  Check(
    "1.11", "Adam", points: 3, file: "Exercises/Exercise11Adam.swift",
    hints: [
      "Adam is RMSprop with two additions: an average of the gradients in place of the gradient, and a correction for "
        + "the start at zero.",
      "Count `memory.step` up first, so that it is 1 in the first step. `pow` takes Doubles: Double(memory.step).",
      "The corrected moments are only for this step. What you leave in `memory` are the uncorrected ones.",
    ]
  ) { generator in familyCases(&generator) },
  Check(
    "1.12", "AdaMax", points: 2, file: "Exercises/Exercise12AdaMax.swift",
    hints: [
      "Adam's average of squares becomes a maximum that slowly decays. Everything else stays, or falls away.",
      "Compare sizes, so signs must not count: `abs` works element by element.",
      "The larger of two vectors, element by element, is `a.zip(b) { max($0, $1) }`.",
    ]
  ) { generator in familyCases(&generator) },
  Check(
    "1.13", "Nadam", points: 3, file: "Exercises/Exercise13Nadam.swift",
    hints: [
      "Only the first moment differs from Adam: it looks one step ahead, as Nesterov does.",
      "The look-ahead has two parts: most of it is the averaged gradient, the rest this step's own gradient.",
      "Each part has its own correction. The one that stands for the next step has the next step's number in it.",
    ]
  ) { generator in familyCases(&generator) },
  Check(
    "1.14", "AMSGrad", points: 2, file: "Exercises/Exercise14AMSGrad.swift",
    hints: [
      "Adam's steps can grow again once large gradients are forgotten. Here they cannot.",
      "Three things are remembered: both averages, and the largest value that the second one ever had.",
      "The larger of two vectors, element by element, is `a.zip(b) { max($0, $1) }`. The average itself goes on below it.",
    ]
  ) { generator in familyCases(&generator) },
]

/// One step, three steps, a zero coordinate, a large ε with short memories, and two random runs.
private func familyCases(_ generator: inout Philox4x32x10) -> [StepsInput] {
  [
    StepsInput(weights: [1], gradients: [[2]], learningRate: 0.1).moments(),
    StepsInput(weights: [1], gradients: [[2], [1], [1]], learningRate: 0.1).moments(),
    StepsInput(weights: [1, -2], gradients: [[-1, 0], [-2, 0], [3, 0]], learningRate: 0.1).moments(),
    StepsInput(weights: [1, -2], gradients: [[4, -1], [1, 2], [3, 1], [1, -1]], learningRate: 0.5)
      .moments(beta1: 0.5, beta2: 0.75, epsilon: 0.1),
    generator.steps(5, dimensions: 3).moments(),
    generator.steps(6, dimensions: 2)
      .moments(
        beta1: generator.decimal(in: 0.6..<0.8, places: 2), beta2: generator.decimal(in: 0.85..<0.95, places: 2),
        epsilon: 0.1),
  ]
}
