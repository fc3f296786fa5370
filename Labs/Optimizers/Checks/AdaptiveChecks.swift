import AnswerChecks
import NumericCore
import OptimizersQuestions

// A large ε, as 0.1, shows where it stands. A coordinate whose gradient is zero shows what keeps 0/0 away.

let adaptiveChecks = [
  Check(
    "1.8", "Adagrad", points: 1, file: "Exercises/Exercise08Adagrad.swift",
    hints: [
      "Every coordinate has a learning rate of its own, which shrinks as its gradients add up.",
      "Update the sum before you divide. `*`, `/` and `sqrt` of NumericCore work element by element.",
      "What you leave in `sumOfSquares` is there again at the next step. The small number is added after the root.",
    ]
  ) { generator in
    [
      StepsInput(weights: [1], gradients: [[2]], learningRate: 0.1).epsilon(0.5),
      StepsInput(weights: [1], gradients: [[3], [4]], learningRate: 0.1).epsilon(1e-8),
      StepsInput(weights: [1, -2], gradients: [[1, 0], [-2, 0], [2, -1]], learningRate: 0.5).epsilon(0.1),
      generator.steps(4, dimensions: 3).epsilon(1e-8),
      generator.steps(6, dimensions: 2).epsilon(0.1),
    ]
  },
  Check(
    "1.9", "RMSprop", points: 1, file: "Exercises/Exercise09RMSprop.swift",
    hints: [
      "Adagrad never forgets. Here the sum becomes a running average, which does.",
      "The old average keeps the share ρ; what remains to 1 belongs to the new square.",
      "Update the average first and leave it in `meanSquare`. The small number is added after the root.",
    ]
  ) { generator in
    [
      StepsInput(weights: [1], gradients: [[2]], learningRate: 0.1).average(rho: 0.75, epsilon: 0.5),
      StepsInput(weights: [1], gradients: [[2], [2]], learningRate: 0.1).average(rho: 0.75, epsilon: 1e-8),
      StepsInput(weights: [1, -2], gradients: [[1, 0], [-2, 0], [2, -1]], learningRate: 0.5)
        .average(rho: 0.9, epsilon: 0.1),
      generator.steps(4, dimensions: 3).average(rho: 0.9, epsilon: 1e-8),
      generator.steps(6, dimensions: 2).average(rho: generator.decimal(in: 0.6..<0.9, places: 2), epsilon: 0.1),
    ]
  },
  Check(
    "1.10", "Adadelta", points: 2, file: "Exercises/Exercise10Adadelta.swift",
    hints: [
      "Two running averages: one of squared gradients, one of squared updates. Their roots, divided, replace the rate.",
      "Keep the order of the four lines: the update is computed with the average of the updates before it.",
      "Follow the units: the root of u has the unit of the weights, the root of s that of the gradient. Which one must "
        + "be above, if d is to have the unit of the weights?",
    ]
  ) { generator in
    [
      StepsInput(weights: [1], gradients: [[2]], learningRate: 0.5).average(rho: 0.75, epsilon: 0.25),
      StepsInput(weights: [1], gradients: [[2], [1]], learningRate: 1).average(rho: 0.75, epsilon: 0.01),
      StepsInput(weights: [1, -2], gradients: [[1, 0], [-2, 0], [2, -1]], learningRate: 0.5)
        .average(rho: 0.9, epsilon: 0.1),
      generator.steps(4, dimensions: 3).average(rho: 0.9, epsilon: 1e-6),
      generator.steps(6, dimensions: 2).average(rho: generator.decimal(in: 0.6..<0.9, places: 2), epsilon: 0.1),
    ]
  },
]
