import AnswerChecks
import NumericCore
import SparsityQuestions

let solverChecks = [
  Check(
    "4.5", "One sweep of coordinate descent", points: 3, file: "Exercises/Exercise05CoordinateDescent.swift",
    hints: [
      "One loop over the columns, `features.column(j)`; inside, a number for each part of the formula.",
      "The residuals belong inside the loop: the weight that was changed last changes them.",
      "Work out one feature on paper. With s = 1 and λ = 0 it becomes the least-squares weight in one go.",
    ]
  ) { generator in
    [
      generator.sweep(2, 1, share: 1), generator.sweep(4, 2, share: 0.5), generator.sweep(6, 3, share: 1),
      generator.sweep(8, 4, share: generator.pick([0.3, 0.6, 0.7])),
    ]
  },
  Check(
    "4.6", "Ridge regression in closed form", points: 2, file: "Exercises/Exercise06Ridge.swift",
    hints: [
      "Centre X and y. Then set the gradient with respect to w to 0: a system of linear equations.",
      "`solve(a, b)` solves it. The penalty adds the same number to each entry of the diagonal.",
      "The plane goes through the means of the data: the mean of y is the prediction at the mean of X.",
    ]
  ) { generator in
    [
      RegressionInput(features: [[1], [2], [6]], targets: [2, 3, 10], strength: 0.5),
      generator.measured(5, 2, strength: generator.decimal(in: 0.2..<0.6)),
      generator.measured(8, 3, strength: generator.decimal(in: 0.2..<0.6)),
    ]
  },
]

let boundChecks = [
  Check(
    "4.9", "Lambda max", points: 1, file: "Exercises/Exercise09LambdaMax.swift",
    hints: [
      "All weights stay 0 while the gradient of the loss there is too small for the slope of the penalty.",
      "At w = 0 the residuals are the centred targets.",
      "Write the condition for one weight, with λ s as the slope. Then for all of them, and solve for λ.",
    ]
  ) { generator in
    [
      RegressionInput(features: [[1, 3], [2, 3], [6, 1]], targets: [-2, -3, -10], l1Share: 0.5),
      generator.measured(4, 2, share: 1), generator.measured(7, 4, share: generator.pick([0.3, 0.4, 0.6])),
    ]
  },
  Check(
    "4.10", "The duality gap of the lasso", points: 3, file: "Exercises/Exercise10DualityGap.swift",
    hints: [
      "Compute the residuals first, then Xᵀr, of which the largest entry counts.",
      "The factor of r is 1 where that entry is at most n λ, and less where it is larger.",
      "At w = 0 with a λ that keeps all weights at 0 the gap is 0: try that.",
    ]
  ) { generator in
    [
      generator.gap(2, 1, strength: 0.05, weights: 0.3..<0.6), generator.gap(4, 2, strength: 0.2, weights: 0.2..<1.5),
      generator.gap(6, 3, strength: 9, weights: 0.1..<0.5), generator.gap(8, 4, strength: 0.3, weights: 0.2..<1.5),
    ]
  },
]

extension Philox4x32x10 {
  /// A sweep over centred columns of different lengths, from weights other than 0.
  fileprivate mutating func sweep(_ samples: Int, _ count: Int, share: Double) -> RegressionInput {
    let features = centred(samples, count)
    let targets = features.dot(vector(count, in: 0.6..<2)) + centred(samples, 1).column(0)
    return RegressionInput(
      features: features, targets: targets.map { ($0 * 100).rounded() / 100 }, weights: vector(count, in: 0.2..<1),
      strength: decimal(in: 0.1..<0.3, places: 2), l1Share: share)
  }

  /// Data as measured: with means that aren't 0.
  fileprivate mutating func measured(
    _ samples: Int, _ count: Int, strength: Double? = nil, share: Double? = nil
  ) -> RegressionInput {
    let means = vector(count, in: 2..<5)
    let features = matrix(samples, count, in: 0.3..<3).adding(means, to: .rows)
    let targets = features.dot(vector(count, in: 0.4..<2)) + vector(samples) + signed(in: 2..<5)
    return RegressionInput(
      features: features.map { ($0 * 10).rounded() / 10 }, targets: targets.map { ($0 * 10).rounded() / 10 },
      strength: strength, l1Share: share)
  }

  /// A lasso whose weights are somewhere.
  fileprivate mutating func gap(
    _ samples: Int, _ count: Int, strength: Double, weights sizes: Range<Double>
  ) -> RegressionInput {
    var input = sweep(samples, count, share: 1)
    input.l1Share = nil
    input.strength = strength
    input.weights = vector(count, in: sizes)
    return input
  }
}
