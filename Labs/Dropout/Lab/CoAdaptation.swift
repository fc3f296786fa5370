import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// First-layer features with and without dropout.
let coAdaptation = Experiment<Setting>(
  "co-adaptation", "What single units of the first layer look for, with and without dropout.",
  restsOn: .data
) { setting in
  let epochs = setting.at(quick: 30, lecture: 100)
  let seeds = setting.at(quick: 2, lecture: 4)
  let samples = try setting.samples()
  let learners = [
    ("without dropout", Learner(hidden: [setting.width], epochs: epochs)),
    ("keep probability 0.5", Learner(hidden: [setting.width], hiddenKeep: 0.5, epochs: epochs)),
  ]
  let masks: any DropoutMasks<Float>
  switch try setting.masks(for: learners.map(\.1)) {
  case .success(let found): masks = found
  case .failure(let missing): return drawing(without: missing, setting)
  }
  let runs = learners.flatMap { learner in (0..<seeds).map { (learner.1, $0) } }
  let sweep = Sweep("co-adaptation", steps: runs.count * epochs, progress: setting.progress)
  let features = try sweep.results(of: runs) { run, step in
    let draws = setting.draws("co-adaptation").stream("seed", run.1)
    let network = try run.0.network(trainedOn: samples.training, masks: masks, draws: draws) { _ in step() }
    return Features(of: network, images: samples.training.features)
  }
  let untrained = (0..<seeds).map { seed in
    let start = learners[0].1.start(
      inputs: samples.training.features.columns, masks: masks,
      draws: setting.draws("co-adaptation").stream("seed", seed))
    return Features(of: start, images: samples.training.features).meanCorrelation
  }
  let report = CoAdaptation(
    titles: learners.map(\.0),
    features: learners.indices.map { Array(features[$0 * seeds..<($0 + 1) * seeds]) },
    untrained: Spread(values: untrained))
  let caption =
    "Weights into the first \(CoAdaptation.across * CoAdaptation.down) of \(setting.width) hidden units of one run, "
    + "\(samples.trainingCount) images; darkest are the largest 1 % of all. " + report.words(seeds: seeds)
    + setting.answers.credit(["3.1"]) + " "
    + setting.provenance
  return Drawing(
    report.figure(caption: caption, pixelRows: samples.pixelRows), table: report.table,
    results: ["co-adaptation": report.result], size: (1500, 590))
}

/// The first layer of a network.
private struct Features: Sendable {
  /// `[pixels, units]`.
  let weights: Matrix<Double>
  /// For each unit, the mean size of the correlation of its activation with those of the others; nothing for a unit that
  /// no image makes active, which the others leave out too.
  let correlations: [Double?]

  /// - Parameter images: what activations are correlated over.
  init(of network: Network<Float>, images: Matrix<Float>) {
    let blocks = network.blocks.prefix(2)
    let numbers = blocks.map { block in block.range.map { Double(network.parameters[$0]) } }
    let weights = Matrix(rows: blocks[0].rows, columns: blocks[0].columns, elements: numbers[0])
    let sums = Matrix<Double>(converting: images).dot(weights).adding(Vector(numbers[1]), to: .rows)
    self.weights = weights
    correlations = Self.meanCorrelations(maximum(sums, 0))
  }

  /// The mean over the units that are ever active.
  var meanCorrelation: Double {
    let active = correlations.compactMap { $0 }
    return active.reduce(0, +) / Double(max(active.count, 1))
  }

  /// The share of units that no image makes active.
  var inactiveShare: Double { Double(correlations.count { $0 == nil }) / Double(correlations.count) }

  private static func meanCorrelations(_ activations: Matrix<Double>) -> [Double?] {
    let centred = activations.subtracting(activations.mean(over: .rows), from: .rows)
    let covariances = centred.transposed.dot(centred)
    let deviations = sqrt(covariances.diagonal)
    let active = deviations.indices.filter { deviations[$0] > 0 }
    return deviations.indices.map { unit in
      if deviations[unit] == 0 { return nil }
      let others = active.filter { $0 != unit }
      let sizes = others.map { abs(covariances[unit, $0]) / (deviations[unit] * deviations[$0]) }
      return sizes.reduce(0, +) / Double(max(others.count, 1))
    }
  }

  /// Features side by side with a pixel between them, the lowest row first.
  func picture(pixelRows: Int, across: Int, down: Int) -> [[Double]] {
    let pixelColumns = weights.rows / pixelRows
    let (columns, rows) = (across * (pixelColumns + 1) - 1, down * (pixelRows + 1) - 1)
    var picture = [[Double]](repeating: [Double](repeating: .nan, count: columns), count: rows)
    for unit in 0..<min(across * down, weights.columns) {
      let (left, top) = (unit % across * (pixelColumns + 1), unit / across * (pixelRows + 1))
      for pixel in 0..<weights.rows {
        picture[top + pixel / pixelColumns][left + pixel % pixelColumns] = weights[pixel, unit]
      }
    }
    return picture.reversed()
  }
}

/// The figure `co-adaptation`, its words and its numbers.
private struct CoAdaptation {
  static let (across, down) = (8, 5)

  let titles: [String]
  /// For each way to train, those of all seeds.
  let features: [[Features]]
  /// The mean correlation of networks that learned nothing.
  let untrained: Spread

  private var correlations: [Spread] { features.map { Spread(values: $0.map(\.meanCorrelation)) } }

  private var inactive: [Spread] { features.map { Spread(values: $0.map(\.inactiveShare)) } }

  func words(seeds: Int) -> String {
    let each = zip(["without dropout", "with it"], correlations).map { name, spread in
      "\(rounded(spread.lowest, 3)) to \(rounded(spread.highest, 3)) \(name)"
    }
    let (without, with) = (correlations[0], correlations[1])
    let verdict =
      with.highest < without.lowest
      ? "with dropout, units repeat each other less"
      : with.lowest > without.highest
        ? "with dropout, units repeat each other more" : "the runs show no clear difference"
    return "Mean size of the correlation between two units over the training images, in \(seeds) runs: "
      + each.joined(separator: ", ") + "; \(rounded(untrained.mean, 3)) before training: \(verdict). "
      + "Units that no image makes active are left out: \(percent(inactive[0].mean)) and \(percent(inactive[1].mean))."
  }

  /// The size that 99 of 100 weights stay below: the largest of all would leave the others pale.
  private var domain: ClosedRange<Double> {
    let sizes = features.flatMap { $0[0].weights.elements.map { abs($0) } }.sorted()
    let size = sizes[sizes.count * 99 / 100]
    return -size...size
  }

  func figure(caption: String, pixelRows: Int) -> Figure {
    let domain = domain
    return Figure(caption: caption, columns: 2) {
      for (title, networks) in zip(titles, features) {
        let picture = networks[0].picture(pixelRows: pixelRows, across: Self.across, down: Self.down)
        Chart(title) {
          RectangleMark(
            x: 0...Double(picture[0].count), y: 0...Double(picture.count), values: picture, map: .diverging,
            domain: domain)
        }
        .hiddenAxes().equalAspect()
      }
    }
    .colorBar("weight")
  }

  /// A row a unit of each run.
  var table: Table {
    var table = Table(
      "dropout", "seed", "unit", "norm of weights", "mean correlation of its activation with the others'")
    for (title, networks) in zip(titles, features) {
      for (seed, feature) in networks.enumerated() {
        for unit in 0..<feature.weights.columns {
          table.append(
            .text(title), .integer(seed), .integer(unit), .number(feature.weights.column(unit).norm),
            feature.correlations[unit].map(Table.Cell.number) ?? .text(""))
        }
      }
    }
    return table
  }

  var result: Value {
    .record([
      "mean-correlation": .record([
        "without-dropout": correlations[0].result, "with-dropout": correlations[1].result,
        "before-training": untrained.result,
      ]),
      "inactive-units": .record(["without-dropout": inactive[0].result, "with-dropout": inactive[1].result]),
    ])
  }
}
