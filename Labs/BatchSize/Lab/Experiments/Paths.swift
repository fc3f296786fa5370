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
  let descents = [problem.samples.count, 8, 1].map { size in
    Descent(batchSize: size, points: problem.descent(batchSize: size, epochs: epochs, draws: setting.draws("paths")))
  }
  let caption =
    "A line with intercept w_1 and slope w_2 fitted to \(problem.samples.count) points: \(epochs) epochs from the same "
    + "start at the same learning rate, \(LineFit.learningRate). Contours: the mean squared error over all points; "
    + "cross: its minimum. "
    + setting.at(quick: "Quick scale: \(epochs) epochs.", lecture: "")
  return Drawing(
    pathsFigure(problem, descents, caption: caption), table: pathsTable(problem, descents), size: (1200, 1000))
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
  static let learningRate = 0.05
  static let start: Vector<Double> = [-1.5, 3.5]

  let samples: Samples<Double>
  /// Intercept and slope with the smallest loss.
  let minimum: Vector<Double>

  /// 64 points around a line, from a stream of their own.
  init(draws: Philox4x32x10) {
    var generator = draws
    let x = Vector<Double>(count: 64) { _ in generator.uniform(in: -1..<2) }
    let t = Vector<Double>(count: 64) { place in 1 + 2 * x[place] + generator.normal(standardDeviation: 0.7) }
    samples = Samples(Matrix(columns: [x]), .values(Matrix(columns: [t])))
    let slope = ((x - x.mean()).dot(t - t.mean())) / (x - x.mean()).dot(x - x.mean())
    minimum = [t.mean() - slope * x.mean(), slope]
  }

  /// The mean squared error over all points.
  func loss(_ w: Vector<Double>) -> Double {
    guard case .values(let targets) = samples.targets else { return .nan }
    let errors = (0..<samples.count).map { w[0] + w[1] * samples.features[$0, 0] - targets[$0, 0] }
    return errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)
  }

  /// The weights of a descent with batches of this size, shuffled anew each epoch.
  func descent(batchSize: Int, epochs: Int, draws: Philox4x32x10) -> [Vector<Double>] {
    var network = Network<Double>(inputs: 1, [.dense(1)])
    // The slope is the weight, which comes first; the intercept is the bias.
    network.parameters = [Self.start[1], Self.start[0]]
    var optimizer = StochasticGradientDescent<Double>(dimensions: 2, learningRate: Self.learningRate, momentum: 0)
    var workspace = network.workspace(maximumBatch: batchSize, gathers: true)
    var points = [Self.start]
    for epoch in 0..<epochs {
      var shuffle = draws.stream("epoch", epoch)
      let order = shuffle.permutation(samples.count)
      for start in stride(from: 0, to: samples.count, by: batchSize) {
        network.gradient(
          of: .meanSquaredError, samples.features, samples.targets,
          rows: start..<min(start + batchSize, samples.count), order: order, in: &workspace, draws: draws)
        optimizer.step(&network.parameters, gradient: workspace.gradient)
        points.append([network.parameters[1], network.parameters[0]])
      }
    }
    return points
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
