import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting

/// How far a mini-batch's gradient lies from the full one, by batch size.
let gradientNoise = Experiment<Setting>(
  "gradient-noise", "Variance of the mini-batch gradient by batch size, with 1/M and the finite-population correction."
) { setting in
  let noise = try GradientNoise(setting)
  let rows = try noise.measurements()
  let caption =
    "Mean squared distance of a mini-batch's gradient to the full gradient over \(noise.samples.count) images of "
    + "\(setting.imageTitle), softmax regression before training; \(noise.repetitions) batches a point. Lines: theory "
    + "from the N gradients of the single images. Without replacement, the full batch has no noise and no point. "
    + setting.at(quick: "Quick scale: \(noise.samples.count) images.", lecture: "")
  return Drawing(
    gradientNoiseFigure(rows, noise, caption: caption), table: gradientNoiseTable(rows, noise),
    results: ["gradient-noise": .record(["varianceOfOneSample": .number(noise.populationVariance)])])
}

/// One batch size: what was measured.
struct NoiseRow: Sendable {
  var batchSize: Int
  var withReplacement: Double
  var withoutReplacement: Double
}

/// A network and the gradients of its loss on some images.
struct GradientNoise: Sendable {
  let samples: Samples<Double>
  let network: Network<Double>
  let fullGradient: Vector<Double>
  /// The variances of all weights' gradients over single samples, added up; divided by N.
  let populationVariance: Double
  let repetitions: Int
  let draws: Philox4x32x10

  init(_ setting: Setting) throws {
    let images = try setting.samples(training: setting.at(quick: 500, lecture: 2000), test: 1).training
    let targets: Targets<Double>
    if case .classes(let classes) = images.targets { targets = .classes(classes) } else { targets = .classes([]) }
    let samples = Samples(Matrix<Double>(converting: images.features), targets)
    var network = Network<Double>(inputs: samples.features.columns, [.dense(10)])
    network.initialize(draws: setting.draws("noise").stream("weights"))
    let draws = setting.draws("noise")
    let full = Self.gradient(network, samples, Array(0..<samples.count), draws)
    let squares = (0..<samples.count).map { sample in
      let distance = Self.gradient(network, samples, [sample], draws) - full
      return distance.dot(distance)
    }
    self.samples = samples
    self.network = network
    self.draws = draws
    fullGradient = full
    populationVariance = squares.reduce(0, +) / Double(samples.count)
    repetitions = setting.at(quick: 40, lecture: 200)
  }

  /// From one sample to all.
  var batchSizes: [Int] {
    [1, 2, 5, 10, 20, 50, 100, 200, 300, 400, 500, 1000, 1500].filter { $0 < samples.count } + [samples.count]
  }

  /// What theory says of batches drawn with replacement.
  func theory(_ batchSize: Double) -> Double { populationVariance / batchSize }

  /// What theory says of batches drawn without.
  func correctedTheory(_ batchSize: Double) -> Double {
    let count = Double(samples.count)
    return theory(batchSize) * (count - batchSize) / (count - 1)
  }

  /// All batch sizes, side by side.
  func measurements() throws -> [NoiseRow] {
    try batchSizes.sideBySide { size in
      var generator = draws.stream("batches", size)
      let (count, repeats) = (samples.count, repetitions)
      let with = (0..<repeats).map { _ in distance((0..<size).map { _ in generator.integer(below: count) }) }
      let without = (0..<repeats).map { _ in distance(generator.sampleWithoutReplacement(size, below: count)) }
      return NoiseRow(
        batchSize: size, withReplacement: with.reduce(0, +) / Double(repeats),
        withoutReplacement: size == count ? 0 : without.reduce(0, +) / Double(repeats))
    }
  }

  /// The squared distance of a batch's gradient to the full one.
  private func distance(_ batch: [Int]) -> Double {
    let difference = Self.gradient(network, samples, batch, draws) - fullGradient
    return difference.dot(difference)
  }

  private static func gradient(
    _ network: Network<Double>, _ samples: Samples<Double>, _ batch: [Int], _ draws: Philox4x32x10
  ) -> Vector<Double> {
    var workspace = network.workspace(maximumBatch: batch.count, gathers: true)
    network.gradient(
      of: .softmaxCrossEntropy, samples.features, samples.targets, rows: 0..<batch.count, order: batch,
      in: &workspace, draws: draws)
    return workspace.gradient
  }
}

/// A row a batch size.
func gradientNoiseTable(_ rows: [NoiseRow], _ noise: GradientNoise) -> Table {
  var table = Table("batch size", "with replacement", "theory", "without replacement", "corrected theory")
  for row in rows {
    let size = Double(row.batchSize)
    table.append(
      .integer(row.batchSize), .number(row.withReplacement), .number(noise.theory(size)),
      .number(row.withoutReplacement), .number(noise.correctedTheory(size)))
  }
  return table
}

/// Points that were measured on lines that theory draws.
func gradientNoiseFigure(_ rows: [NoiseRow], _ noise: GradientNoise, caption: String) -> Figure {
  let sizes = rows.map { Double($0.batchSize) }
  let count = Double(noise.samples.count)
  let line = (0...240).map { pow(count, Double($0) / 240) }.filter { $0 < count - 0.3 }
  let (with, without) = ("with replacement", "without replacement")
  let (plain, corrected) = ("\u{3C3}²/M", "\u{3C3}²/M (N - M)/(N - 1)")
  return Figure(
    Chart {
      LineMark(x: sizes, y: sizes.map(noise.theory)).foregroundStyle(by: plain)
      LineMark(x: line, y: line.map(noise.correctedTheory)).foregroundStyle(by: corrected)
      PointMark(x: sizes, y: rows.map(\.withReplacement)).foregroundStyle(by: with)
      PointMark(x: Array(sizes.dropLast()), y: rows.dropLast().map(\.withoutReplacement)).foregroundStyle(by: without)
    }
    .xAxis("batch size M", scale: .log)
    .yAxis(
      "variance of the gradient", scale: .log,
      domain: noise.theory(count) / 20...noise.theory(1) * 2
    )
    .caption(caption)
  )
  .seriesStyles([
    SeriesStyle(name: plain, color: .blue), SeriesStyle(name: corrected, color: .vermillion, dash: .dashed),
    SeriesStyle(name: with, color: .blue, symbol: .circle),
    SeriesStyle(name: without, color: .vermillion, symbol: .square),
  ])
}
