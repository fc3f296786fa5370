import AnswerChecks
import NumericCore
import SparsityQuestions

let trainingChecks = [
  Check(
    "4.7", "A step with weight decay", points: 2, file: "Exercises/Exercise07WeightDecay.swift",
    hints: [
      "`update` returns what is subtracted, η included. Call it with `try`, once.",
      "What differs is the gradient that goes in, and whether something is subtracted beside it.",
      "Under gradient descent both ways must give the same weights. Check that on paper.",
    ]
  ) { generator in
    [
      DecayInput(weights: [2], gradients: [[0.5]], learningRate: 0.1, strength: 0.3, decay: .penalty, epsilon: 0.1),
      DecayInput(weights: [2], gradients: [[0.5]], learningRate: 0.1, strength: 0.3, decay: .decoupled, epsilon: 0.1),
      generator.decay(2, .penalty), generator.decay(2, .decoupled), generator.decay(3, .penalty, epsilon: 0.1),
      generator.decay(3, .decoupled, epsilon: 0.1),
    ]
  },
  Check(
    "4.8", "What λ Σ w² does to curvature", points: 2, file: "Exercises/Exercise08Conditioning.swift",
    hints: [
      "The second derivative of λ w² is the same everywhere. It is added to each eigenvalue.",
      "Along one eigenvector the sum is d/2 (w - w*)² + λ w². Where is its derivative 0?",
      "The condition number is that of the new Hessian. The eigenvalues come in any order.",
    ]
  ) { generator in
    [
      CurvatureInput(eigenvalues: [2, 6], strength: 0.5), CurvatureInput(eigenvalues: [8, 0.5, 2], strength: 3),
      generator.curvature(3), generator.curvature(5),
    ]
  },
]

let maxNormCheck = Check(
  "4.11", "A step under a max-norm", points: 1, file: "Exercises/Exercise11MaxNorm.swift",
  hints: [
    "Two parts: the step of gradient descent, and then each column by itself.",
    "`column(j)` gives a column, `norm` its length, and `Matrix(columns:)` puts columns together.",
    "A column whose norm is at most c has to come out as the step left it, to the last bit.",
  ]
) { generator in
  [
    // The first column's step is longer than the limit too, so clipping it isn't the same as limiting nothing.
    MaxNormInput(weights: [[3, 0.3], [4, 0.4]], gradient: [[-6, -1], [8, 0.5]], learningRate: 0.5, limit: 2),
    generator.limited(3, 3), generator.limited(4, 5),
  ]
}

extension Philox4x32x10 {
  fileprivate mutating func decay(_ count: Int, _ decay: WeightDecay, epsilon: Double? = nil) -> DecayInput {
    DecayInput(
      weights: vector(count, in: 0.5..<3), gradients: matrix(3, count, in: 0.2..<2),
      learningRate: decimal(in: 0.05..<0.3, places: 2), strength: decimal(in: 0.1..<0.5, places: 2), decay: decay,
      epsilon: epsilon)
  }

  /// The largest and the smallest are neither first nor last.
  fileprivate mutating func curvature(_ count: Int) -> CurvatureInput {
    var eigenvalues = Vector(count: count) { _ in decimal(in: 1..<6, places: 2) }
    eigenvalues[1] = decimal(in: 9..<20)
    if count > 3 { eigenvalues[2] = decimal(in: 0.1..<0.9, places: 2) }
    return CurvatureInput(eigenvalues: eigenvalues, strength: decimal(in: 0.3..<2, places: 2))
  }

  /// Columns of which the first is much longer than the limit and the last shorter.
  fileprivate mutating func limited(_ inputs: Int, _ outputs: Int) -> MaxNormInput {
    var weights = matrix(inputs, outputs, in: 0.5..<2)
    weights.setColumn(0, to: 3 * weights.column(0))
    weights.setColumn(outputs - 1, to: 0.1 * weights.column(outputs - 1))
    return MaxNormInput(
      weights: weights, gradient: matrix(inputs, outputs, in: 0.3..<2), learningRate: 0.1,
      limit: decimal(in: 1.6..<2.4))
  }
}
