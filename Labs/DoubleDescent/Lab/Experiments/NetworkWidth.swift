import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// A two-layer network grown in width: squared loss, some labels wrong, trained until the loss stands still or nearly so.
let networkWidth = Experiment<Setting>(
  "network-width", "Errors of a trained two-layer network by its width, with squared loss and wrong labels.",
  restsOn: []
) { setting in
  guard let images = setting.images else { throw LabError.usage("This figure needs images, and none were loaded.") }
  let plan = WidthPlan(setting)
  let runs = plan.widths.flatMap { width in (0..<plan.seeds).map { (width: width, seed: $0) } }
  // The largest first: then no core waits long for the last.
  let order = runs.indices.sorted { runs[$0].width > runs[$1].width }
  let sweep = Sweep("network-width", steps: runs.count * plan.epochs, progress: setting.progress)
  let data = (0..<plan.seeds).map { plan.data(images, draws: setting.draws("network-width").stream("data", $0)) }
  let found = try sweep.results(of: order.map { runs[$0] }) { run, step in
    try plan.outcome(
      width: run.width, data[run.seed],
      draws: setting.draws("network-width").stream("width-\(run.width)", run.seed), step: step)
  }
  var outcomes = found
  for (place, index) in order.enumerated() { outcomes[index] = found[place] }
  func each(_ value: (NetworkOutcome) -> Double) -> [[Double]] {
    (0..<plan.seeds).map { seed in
      plan.widths.indices.map { value(outcomes[$0 * plan.seeds + seed]) }
    }
  }
  let bands = NetworkBands(
    training: Band(plan.widths, each(\.training)), test: Band(plan.widths, each(\.test)),
    labels: Band(plan.widths, each(\.wrongLabels)))
  let text = caption(
    "\(plan.samples) images, averaged to \(plan.side) × \(plan.side) pixels; \(percent(plan.wrongShare, decimals: 0)) of the training "
      + "labels wrong; squared loss, \(plan.epochs) epochs; \(plan.seeds) draws. There are as many weights as targets, "
      + "\(plan.samples) × \(plan.classes), at \(plan.threshold) units.",
    bands.sentence(threshold: plan.threshold), "Data: \(images.name.title).",
    setting.at(quick: "Quick scale: fewer images, epochs and draws, so training errors are far from 0.", lecture: ""))
  return Drawing(
    widthFigure(bands, plan, caption: text), table: widthTable(bands),
    results: ["network-width": .record(bands.results(plan))], size: (1500, 780))
}

/// What is trained.
private struct WidthPlan: Sendable {
  let samples: Int
  let epochs: Int
  let seeds: Int
  let widths: [Int]
  let testCount: Int
  let side = 7
  let classes = 10
  let wrongShare = 0.2

  init(_ setting: Setting) {
    samples = setting.at(quick: 50, lecture: 100)
    epochs = setting.at(quick: 500, lecture: 6000)
    seeds = setting.at(quick: 2, lecture: 5)
    widths = setting.at(quick: [2, 4, 6, 8, 12, 20, 50], lecture: [2, 4, 6, 8, 11, 14, 17, 20, 25, 35, 60, 120, 250])
    testCount = setting.at(quick: 500, lecture: 2000)
  }

  /// The fewest hidden units with as many weights and biases as there are targets: the networks count their own.
  var threshold: Int {
    (1...).first { network(width: $0).parameters.count >= samples * classes } ?? 1
  }

  /// A network that has learned nothing.
  private func network(width: Int) -> Network<Float> {
    Network(inputs: side * side, [.dense(width, .relu), .dense(classes)])
  }

  /// Images to learn from, with wrong labels among them, and to test with.
  struct Data: Sendable {
    var training: Samples<Float>
    var test: Samples<Float>
    var testClasses: [Int]
  }

  func data(_ images: ImageData, draws: Philox4x32x10) -> Data {
    var draws = draws
    let chosen = draws.sampleWithoutReplacement(samples, below: images.training.count)
    let tests = draws.sampleWithoutReplacement(min(testCount, images.test.count), below: images.test.count)
    var labels = chosen.map { images.training.labels[$0] }
    for place in draws.sampleWithoutReplacement(Int((wrongShare * Double(samples)).rounded()), below: samples) {
      labels[place] = (labels[place] + 1 + draws.integer(below: classes - 1)) % classes
    }
    let testClasses = tests.map { images.test.labels[$0] }
    let pixels = images.training.averaged(chosen, side: side)
    // Around 0: on inputs that are never negative, half of the rectifiers begin dead and stay so.
    let mean = pixels.mean(over: .rows)
    func centred(_ pixels: Matrix<Float>, _ labels: [Int]) -> Samples<Float> {
      Samples(pixels.subtracting(mean, from: .rows), .values(oneHot(labels, classes: classes, as: Float.self)))
    }
    return Data(
      training: centred(pixels, labels), test: centred(images.test.averaged(tests, side: side), testClasses),
      testClasses: testClasses)
  }

  func outcome(width: Int, _ data: Data, draws: Philox4x32x10, step: () -> Void) throws -> NetworkOutcome {
    var network = network(width: width)
    network.initialize(draws: draws.stream("weights"))
    var training = Training(
      network, TrainingSettings(loss: .meanSquaredError, batchSize: 25, epochs: epochs),
      draws: draws.stream("training")
    ) { StochasticGradientDescent(dimensions: $0, learningRate: 0.03) }
    while !training.isFinished {
      try training.runEpoch(on: data.training)
      step()
    }
    // The loss is a mean over the outputs too; errors here are sums over them.
    func squared(_ samples: Samples<Float>) -> Double {
      Double(classes) * training.network.evaluation(of: .meanSquaredError, on: samples).loss
    }
    let found = training.network.outputs(for: data.test.features).argMax(over: .columns)
    return NetworkOutcome(
      training: squared(data.training), test: squared(data.test),
      wrongLabels: Double(zip(found, data.testClasses).count { $0 != $1 }) / Double(found.count))
  }
}

/// What a trained network does.
private struct NetworkOutcome: Sendable {
  var training: Double
  var test: Double
  var wrongLabels: Double
}

extension LabelledImages {
  /// Some images, averaged over blocks to `side` × `side` pixels, a row each with a mean square of 1.
  fileprivate func averaged(_ chosen: [Int], side: Int) -> Matrix<Float> {
    let (rows, columns) = (images.rows / side, images.columns / side)
    let all = pixels[rows: chosen]
    let blocks = Matrix(rows: chosen.count, columns: side * side) { image, place in
      let (top, left) = (place / side * rows, place % side * columns)
      var sum: Float = 0
      for row in top..<top + rows {
        for column in left..<left + columns { sum += all[image, row * images.columns + column] }
      }
      return sum / Float(rows * columns)
    }
    return blocks.dividing(.columns, by: blocks.reduced(over: .columns) { max($0.norm, 1e-6) / Float(side) })
  }
}

/// The curves of the figure.
private struct NetworkBands {
  let training: Band
  let test: Band
  let labels: Band

  /// From the first to the last width with a test error of at least two thirds of the largest.
  var high: ClosedRange<Int> {
    let bound = 2.0 / 3 * (test.median.max() ?? 0)
    let widths = test.x.indices.filter { test.median[$0] >= bound }.map { Int(test.x[$0]) }
    return (widths.first ?? 0)...(widths.last ?? 0)
  }

  func sentence(threshold: Int) -> String {
    guard let descent = Descent(test, threshold: threshold), let wrong = Descent(labels, threshold: threshold) else {
      return ""
    }
    let (first, peak, second) = (descent.first, descent.peak, descent.second)
    let range = "is above two thirds of it from \(high.lowerBound) to \(high.upperBound) units"
    let course =
      first.width < peak.width && peak.width < second.width && peak.error > 1.1 * first.error
      ? "has its peak, \(short(peak.error)), at \(Int(peak.width)) units, after \(short(first.error)) at "
        + "\(Int(first.width)), \(range), and falls to \(short(second.error))"
      : "has no peak that stands out; beyond the count it is \(short(second.error)) at best"
    return "The squared test error \(course); wrong labels go down to \(percent(wrong.second.error)), "
      + "\(wrong.goesBelow ? "below" : "not below") those of narrow networks."
  }

  func results(_ plan: WidthPlan) -> [String: Value] {
    var results: [String: Value] = [
      "threshold": .number(Double(plan.threshold)), "samples": .number(Double(plan.samples)),
    ]
    if let squared = Descent(test, threshold: plan.threshold) { results["squared"] = squared.result }
    if let wrong = Descent(labels, threshold: plan.threshold) { results["wrong-labels"] = wrong.result }
    results["high"] = .record(["from": .number(Double(high.lowerBound)), "to": .number(Double(high.upperBound))])
    results["last-training-error"] = .number(training.median[training.median.count - 1])
    return results
  }
}

private func widthFigure(_ bands: NetworkBands, _ plan: WidthPlan, caption: String) -> Figure {
  let rule = RuleMark(x: Double(plan.threshold), label: "count: \(plan.threshold) units")
  return Figure(caption: caption, columns: 3) {
    Chart("Squared error, training") {
      rule
      bands.training.marks("training")
    }
    .xAxis("hidden units", scale: .log).yAxis("squared error", scale: .log)
    Chart("Squared error, test") {
      rule
      bands.test.marks("test")
    }
    .xAxis("hidden units", scale: .log).yAxis("squared error")
    Chart("Wrong labels, test") {
      rule
      bands.labels.marks("test")
    }
    .xAxis("hidden units", scale: .log).yAxis("share of wrong labels")
  }
  .legend(.below).seriesStyles([Styles.training, Styles.test])
}

private func widthTable(_ bands: NetworkBands) -> Table {
  var table = Table("hidden units", "quantity", "median", "lower quartile", "upper quartile")
  for (name, band) in [
    ("training error", bands.training), ("test error", bands.test), ("wrong test labels", bands.labels),
  ] {
    for place in band.x.indices {
      table.append(
        .integer(Int(band.x[place])), .text(name), .number(band.median[place]), .number(band.lower[place]),
        .number(band.upper[place]))
    }
  }
  return table
}
