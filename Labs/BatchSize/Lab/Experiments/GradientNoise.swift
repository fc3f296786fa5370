import AnswerChecks
import BatchSizeQuestions
import DeepLearning
import LabKit
import NumericCore
import Plotting

/// How far a mini-batch's gradient lies from the full one, by batch size.
let gradientNoise = Experiment<Setting>(
  "gradient-noise", "Variance of the mini-batch gradient by batch size, with 1/M and the finite-population correction.",
  restsOn: [.answers, .data]
) { setting in
  let noise = try GradientNoise(setting)
  let rows = try noise.measurements()
  let lines = try noise.theory(at: noise.sizesOfLines, by: setting.student)
  let theory = try noise.theory(at: noise.batchSizes.map(Double.init), by: setting.student)
  let agreement = Agreement(rows, theory.answer)
  let caption =
    "Mean squared distance of a mini-batch's gradient to the full gradient over \(noise.samples.count) images of "
    + "\(setting.imageTitle), softmax regression before training; \(noise.repetitions) batches a point. Lines: theory "
    + "from the N gradients of the single images. Without replacement, the full batch has no noise and no point."
    + (agreement.map { " " + $0.words } ?? "") + leftOut(["the lines of theory": lines.missing])
    + setting.at(quick: " Quick scale: \(noise.samples.count) images.", lecture: "")
  return Drawing(
    gradientNoiseFigure(rows, noise, lines.answer ?? [], caption: caption),
    table: gradientNoiseTable(rows, theory.answer), results: ["gradient-noise": noise.results(rows, agreement)])
}

/// One batch size: what was measured.
struct NoiseRow: Sendable {
  var batchSize: Int
  var withReplacement: Double
  var withoutReplacement: Double
}

/// What theory says of a batch size.
struct TheoryPoint: Sendable, Equatable {
  var batchSize: Double
  var withReplacement: Double
  var withoutReplacement: Double

  init(_ batchSize: Double, with: Double, without: Double) {
    self.batchSize = batchSize
    withReplacement = with
    withoutReplacement = without
  }
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

  /// Where lines are drawn through.
  var sizesOfLines: [Double] { (0...240).map { pow(Double(samples.count), Double($0) / 240) } }

  /// What theory says of batches of these sizes: the project's own, or a student's 5.4 at whole numbers of samples.
  func theory(at sizes: [Double], by student: StudentAnswers?) throws -> Answered<[TheoryPoint]> {
    guard let student else { return ReferenceFigureAnswers.theory(of: self, sizes) }
    let whole = Array(Set(sizes.map { Int($0) })).sorted()
    let gradients = oneWeight()
    return try student.outputs(
      of: "5.4", inputs: whole.map { GradientsInput(gradients: gradients, batchSize: $0) }
    ) { output, input in
      guard let with = output["withReplacement"]?.finiteNumber, let without = output["withoutReplacement"]?.finiteNumber
      else { return nil }
      return TheoryPoint(Double(input.batchSize), with: with, without: without)
    }
  }

  /// The gradients of the weight whose gradient varies most, stretched so that they vary as those of all weights together:
  /// 5.4 asks for one weight, and its formula is the same for a sum.
  private func oneWeight() -> Vector<Double> {
    let squares = (0..<samples.count).reduce(Vector<Double>.zeros(fullGradient.count)) { sum, sample in
      let distance = Self.gradient(network, samples, [sample], draws) - fullGradient
      return sum + distance * distance
    }
    let weight = squares.argMax()
    let gradients = Vector((0..<samples.count).map { Self.gradient(network, samples, [$0], draws)[weight] })
    return (populationVariance / variance(gradients, .population)).squareRoot() * gradients
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

  /// What the lecture quotes.
  func results(_ rows: [NoiseRow], _ agreement: Agreement?) -> Value {
    var results: [String: Value] = [
      "variance-of-one-sample": .number(populationVariance),
      "with-replacement": bySize(rows.map { ($0.batchSize, $0.withReplacement) }),
      "without-replacement": bySize(rows.map { ($0.batchSize, $0.withoutReplacement) }),
    ]
    if let agreement {
      results["correction"] = bySize(zip(rows, agreement.corrections).map { ($0.batchSize, $1) })
      results["largest-difference"] = .number(agreement.largestDifference)
    }
    return .record(results)
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

/// How well what was measured agrees with theory.
struct Agreement: Sendable {
  /// The largest share by which a measurement differs from theory; without replacement, the full batch is left out.
  let largestDifference: Double
  /// What drawing without replacement leaves of the variance, by batch size.
  let corrections: [Double]

  /// Nothing where nobody says what theory is.
  init?(_ rows: [NoiseRow], _ theory: [TheoryPoint]?) {
    guard let theory, theory.count == rows.count else { return nil }
    let with = zip(rows, theory).map { $0.withReplacement / $1.withReplacement }
    let without = zip(rows, theory).dropLast().map { $0.withoutReplacement / $1.withoutReplacement }
    largestDifference = (with + without).map { abs($0 - 1) }.max() ?? .nan
    corrections = theory.map { $0.withoutReplacement / $0.withReplacement }
  }

  /// For the caption.
  var words: String { "No point is further from its line than \(percent(largestDifference, decimals: 0)). " }
}

/// A row a batch size.
func gradientNoiseTable(_ rows: [NoiseRow], _ theory: [TheoryPoint]?) -> Table {
  var table = Table("batch size", "with replacement", "theory", "without replacement", "corrected theory")
  for (place, row) in rows.enumerated() {
    let point = theory?[place]
    table.append(
      .integer(row.batchSize), .number(row.withReplacement), point.map { .number($0.withReplacement) } ?? "",
      .number(row.withoutReplacement), point.map { .number($0.withoutReplacement) } ?? "")
  }
  return table
}

/// Points that were measured on lines that theory draws.
func gradientNoiseFigure(_ rows: [NoiseRow], _ noise: GradientNoise, _ theory: [TheoryPoint], caption: String) -> Figure
{
  let sizes = rows.map { Double($0.batchSize) }
  let count = Double(noise.samples.count)
  let domain = noise.populationVariance / count / 20...noise.populationVariance * 2
  let (with, without) = ("with replacement", "without replacement")
  let (plain, corrected) = ("\u{3C3}²/M", "\u{3C3}²/M (N - M)/(N - 1)")
  // Far below the axis there is nothing to draw.
  let correctedLine = theory.filter { $0.withoutReplacement > domain.lowerBound / 100 }
  return Figure(
    Chart {
      if !theory.isEmpty {
        LineMark(x: theory.map(\.batchSize), y: theory.map(\.withReplacement)).foregroundStyle(by: plain)
        LineMark(x: correctedLine.map(\.batchSize), y: correctedLine.map(\.withoutReplacement))
          .foregroundStyle(by: corrected)
      }
      PointMark(x: sizes, y: rows.map(\.withReplacement)).foregroundStyle(by: with)
      PointMark(x: Array(sizes.dropLast()), y: rows.dropLast().map(\.withoutReplacement)).foregroundStyle(by: without)
    }
    .xAxis("batch size M", scale: .log).yAxis("variance of the gradient", scale: .log, domain: domain).caption(caption)
  )
  .seriesStyles([
    SeriesStyle(name: plain, color: .blue), SeriesStyle(name: corrected, color: .vermillion, dash: .dashed),
    SeriesStyle(name: with, color: .blue, symbol: .circle),
    SeriesStyle(name: without, color: .vermillion, symbol: .square),
  ])
}
