import AnswerChecks
import NumericCore
import SparsityQuestions

let penaltyChecks = [
  Check(
    "4.1", "The L2 penalty", points: 1, file: "Exercises/Exercise01L2Penalty.swift",
    hints: [
      "Both parts have λ in front and no half.",
      "The sum of squares is the inner product of w with itself: `dot`.",
      "Try one weight on paper: for λ = 0.5 and w = 3 the value is 4.5 and the slope 3.",
    ]
  ) { generator in
    [
      WeightsInput(weights: [3], strength: 0.4), WeightsInput(weights: [1, -2, 0], strength: 0.3),
      generator.weights(3), generator.weights(5),
    ]
  },
  Check(
    "4.2", "The L1 penalty", points: 1, file: "Exercises/Exercise02L1Penalty.swift",
    hints: [
      "Draw |w|: two straight lines that meet at 0. What is the slope of each, and does it depend on w?",
      "`abs` and `sign` work element by element. `sign` of 0 is 0.",
      "λ multiplies the value and every slope.",
    ]
  ) { generator in
    [
      WeightsInput(weights: [-3, 0], strength: 0.4), WeightsInput(weights: [1, -2, 0], strength: 0.3),
      generator.weights(4, zeros: 1), generator.weights(6, zeros: 2),
    ]
  },
  Check(
    "4.3", "The elastic net", points: 1, file: "Exercises/Exercise03ElasticNet.swift",
    hints: [
      "It is the sum of 4.2 and 4.1, each with its share of λ.",
      "With s = 1 it has to give exactly what L1 gives, and with s = 0 what L2 gives.",
      "The derivative of a sum is the sum of the derivatives, with the same shares.",
    ]
  ) { generator in
    [
      WeightsInput(weights: [-3], strength: 0.4, l1Share: 0.25), generator.weights(3, share: 0.75),
      generator.weights(5, zeros: 1, share: generator.pick([0.2, 0.3, 0.6, 0.8])),
    ]
  },
  Check(
    "4.4", "The soft threshold", points: 1, file: "Exercises/Exercise04SoftThreshold.swift",
    hints: [
      "Three cases: z above t, z below -t, and z in between.",
      "Shrink the size |z| and give the sign back; no size is below 0.",
      "`maximum(x, 0)` replaces all negative elements of x by 0.",
    ]
  ) { generator in
    [
      ThresholdInput(values: [3, -3, 0.5, -0.5], threshold: 1), generator.thresholds(4), generator.thresholds(7),
    ]
  },
]

extension Philox4x32x10 {
  /// Random weights, some of them 0, under a random strength.
  fileprivate mutating func weights(_ count: Int, zeros: Int = 0, share: Double? = nil) -> WeightsInput {
    var weights = vector(count)
    for place in sampleWithoutReplacement(zeros, below: count) { weights[place] = 0 }
    return WeightsInput(weights: weights, strength: decimal(in: 0.2..<0.9, places: 2), l1Share: share)
  }

  /// Numbers of both signs above and below a threshold.
  fileprivate mutating func thresholds(_ count: Int) -> ThresholdInput {
    let threshold = decimal(in: 0.7..<1.2)
    var values = vector(count, in: 0.2..<3)
    values[0] = -threshold - 1
    values[1] = -threshold / 4
    values[2] = threshold / 4
    values[3] = threshold + 0.5
    return ThresholdInput(values: values, threshold: threshold)
  }
}
