import AnswerChecks
import BatchSizeQuestions
import BatchSizeSolutions
import LabKit
import NumericCore

private let sum = batchSizeSolutions.slip("5.3", "sum-for-average")

/// The gradient of a batch as a mean and as a sum, and what one learning rate makes of each.
let batchSum = Erratum(
  "batch-sum", "The gradient of a batch by its size, and the loss after 100 updates at one rate: mean against sum.",
  mistakes: sum.mistakes
) { setting in
  let problem = LinearProblem(samples: 512, inputs: 5, using: setting.draws("batch-sum/data"))
  let sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
  let x = sizes.map(Double.init)
  let draws = setting.at(quick: 20, lecture: 200)
  let right = batchSizeSolutions.reference
  let generator = setting.draws("batch-sum/batches")
  let gradients = try [right, sum.answers].map { answers in
    try sizes.map { try problem.gradientSize(batchSize: $0, batches: draws, using: generator, by: answers) }
  }
  let losses = try [right, sum.answers].map { answers in
    try sizes.map { try problem.lossAfter(updates: 100, rate: 0.1, batchSize: $0, using: generator, by: answers) }
  }
  let largest = Array(zip(sizes, losses[1])).last { $1.isFinite && $1 < problem.loss(at: problem.start) }?.0 ?? 0
  return Picture(
    panels: [
      Panel(
        name: "gradient by batch size", title: "A sum grows with the batch",
        x: .init("batch size M", .log), y: .init("length of the gradient", .log),
        lines: [
          Line(name: "mean", role: .right, x: x, y: gradients[0], place: .at(60, 13)),
          Line(name: "sum", role: .slip, x: x, y: gradients[1], place: .at(24, 250, .right)),
        ]),
      Panel(
        name: "loss by batch size", title: "One rate suits all sizes of a mean",
        x: .init("batch size M", .log), y: .init("loss after 100 updates", .log, domain: 1e-2...1e6),
        lines: [
          Line(name: "mean", role: .right, x: x, y: losses[0], place: .at(200, 0.05)),
          Line(name: "sum", role: .slip, x: x, y: losses[1], place: .at(10, 1e3, .right)),
        ]),
    ],
    results: [
      "mean": .list([.number(gradients[0][0]), .number(gradients[0][9])]),
      "sum": .list([.number(gradients[1][0]), .number(gradients[1][9])]),
      "largest-size-of-a-sum": .number(Double(largest)),
    ],
    caption: """
      A linear model on 512 samples, \\eta = 0.1; on the left at the start, a mean over \(draws) batches. Dashed: Falcão's step, which sums over the batch. Solid: the \
      mean over the batch, as the other lectures have it. A sum is no mistake by itself; it needs a rate for each M.
      """)
}

/// Targets that are linear in normal features, with noise.
private struct LinearProblem {
  let features: Matrix<Double>
  let targets: Vector<Double>
  let start: Vector<Double>

  init(samples: Int, inputs: Int, using generator: Philox4x32x10) {
    var generator = generator
    let x = Matrix<Double>(rows: samples, columns: inputs) { _, _ in generator.normal() }
    let weights = Vector<Double>(count: inputs) { Double($0 + 1) }
    (features, start) = (x, .zeros(inputs))
    targets = Vector(count: samples) { x.row($0).dot(weights) + 0.5 * generator.normal() }
  }

  /// Half the mean squared error over all samples.
  func loss(at w: Vector<Double>) -> Double {
    let errors = features.dot(w) - targets
    return errors.dot(errors) / Double(2 * targets.count)
  }

  /// The mean length of the gradients of so many batches, at the start.
  func gradientSize(batchSize: Int, batches: Int, using generator: Philox4x32x10, by answers: any BatchSizeQuestions)
    throws -> Double
  {
    var generator = generator
    let lengths = try (0..<batches).map { _ in
      try gradient(at: start, batchSize, &generator, answers).norm
    }
    return lengths.reduce(0, +) / Double(batches)
  }

  /// The loss after so many updates on random batches; infinite where weights run away.
  func lossAfter(
    updates: Int, rate: Double, batchSize: Int, using generator: Philox4x32x10, by answers: any BatchSizeQuestions
  ) throws -> Double {
    var (generator, w) = (generator, start)
    for _ in 0..<updates { w = w - rate * (try gradient(at: w, batchSize, &generator, answers)) }
    let loss = loss(at: w)
    return loss.isFinite ? loss : .infinity
  }

  private func gradient(
    at w: Vector<Double>, _ batchSize: Int, _ generator: inout Philox4x32x10, _ answers: any BatchSizeQuestions
  ) throws -> Vector<Double> {
    let batch = Array(generator.permutation(targets.count).prefix(batchSize))
    return try answers.minibatchGradient(
      features: features, targets: targets, weights: w, batch: batch, batchSize: batchSize)
  }
}
