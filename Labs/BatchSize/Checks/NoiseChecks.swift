import AnswerChecks
import BatchSizeQuestions
import NumericCore

let noiseChecks = [
  Check(
    "5.4", "The variance of a mini-batch's gradient", points: 2, file: "Exercises/Exercise04GradientVariance.swift",
    hints: [
      "Begin with batches of a single sample: both variances are then that of the N gradients.",
      "`variance(gradients, .population)` divides by N, `.sample` by N - 1. Which one stands in the formula you use?",
      "Try M = N on paper: without replacement there is only one batch, so nothing varies.",
    ]
  ) { generator in
    [
      GradientsInput(gradients: [1, 3], batchSize: 1),
      GradientsInput(gradients: [1, 2, 6], batchSize: 2),
      GradientsInput(gradients: [2, -1, 0, 3], batchSize: 4),
      GradientsInput(gradients: generator.vector(6), batchSize: 3),
      GradientsInput(gradients: generator.vector(9), batchSize: 2 + generator.integer(below: 5)),
    ]
  },
  Check(
    "5.5", "Linear scaling with warm-up", points: 2, file: "Exercises/Exercise05LinearScaling.swift",
    hints: [
      "First work out the rate after the warm-up: twice the batch, twice the rate.",
      "The warm-up is a straight line between two rates. Where is it at t = 0, and where at t = n?",
      "Treat t = n and what comes after first. That takes care of n = 0 too, where nothing may be divided.",
    ]
  ) { generator in
    [
      ScheduleInput(update: 10, baseRate: 0.1, baseBatchSize: 32, batchSize: 128, warmUpUpdates: 10),
      ScheduleInput(update: 0, baseRate: 0.1, baseBatchSize: 32, batchSize: 128, warmUpUpdates: 10),
      ScheduleInput(update: 5, baseRate: 0.1, baseBatchSize: 32, batchSize: 128, warmUpUpdates: 10),
      ScheduleInput(update: 3, baseRate: 0.2, baseBatchSize: 256, batchSize: 64, warmUpUpdates: 0),
      schedule(&generator, isOver: false),
      schedule(&generator, isOver: true),
    ]
  },
]

private func schedule(_ generator: inout Philox4x32x10, isOver: Bool) -> ScheduleInput {
  let length = 20 + generator.integer(below: 60)
  let base = generator.pick([16, 32, 64])
  return ScheduleInput(
    update: isOver ? length + 5 + generator.integer(below: 40) : 1 + generator.integer(below: length - 4),
    baseRate: generator.decimal(in: 0.02..<0.3, places: 2), baseBatchSize: base,
    batchSize: base * generator.pick([4, 8, 16, 20]), warmUpUpdates: length)
}
