import AnswerWire
import NumericCore

/// All that the lab asks. A set of answers, a student's or the reference, conforms to it.
public protocol BatchSizeQuestions: BatchQuestions, NoiseQuestions, RunQuestions {}

/// The exercises as they are asked of any set of answers; `descent` draws a figure from a student's 5.2 and 5.3.
public let batchSizeExercises: [Exercise<any BatchSizeQuestions>] = [
  Exercise("5.1") { answers, input in try updates(input, by: answers) },
  Exercise("5.2") { answers, input in try minibatches(input, by: answers) },
  Exercise("5.3") { answers, input in try minibatchGradient(input, by: answers) },
  Exercise("5.4") { answers, input in try gradientVariance(input, by: answers) },
  Exercise("5.5") { answers, input in try learningRate(input, by: answers) },
  Exercise("5.6") { answers, input in try fullGradient(input, by: answers) },
  Exercise("5.7") { answers, input in try timeToAccuracy(input, by: answers) },
  Exercise("5.8") { answers, input in try noiseRatio(input, by: answers) },
  Exercise("5.9") { answers, input in try batchSuspect(input, by: answers) },
  Exercise("descent") { answers, request in try descent(request, by: answers) },
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

private func fullGradient(_ input: ShardsInput, by answers: any BatchSizeQuestions) throws -> ShardedGradient {
  let workers = Workers(count: input.workers, features: input.features, targets: input.targets)
  let gradient = try answers.fullGradient(samples: input.targets.count, weights: input.weights, workers: workers)
  return ShardedGradient(gradient: gradient, shardSizes: workers.shardSizes)
}

private func timeToAccuracy(_ input: TwoCurvesInput, by answers: any BatchSizeQuestions) throws -> TimeToAccuracy {
  try answers.timeToAccuracy(first: input.first, second: input.second, samples: input.samples, target: input.target)
}

private func noiseRatio(_ input: TwoSizesInput, by answers: any BatchSizeQuestions) throws -> Double {
  try answers.noiseRatio(samples: input.samples, smaller: input.smaller, larger: input.larger)
}

private func batchSuspect(_ input: RunInput, by answers: any BatchSizeQuestions) throws -> BatchSuspect {
  try answers.batchSuspect(
    features: input.features, targets: input.targets, orders: input.orders, batchSize: input.batchSize,
    learningRate: input.learningRate, weights: input.weights)
}

private func descent(_ request: DescentRequest, by answers: any BatchSizeQuestions) throws -> [Vector<Double>] {
  try request.path(by: answers)
}
