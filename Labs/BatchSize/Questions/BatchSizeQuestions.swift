import AnswerWire
import NumericCore

/// All that the lab asks. A set of answers, a student's or the reference, conforms to it.
public protocol BatchSizeQuestions: BatchQuestions, NoiseQuestions, RunQuestions {}

/// The exercises as they are asked of any set of answers.
public let batchSizeExercises: [Exercise<any BatchSizeQuestions>] = [
  Exercise("5.1") { answers, input in try updates(input, by: answers) },
  Exercise("5.2") { answers, input in try minibatches(input, by: answers) },
  Exercise("5.3") { answers, input in try minibatchGradient(input, by: answers) },
  Exercise("5.4") { answers, input in try gradientVariance(input, by: answers) },
  Exercise("5.5") { answers, input in try learningRate(input, by: answers) },
  Exercise("5.6") { answers, input in try gradientFromShards(input, by: answers) },
  Exercise("5.7") { answers, input in try timeToAccuracy(input, by: answers) },
  Exercise("5.8") { answers, input in try noiseRatio(input, by: answers) },
  Exercise("5.9") { answers, input in try batchSuspect(input, by: answers) },
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

private func gradientVariance(_ input: GradientsInput, by answers: any BatchSizeQuestions) throws -> GradientVariance {
  try answers.gradientVariance(gradients: input.gradients, batchSize: input.batchSize)
}

private func learningRate(_ input: ScheduleInput, by answers: any BatchSizeQuestions) throws -> Double {
  try answers.learningRate(
    update: input.update, baseRate: input.baseRate, baseBatchSize: input.baseBatchSize, batchSize: input.batchSize,
    warmUpUpdates: input.warmUpUpdates)
}

private func gradientFromShards(_ input: ShardsInput, by answers: any BatchSizeQuestions) throws -> ShardedGradient {
  let samples = input.gradients.rows
  var sizes: [Int] = []
  let gradient = try answers.gradientFromShards(samples: samples, shards: input.shards) { range in
    // A range that leaves the data has a size, which is judged, and no gradient.
    sizes.append(range.count)
    let inside = range.clamped(to: 0..<samples)
    return inside.isEmpty ? .zeros(input.gradients.columns) : input.gradients[rows: inside].mean(over: .rows)
  }
  return ShardedGradient(gradient: gradient, shardSizes: sizes.sorted(by: >))
}

private func timeToAccuracy(_ input: AccuraciesInput, by answers: any BatchSizeQuestions) throws -> Double {
  try answers.timeToAccuracy(
    accuracies: input.accuracies, samples: input.samples, batchSize: input.batchSize,
    secondsPerUpdate: input.secondsPerUpdate, target: input.target)
}

private func noiseRatio(_ input: TwoSizesInput, by answers: any BatchSizeQuestions) throws -> Double {
  try answers.noiseRatio(samples: input.samples, smaller: input.smaller, larger: input.larger)
}

private func batchSuspect(_ input: RunInput, by answers: any BatchSizeQuestions) throws -> BatchSuspect {
  try answers.batchSuspect(
    features: input.features, targets: input.targets, orders: input.orders, batchSize: input.batchSize,
    learningRate: input.learningRate, weights: input.weights)
}
