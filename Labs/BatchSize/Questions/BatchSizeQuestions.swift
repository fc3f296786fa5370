import AnswerWire
import NumericCore

/// All that the lab asks. A set of answers, a student's or the reference, conforms to it.
public protocol BatchSizeQuestions: BatchQuestions {}

/// The exercises as they are asked of any set of answers.
public let batchSizeExercises: [Exercise<any BatchSizeQuestions>] = [
  Exercise("5.1") { answers, input in try updates(input, by: answers) },
  Exercise("5.2") { answers, input in try minibatches(input, by: answers) },
  Exercise("5.3") { answers, input in try minibatchGradient(input, by: answers) },
]

private func updates(_ input: EpochsInput, by answers: any BatchSizeQuestions) throws -> Int {
  try answers.updates(samples: input.samples, batchSize: input.batchSize, epochs: input.epochs)
}

private func minibatches(_ input: EpochsInput, by answers: any BatchSizeQuestions) throws -> BatchProperties {
  var generator = Philox4x32x10(seed: input.seed ?? 1, stream: "mini-batches")
  let batches = try answers.minibatches(
    samples: input.samples, batchSize: input.batchSize, epochs: input.epochs, generator: &generator)
  return BatchProperties(of: batches, samples: input.samples)
}

private func minibatchGradient(_ input: BatchInput, by answers: any BatchSizeQuestions) throws -> Vector<Double> {
  try answers.minibatchGradient(
    features: input.features, targets: input.targets, weights: input.weights, batch: input.batch,
    batchSize: input.batchSize)
}
