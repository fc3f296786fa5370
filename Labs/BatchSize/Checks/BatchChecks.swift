import AnswerChecks
import BatchSizeQuestions
import NumericCore

let batchChecks = [
  Check(
    "5.1", "Updates", points: 1, file: "Exercises/Exercise01Updates.swift",
    hints: [
      "First count the batches of a single epoch, on paper, for 10 samples and batches of 4.",
      "The samples that are left over after the full batches make one more batch.",
      "To round a quotient of whole numbers up, add the divisor less 1 before you divide.",
    ]
  ) { generator in
    [
      EpochsInput(samples: 10, batchSize: 5, epochs: 1),
      EpochsInput(samples: 10, batchSize: 4, epochs: 1),
      EpochsInput(samples: 10, batchSize: 4, epochs: 3),
      EpochsInput(samples: 60_000, batchSize: 128, epochs: 5),
      epochs(&generator, samples: 500..<1000, sizes: 20..<60),
      epochs(&generator, samples: 2000..<5000, sizes: 100..<300),
    ]
  },
  Check(
    "5.2", "Mini-batches", points: 2, file: "Exercises/Exercise02Minibatches.swift",
    hints: [
      "Two steps an epoch: a new order of all indices, then cutting it.",
      "`generator.permutation(samples)` gives the order. Where does it have to stand, before the loop or in it?",
      "`stride(from: 0, to: samples, by: batchSize)` gives where batches start. The last one ends at `samples`.",
    ]
  ) { generator in
    [
      EpochsInput(samples: 40, batchSize: 5, epochs: 2, seed: 3),
      EpochsInput(samples: 43, batchSize: 5, epochs: 2, seed: 4),
      EpochsInput(samples: 30, batchSize: 30, epochs: 3, seed: 5),
      seeded(epochs(&generator, samples: 101..<140, sizes: 7..<12), &generator),
    ]
  },
  Check(
    "5.3", "The gradient of a mini-batch", points: 2, file: "Exercises/Exercise03MinibatchGradient.swift",
    hints: [
      "Work out a single sample first: its error, a number, times its features, a vector.",
      "Features and target of a sample have the same index, and it comes from `batch`.",
      "Divide by the number of samples that are in the batch. That isn't always `batchSize`.",
    ]
  ) { generator in
    [
      BatchInput(features: [[2], [1], [3]], targets: [1, 3, 2], weights: [1], batch: [2], batchSize: 1),
      BatchInput(
        features: [[1, 0], [0, 2], [2, 1], [1, -1]], targets: [1, -1, 2, 3], weights: [1, 2], batch: [3, 1],
        batchSize: 2),
      BatchInput(
        features: [[1, 0], [0, 2], [2, 1], [1, -1], [2, 2]], targets: [1, -1, 2, 3, -2], weights: [1, 2],
        batch: [4, 2], batchSize: 3),
      generator.batch(samples: 9, inputs: 3, count: 4, batchSize: 4),
      generator.batch(samples: 11, inputs: 2, count: 3, batchSize: 4),
    ]
  },
]

private func epochs(_ generator: inout Philox4x32x10, samples: Range<Int>, sizes: Range<Int>) -> EpochsInput {
  let size = sizes.lowerBound + generator.integer(below: sizes.count)
  var count = samples.lowerBound + generator.integer(below: samples.count)
  // Two epochs' rests must not fill a batch together, and there must be a rest.
  while count % size < 2 || count % size * 3 <= size { count += 1 }
  return EpochsInput(samples: count, batchSize: size, epochs: 3 + generator.integer(below: 3))
}

private func seeded(_ input: EpochsInput, _ generator: inout Philox4x32x10) -> EpochsInput {
  var input = input
  input.seed = UInt64(1 + generator.integer(below: 1000))
  return input
}
