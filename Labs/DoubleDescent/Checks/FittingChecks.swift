import AnswerChecks
import DoubleDescentQuestions
import NumericCore

let fittingChecks = [
  Check(
    "7.2", "The minimum-norm solution", points: 3, file: "Exercises/Exercise02MinimumNorm.swift",
    hints: [
      "With Φ = U diag(s) Vᵀ, look at targets and weights in the bases U and V: each pair has an equation of its own.",
      "`svd(features)` has `u`, `singularValues` and `vTransposed`, in the thin form: as many values as the shorter side.",
      "A factor for each singular value: the reciprocal, or 0 where it counts as zero. `multiplying(.columns, by:)` scales rows.",
    ]
  ) { generator in
    [
      FitInput(features: [[4, 0, 0], [0, 0.2, 0]], targets: [[2], [1]], tolerance: 0.1),
      FitInput(
        features: try generator.matrix(3, 4, singularValues: generator.fadingValues(3, largest: 0.4..<0.7)),
        targets: generator.matrix(3, 1), tolerance: 0.1),
      FitInput(
        features: try generator.matrix(6, 4, singularValues: generator.fadingValues(4)),
        targets: generator.matrix(6, 2), tolerance: 0.1),
    ]
  },
  Check(
    "7.3", "Ridge regression of any width", points: 2, file: "Exercises/Exercise03Ridge.swift",
    hints: [
      "Set the gradient with respect to W to 0. What stands in front of W is one matrix.",
      "`solve(a, b)` takes a right-hand side with several columns.",
      "For one feature, one output and one sample, try it on paper: φ = 2, y = 3, λ = 0.5 gives w = 6/5.",
    ]
  ) { generator in
    [
      FitInput(features: [[1], [2], [2]], targets: [[1], [2], [4]], strength: 0.3),
      FitInput(features: generator.matrix(2, 3), targets: generator.matrix(2, 1), strength: generator.strength()),
      FitInput(features: generator.matrix(5, 3), targets: generator.matrix(5, 2), strength: generator.strength()),
    ]
  },
]

let freedomCheck = Check(
  "7.8", "Effective degrees of freedom", points: 1, file: "Exercises/Exercise08DegreesOfFreedom.swift",
  hints: [
    "H = Φ (ΦᵀΦ + 2nλ I)⁻¹ Φᵀ. Put the singular value decomposition of Φ into it, and most of it cancels.",
    "The trace is the sum of the eigenvalues of H: one for each singular value, between 0 and 1.",
  ]
) { generator in
  [
    MatrixInput(features: [[2], [1]], strength: 0.3),
    MatrixInput(features: generator.matrix(3, 5), strength: generator.strength()),
    MatrixInput(features: generator.matrix(6, 4), strength: generator.strength()),
  ]
}

extension Philox4x32x10 {
  /// λ that isn't 1/2, whose square is its half.
  fileprivate mutating func strength() -> Double { decimal(in: 0.15..<0.4, places: 2) }
}
