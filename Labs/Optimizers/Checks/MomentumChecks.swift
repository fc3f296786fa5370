import AnswerChecks
import NumericCore
import OptimizersQuestions

let momentumChecks = [
  Check(
    "1.5", "Momentum", points: 2, file: "Exercises/Exercise05Momentum.swift",
    hints: [
      "The weights roll like a ball: the velocity remembers where they were going, the gradient bends it.",
      "Two lines: first update the velocity, then move. The velocity of this call is the old one of the next.",
      "`velocity` is passed `inout`: what you leave in it is there again at the next step.",
    ]
  ) { generator in
    [
      StepsInput(weights: [1], gradients: [[2]], learningRate: 0.1).momentum(0.5),
      StepsInput(weights: [1], gradients: [[2], [2]], learningRate: 0.1).momentum(0.5),
      StepsInput(weights: [1, -2], gradients: [[1, -2], [0, 1], [-1, 0]], learningRate: 0.2).momentum(0.9),
      generator.steps(4, dimensions: 3).momentum(0.9),
      generator.steps(6, dimensions: 2).momentum(generator.decimal(in: 0.6..<0.9, places: 2)),
    ]
  },
  Check(
    "1.6", "Coupled momentum", points: 1, file: "Exercises/Exercise06CoupledMomentum.swift",
    hints: [
      "The velocity is a running average of steps here: what the past keeps and what the present gets add up to 1.",
      "Start from your momentum of 1.5. One factor is new.",
      "If the gradient never changes, the velocity approaches a plain gradient step. Check that on paper.",
    ]
  ) { generator in
    [
      StepsInput(weights: [1], gradients: [[2]], learningRate: 0.1).momentum(0.75),
      StepsInput(weights: [1], gradients: [[2], [2]], learningRate: 0.1).momentum(0.75),
      StepsInput(weights: [1, -2], gradients: [[1, -2], [0, 1], [-1, 0]], learningRate: 0.2).momentum(0.9),
      generator.steps(4, dimensions: 3).momentum(0.9),
      generator.steps(6, dimensions: 2).momentum(generator.decimal(in: 0.6..<0.9, places: 2)),
    ]
  },
  Check(
    "1.7", "Nesterov's accelerated gradient", points: 2, file: "Exercises/Exercise07Nesterov.swift",
    hints: [
      "Before you ask for the slope, look where you are going to be.",
      "`gradient` is a function: call it, with `try`, at the point where you want the slope. It is not called for you.",
      "The look-ahead is only for measuring. The step itself starts at the weights that you were given.",
    ]
  ) { generator in
    [
      bowl([1], curvature: [2], steps: 1, rate: 0.1).momentum(0.5),
      bowl([1], curvature: [2], steps: 2, rate: 0.1).momentum(0.5),
      bowl([1, -2], curvature: [1, 4], steps: 3, rate: 0.1).momentum(0.9),
      randomBowl(steps: 4, dimensions: 3, &generator).momentum(0.9),
      randomBowl(steps: 6, dimensions: 2, &generator).momentum(generator.decimal(in: 0.6..<0.9, places: 2)),
    ]
  },
]

private func bowl(_ weights: Vector<Double>, curvature: Vector<Double>, steps: Int, rate: Double) -> StepsInput {
  StepsInput(weights: weights, curvature: curvature, steps: steps, learningRate: rate)
}

private func randomBowl(steps: Int, dimensions: Int, _ generator: inout Philox4x32x10) -> StepsInput {
  bowl(
    generator.vector(dimensions, in: 1..<3),
    curvature: Vector(count: dimensions) { _ in generator.decimal(in: 1..<4) }, steps: steps,
    rate: generator.decimal(in: 0.1..<0.3, places: 2))
}
