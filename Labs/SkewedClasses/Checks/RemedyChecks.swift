import AnswerChecks
import NumericCore
import SkewedClassesQuestions

let remedyChecks = [
  Check(
    "6.8", "The threshold that costs ask for", points: 2, file: "Exercises/Exercise08CostThreshold.swift",
    hints: [
      "What does saying positive cost on average, if p is the probability? And what does saying negative cost?",
      "Set the two costs equal, and solve for the odds p / (1 - p).",
      "Training with weights multiplied the odds. Multiply those at which to decide likewise, then turn them to p.",
    ]
  ) { generator in
    [
      CostsInput(costOfFalsePositive: 1, costOfFalseNegative: 1, positiveWeight: 1),
      CostsInput(costOfFalsePositive: 1, costOfFalseNegative: 9, positiveWeight: 1),
      CostsInput(costOfFalsePositive: 2, costOfFalseNegative: 3, positiveWeight: 4),
      CostsInput(
        costOfFalsePositive: Double(generator.whole(2...5)), costOfFalseNegative: Double(generator.whole(20...60)),
        positiveWeight: Double(generator.whole(2...9)) + 0.5),
    ]
  },
  Check(
    "6.9", "The cheapest threshold, by counting", points: 2, file: "Exercises/Exercise09CheapestThreshold.swift",
    hints: [
      "Start with nobody predicted positive: what does that cost? It is the first best.",
      "Then try the different scores from the largest down, and keep one only if it is cheaper than the best so far.",
      "Costs add up: each false positive costs c, each false negative C. Compare sums, not means.",
    ]
  ) { generator in
    [
      CostlyScoresInput(
        scores: [0.9, 0.6, 0.4, 0.2], isPositive: [true, false, true, false], costOfFalsePositive: 1,
        costOfFalseNegative: 5),
      CostlyScoresInput(
        scores: [0.9, 0.7, 0.5], isPositive: [true, false, true], costOfFalsePositive: 2, costOfFalseNegative: 2),
      CostlyScoresInput(
        scores: [0.8, 0.5, 0.3], isPositive: [false, true, false], costOfFalsePositive: 5, costOfFalseNegative: 1),
      costly(&generator, falsePositive: 1, falseNegative: 4...9),
      costly(&generator, falsePositive: 3, falseNegative: 1...2),
    ]
  },
  Check(
    "6.10", "Class weights", points: 1, file: "Exercises/Exercise10ClassWeights.swift",
    hints: [
      "Count how many samples each class has. A class that is never seen has none.",
      "Try two classes with 1 and 3 samples: the weights times the counts have to be equal, and add up to 4.",
      "n and K are the same for all classes. Only n_k differs, and where it is zero there is no weight: nil.",
    ]
  ) { generator in
    [
      LabelsInput(labels: [0, 1, 0, 0], classes: 2),
      LabelsInput(labels: [2, 0, 0, 2, 2], classes: 3),
      labels(&generator, counts: [generator.whole(6...9), generator.whole(2...4), 1]),
    ]
  },
  Check(
    "6.11", "Micro, macro, weighted", points: 2, file: "Exercises/Exercise11AveragedF1.swift",
    hints: [
      "For a class, TP stands on the diagonal, FN is the rest of its row, and FP the rest of its column.",
      "Write a function that gives F1 from three counts, or nil. Micro calls it once, the others once a class.",
      "Weights are sums of rows. A class with an empty row weighs nothing, whether its F1 is defined or not.",
    ]
  ) { generator in
    [
      ConfusionInput([[3, 1], [2, 4]]),
      ConfusionInput([[7, 1, 0], [2, 3, 1], [1, 0, 2]]),
      ConfusionInput([[3, 1, 1], [0, 2, 1], [0, 0, 0]]),
      ConfusionInput([[5, 1, 0], [2, 2, 0], [0, 0, 0]]),
      ConfusionInput([[0, 0], [0, 0]]),
      ConfusionInput(table(&generator)),
    ]
  },
]

/// Scored samples and costs.
private func costly(
  _ generator: inout Philox4x32x10, falsePositive: Int, falseNegative: ClosedRange<Int>
) -> CostlyScoresInput {
  let drawn = generator.scored(positives: 3, negatives: 8)
  return CostlyScoresInput(
    scores: drawn.scores, isPositive: drawn.isPositive, costOfFalsePositive: Double(falsePositive),
    costOfFalseNegative: Double(generator.whole(falseNegative)))
}

/// So many samples of each class, in any order.
private func labels(_ generator: inout Philox4x32x10, counts: [Int]) -> LabelsInput {
  var labels = counts.indices.flatMap { Array(repeating: $0, count: counts[$0]) }
  generator.shuffleInPlace(&labels)
  return LabelsInput(labels: labels, classes: counts.count)
}

/// A skewed table of three classes: most samples in the first, and all kinds of mistakes.
private func table(_ generator: inout Philox4x32x10) -> [[Int]] {
  (0..<3).map { row in
    (0..<3).map { column in
      let most = [40, 12, 4][row]
      return row == column ? most + generator.whole(0...3) : 1 + generator.whole(0...[9, 4, 2][row])
    }
  }
}
