import AnswerChecks
import BatchSizeQuestions
import DeepLearning
import LabKit
import NumericCore
import Plotting

/// Batch, mini-batch and stochastic descent over the contours of a problem with two parameters.
let paths = Experiment<Setting>(
  "paths", "Batch, mini-batch and stochastic descent over the contours of a two-parameter problem."
) { setting in
  let problem = LineFit(draws: setting.draws("line"))
  let epochs = setting.at(quick: 8, lecture: 16)
  let (descents, missing) = try problem.descents(
    batchSizes: [problem.samples.count, 8, 1], epochs: epochs, seed: setting.seed, by: setting.student)
  let caption =
    "A line with intercept w_1 and slope w_2 fitted to \(problem.samples.count) points: \(epochs) epochs from the same "
    + "start at the same learning rate, \(LineFit.learningRate). Contours: the loss, half the mean squared error over all "
    + "points; cross: its minimum, \(rounded(problem.loss(problem.minimum), 2))." + problem.ends(descents)
    + leftOut(["the paths": missing])
    + setting.at(quick: " Quick scale: \(epochs) epochs.", lecture: "")
  return Drawing(
    pathsFigure(problem, descents, caption: caption), table: pathsTable(problem, descents),
    results: ["paths": problem.results(descents)], size: (1200, 1000))
}

/// The weights after each update, the start first.
struct Descent: Sendable {
  var batchSize: Int
  var points: [Vector<Double>]

  /// What it is called, by its batch size.
  func title(samples: Int) -> String {
    switch batchSize {
    case 1: "stochastic, M = 1"
    case samples: "batch, M = \(samples)"
    default: "mini-batch, M = \(batchSize)"
    }
  }
}

/// A straight line through noisy points: a network with one input, one output and no hidden layer.
struct LineFit: Sendable {
  static let learningRate = 0.1
  static let start: Vector<Double> = [-1.5, 3.5]

  let samples: Samples<Double>
  /// t, which the samples hold too.
  let targets: Vector<Double>
  /// Intercept and slope with the smallest loss.
  let minimum: Vector<Double>

  /// 64 points around a line, from a stream of their own.
  init(draws: Philox4x32x10) {
    var generator = draws
    let x = Vector<Double>(count: 64) { _ in generator.uniform(in: -1..<2) }
    let t = Vector<Double>(count: 64) { place in 1 + 2 * x[place] + generator.normal(standardDeviation: 0.7) }
    samples = Samples(Matrix(columns: [x]), .values(Matrix(columns: [t])))
    targets = t
    let slope = ((x - x.mean()).dot(t - t.mean())) / (x - x.mean()).dot(x - x.mean())
    minimum = [t.mean() - slope * x.mean(), slope]
  }

  /// Half the mean squared error over all points, as in 5.3.
  func loss(_ w: Vector<Double>) -> Double {
    let errors = (0..<samples.count).map { w[0] + w[1] * samples.features[$0, 0] - targets[$0] }
    return errors.reduce(0) { $0 + $1 * $1 } / Double(2 * errors.count)
  }

  /// A descent with batches of this size, shuffled anew each epoch.
  func request(batchSize: Int, epochs: Int, seed: UInt64) -> DescentRequest {
    let ones = Vector<Double>(count: samples.count) { _ in 1 }
    return DescentRequest(
      features: Matrix(columns: [ones, samples.features.column(0)]), targets: targets, start: Self.start,
      batchSize: batchSize, epochs: epochs, learningRate: Self.learningRate, seed: seed)
  }

  /// Descents with batches of these sizes, by the engine or by a student's 5.2 and 5.3.
  func descents(batchSizes: [Int], epochs: Int, seed: UInt64, by student: StudentAnswers?) throws
    -> (descents: [Descent], missing: MissingAnswer?)
  {
    let requests = batchSizes.map { request(batchSize: $0, epochs: epochs, seed: seed) }
    guard let student else {
      let paths = requests.map { ReferenceFigureAnswers.path(self, $0) }
      let descents = zip(batchSizes, paths).compactMap { size, path in
        path.answer.map { Descent(batchSize: size, points: $0) }
      }
      return (descents, paths.lazy.compactMap(\.missing).first)
    }
    // Asked alone first, so that it is known which of the two is missing.
    let batches = try student.outputs(
      of: "5.2", inputs: [EpochsInput(samples: samples.count, batchSize: 8, epochs: 1, seed: seed)]
    ) { $0 }
    let gradients = try student.outputs(
      of: "5.3",
      inputs: [
        BatchInput(
          features: requests[0].features, targets: targets, weights: Self.start, batch: [0, 1], batchSize: 2)
      ]
    ) { $0 }
    for case .failure(let missing) in [batches, gradients] { return ([], missing) }
    let paths = try student.outputs(of: "5.2 or 5.3", question: "descent", inputs: requests) { output in
      output.points.map { points in points.prefix { $0.allSatisfy { abs($0) < 1e6 } } }
    }
    switch paths {
    case .success(let paths):
      return (zip(batchSizes, paths).map { Descent(batchSize: $0, points: Array($1)) }, nil)
    case .failure(let missing): return ([], missing)
    }
  }

  /// In words: the loss that each descent ends with.
  func ends(_ descents: [Descent]) -> String {
    guard !descents.isEmpty else { return "" }
    let ends = descents.map { "\(rounded(meanLossAtTheEnd($0), 2)) (M = \($0.batchSize))" }
    return " Mean loss of the last epoch: \(ends.joined(separator: ", "))."
  }

  /// The mean loss after the updates of the last epoch.
  private func meanLossAtTheEnd(_ descent: Descent) -> Double {
    descent.points.suffix(updatesOfAnEpoch(samples: samples.count, batchSize: descent.batchSize)).map(loss).mean
  }

  /// What the lecture quotes.
  func results(_ descents: [Descent]) -> Value {
    .record([
      "smallest-loss": .number(loss(minimum)),
      "loss-of-the-last-epoch": bySize(descents.map { ($0.batchSize, meanLossAtTheEnd($0)) }),
    ])
  }
}

extension Value {
  /// A path in the plane.
  fileprivate var points: [Vector<Double>]? {
    guard case .list(let items) = self else { return nil }
    let points = items.map { $0.vector(count: 2) }
    // What follows a number that isn't finite can't be drawn.
    return Array(points.prefix { $0 != nil }.compactMap { $0 })
  }
}

/// A row an update.
func pathsTable(_ problem: LineFit, _ descents: [Descent]) -> Table {
  var table = Table("batch size", "update", "epoch", "w1", "w2", "loss")
  for descent in descents {
    for (update, w) in descent.points.enumerated() {
      table.append(
        .integer(descent.batchSize), .integer(update), .number(epoch(of: update, descent, problem)), .number(w[0]),
        .number(w[1]), .number(problem.loss(w)))
    }
  }
  return table
}

/// How many epochs an update ends.
private func epoch(of update: Int, _ descent: Descent, _ problem: LineFit) -> Double {
  Double(update * descent.batchSize) / Double(problem.samples.count)
}

/// Three paths, and the loss of each by epoch.
func pathsFigure(_ problem: LineFit, _ descents: [Descent], caption: String) -> Figure {
  let (x, y) = (-2.0...2.6, 0.8...4.2)
  let grid = Grid(x: x, y: y, columns: 160, rows: 160) { problem.loss([$0, $1]) }
  return Figure(caption: caption, columns: 2) {
    for descent in descents {
      let title = descent.title(samples: problem.samples.count)
      Chart(title) {
        ContourMark(grid, count: 12, scale: .log).foregroundStyle(.gray).lineStyle(width: 0.6)
        LineMark(x: descent.points.map { $0[0] }, y: descent.points.map { $0[1] })
          .foregroundStyle(style(title, descents, problem).color).lineStyle(width: 1.2)
        PointMark(x: problem.minimum[0], y: problem.minimum[1]).foregroundStyle(.black).symbol(.cross)
      }
      .xAxis("intercept w_1", domain: x).yAxis("slope w_2", domain: y)
    }
    Chart("The loss of all three") {
      for descent in descents {
        LineMark(
          x: descent.points.indices.map { epoch(of: $0, descent, problem) }, y: descent.points.map(problem.loss)
        )
        .foregroundStyle(by: descent.title(samples: problem.samples.count))
      }
    }
    .xAxis("epoch").yAxis("loss over all points", scale: .log)
  }
  .seriesStyles(SeriesStyle.list(descents.map { $0.title(samples: problem.samples.count) }))
}

private func style(_ title: String, _ descents: [Descent], _ problem: LineFit) -> SeriesStyle {
  SeriesStyle.list(descents.map { $0.title(samples: problem.samples.count) }).first { $0.name == title }
    ?? SeriesStyle(name: title, index: 0)
}
