import AnswerChecks
import NumericCore
import OptimizersQuestions

let adaptiveChecks = [
  Check(
    "1.11", "Adam", points: 3, file: "Exercises/Exercise11Adam.swift",
    hints: []
  ) { generator in
    [StepsInput(weights: [1, -2], gradients: [[1, 2], [0.5, -1]], learningRate: 0.1)]
  }
]
