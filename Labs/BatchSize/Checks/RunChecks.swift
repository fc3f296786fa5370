import AnswerChecks
import BatchSizeQuestions
import NumericCore

let runChecks = [
  Check(
    "5.6", "The full gradient from shards", points: 2, file: "Exercises/Exercise06Shards.swift",
    hints: [
      "A mean times the number of its samples is their sum. Sums add up.",
      "Borders of shards at N k / K, rounded down, for k from 0 to K give sizes that differ by one at most.",
      "Add range.count times each shard's gradient, and divide once, by N.",
    ]
  ) { generator in
    [
      ShardsInput(gradients: [[1], [2], [6]], shards: 2),
      ShardsInput(gradients: [[1, 0], [2, -1], [4, 2], [3, 1]], shards: 2),
      generator.shards(samples: 7, dimensions: 2, shards: 3),
      generator.shards(samples: 11, dimensions: 3, shards: 4),
      generator.shards(samples: 14 + generator.integer(below: 5), dimensions: 2, shards: 5),
    ]
  },
  Check(
    "5.7", "Time to accuracy", points: 1, file: "Exercises/Exercise07TimeToAccuracy.swift",
    hints: [
      "Find the epoch first, then turn epochs into updates, and updates into seconds.",
      "`accuracies.firstIndex(where: { ... })` gives an index, which counts from 0, or nil.",
      "Your own `updates` of 5.1 may be called from here.",
    ]
  ) { generator in
    [
      AccuraciesInput(accuracies: [0.5, 0.8, 0.9], samples: 10, batchSize: 5, secondsPerUpdate: 0.5, target: 0.75),
      AccuraciesInput(
        accuracies: [0.5, 0.8, 0.7, 0.9], samples: 10, batchSize: 4, secondsPerUpdate: 0.25, target: 0.8),
      AccuraciesInput(accuracies: [0.3, 0.4, 0.45], samples: 12, batchSize: 5, secondsPerUpdate: 2, target: 0.9),
      accuracies(&generator, size: 30 + generator.integer(below: 20)),
      accuracies(&generator, size: 100 + generator.integer(below: 50)),
    ]
  },
]

extension Philox4x32x10 {
  /// Random gradients to cut in shards.
  fileprivate mutating func shards(samples: Int, dimensions: Int, shards: Int) -> ShardsInput {
    // A number of shards that divides the samples leaves no rest to go wrong.
    let count = samples % shards == 0 ? samples + 1 : samples
    return ShardsInput(
      gradients: Matrix(rows: count, columns: dimensions) { _, _ in signed(in: 0.3..<3) }, shards: shards)
  }
}

/// A curve that reaches its target, falls below it, and rises again.
private func accuracies(_ generator: inout Philox4x32x10, size: Int) -> AccuraciesInput {
  let target = generator.decimal(in: 0.6..<0.8, places: 2)
  let offsets = [-0.4, -0.2, -0.1, 0.05, -0.05, 0.1, 0.12, 0.08]
  return AccuraciesInput(
    accuracies: Vector(offsets.map { target + $0 }), samples: size * 7 + size / 2, batchSize: size,
    secondsPerUpdate: generator.decimal(in: 0.01..<0.1, places: 3), target: target)
}
