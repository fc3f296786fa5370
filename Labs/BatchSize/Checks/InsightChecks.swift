import AnswerChecks
import BatchSizeQuestions
import NumericCore

let insightChecks = [
  Check(
    predicting: "5.8", "What a larger batch does to the noise", points: 2, file: "Exercises/Exercise08NoiseRatio.swift",
    hints: [
      "5.4 has the variance for each of the two batch sizes. What do the two have in common?",
      "σ² and N - 1 cancel. What remains depends on N, M₁ and M₂ alone.",
      "That is a ratio of variances. Asked for is that of standard deviations.",
    ],
    cases: { generator in
      [
        TwoSizesInput(samples: 5, smaller: 1, larger: 4),
        TwoSizesInput(samples: 4, smaller: 2, larger: 4),
        TwoSizesInput(samples: 9, smaller: 2, larger: 5),
        twoSizes(&generator, samples: 8),
        twoSizes(&generator, samples: 10),
      ]
    },
    run: countedNoiseRatio),
  Check(
    "5.9", "Which mistake made this run?", kind: .diagnose, points: 3, file: "Exercises/Exercise09BatchSuspect.swift",
    hints: [
      "Count the updates first: how many should there be in so many epochs?",
      "Full batches, the last batch of an epoch, and the second epoch each tell other suspects apart.",
      "Let the program do it: run every suspect from the same start, and see whose run comes closest.",
    ]
  ) { generator in batchSuspectCases(&generator) },
]

private func twoSizes(_ generator: inout Philox4x32x10, samples: Int) -> TwoSizesInput {
  let smaller = 2 + generator.integer(below: 2)
  return TwoSizesInput(
    samples: samples, smaller: smaller, larger: smaller + 2 + generator.integer(below: samples - smaller - 3))
}

/// The standard deviations over all batches, counted one by one. Every set of gradients has the same ratio.
private func countedNoiseRatio(_ input: TwoSizesInput) throws -> Double {
  let gradients = (0..<input.samples).map { Double($0 * $0) }
  func noise(_ size: Int) -> Double {
    let means = batches(of: size, from: gradients[...]).map { $0.reduce(0, +) / Double(size) }
    return standardDeviation(Vector(means), .population)
  }
  return noise(input.larger) / noise(input.smaller)
}

/// Every choice of so many numbers.
private func batches(of size: Int, from numbers: ArraySlice<Double>) -> [[Double]] {
  guard size > 0 else { return [[]] }
  guard let first = numbers.first, numbers.count >= size else { return [] }
  let rest = numbers.dropFirst()
  return batches(of: size - 1, from: rest).map { [first] + $0 } + batches(of: size, from: rest)
}
