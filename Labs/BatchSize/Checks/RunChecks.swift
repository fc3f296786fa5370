import AnswerChecks
import BatchSizeQuestions
import NumericCore

let runChecks = [
  Check(
    "5.6", "The full gradient from shards", points: 3, file: "Exercises/Exercise06Shards.swift",
    hints: [
      "Borders of shards at N k / K, rounded down, for k from 0 to K give sizes that differ by one at most.",
      "In the closure, do for `shard` what 5.3 does for a batch. The weights may be read there as they are.",
      "Let each worker send the sum over its shard, which is zero for an empty one. Add the sums, and divide once, by N.",
    ]
  ) { generator in
    [
      ShardsInput(features: [[1], [2], [1]], targets: [0, 1, -5], weights: [1], workers: 2),
      ShardsInput(
        features: [[1, 0], [2, -1], [0, 2], [1, 1]], targets: [-1, 1, 0, 2], weights: [1, 1], workers: 2),
      ShardsInput(features: [[1, 2], [3, 1]], targets: [1, -1], weights: [1, -1], workers: 3),
      generator.shards(samples: 7, inputs: 2, workers: 3),
      generator.shards(samples: 3, inputs: 2, workers: 5),
      generator.shards(samples: 14 + generator.integer(below: 5), inputs: 3, workers: 5),
    ]
  },
  Check(
    "5.7", "Time to accuracy", points: 2, file: "Exercises/Exercise07TimeToAccuracy.swift",
    hints: [
      "Write a function for one run first: find the epoch, turn epochs into updates, and updates into seconds.",
      "`accuracies.firstIndex(where: { ... })` gives an index, which counts from 0, or nil.",
      "Your own `updates` of 5.1 may be called from here. To compare, `time ?? .infinity` stands for a run that never arrives.",
    ]
  ) { generator in
    [
      TwoCurvesInput(
        first: AccuracyCurve(batchSize: 5, secondsPerUpdate: 0.5, accuracies: [0.5, 0.8, 0.9]),
        second: AccuracyCurve(batchSize: 2, secondsPerUpdate: 0.3, accuracies: [0.7, 0.75, 0.76]), samples: 10,
        target: 0.75),
      TwoCurvesInput(
        first: AccuracyCurve(batchSize: 4, secondsPerUpdate: 0.25, accuracies: [0.5, 0.8, 0.7, 0.9]),
        second: AccuracyCurve(batchSize: 1, secondsPerUpdate: 0.15, accuracies: [0.81, 0.85, 0.9, 0.95]), samples: 10,
        target: 0.8),
      TwoCurvesInput(
        first: AccuracyCurve(batchSize: 5, secondsPerUpdate: 2, accuracies: [0.3, 0.4, 0.95]),
        second: AccuracyCurve(batchSize: 3, secondsPerUpdate: 2, accuracies: [0.3, 0.35, 0.89]), samples: 12,
        target: 0.9),
      TwoCurvesInput(
        first: AccuracyCurve(batchSize: 4, secondsPerUpdate: 0.5, accuracies: [0.6, 0.7, 0.8]),
        second: AccuracyCurve(batchSize: 2, secondsPerUpdate: 0.25, accuracies: [0.65, 0.75, 0.7]), samples: 8,
        target: 0.7),
      curves(&generator, arrives: true),
      curves(&generator, arrives: false),
    ]
  },
]

extension Philox4x32x10 {
  /// Random data to cut in shards.
  fileprivate mutating func shards(samples: Int, inputs: Int, workers: Int) -> ShardsInput {
    // A number of workers that divides the samples leaves no rest to go wrong.
    let count = samples % workers == 0 ? samples + 1 : samples
    return ShardsInput(
      features: Matrix(rows: count, columns: inputs) { _, _ in signed(in: 0.3..<3) }, targets: vector(count),
      weights: vector(inputs), workers: workers)
  }
}

/// Two curves that reach a target, fall below it, and rise again; the small batch takes fewer epochs and more seconds.
/// Where the second doesn't arrive, it ends with a smaller accuracy than the first.
private func curves(_ generator: inout Philox4x32x10, arrives: Bool) -> TwoCurvesInput {
  let target = generator.decimal(in: 0.6..<0.8, places: 2)
  func curve(_ offsets: [Double], _ size: Int, _ seconds: Double) -> AccuracyCurve {
    AccuracyCurve(batchSize: size, secondsPerUpdate: seconds, accuracies: Vector(offsets.map { target + $0 }))
  }
  let size = 100 + generator.integer(below: 50)
  let seconds = generator.decimal(in: 0.02..<0.05, places: 3)
  let large = curve([-0.4, -0.2, -0.1, 0.05, -0.05, 0.1, 0.12, 0.08], size, seconds)
  // A twelfth of the size at a third of the seconds: four times the seconds an epoch, for half the epochs.
  let small = curve([-0.2, 0.06, -0.03, 0.11, 0.1, 0.13, 0.15, 0.14], size / 12, seconds / 3)
  let late = curve([-0.3, -0.2, -0.15, -0.1, -0.12, -0.1, -0.05, -0.08], size / 12, seconds / 3)
  let samples = size * 7 + size / 2
  return arrives
    ? TwoCurvesInput(first: small, second: large, samples: samples, target: target)
    : TwoCurvesInput(first: large, second: late, samples: samples, target: target)
}
