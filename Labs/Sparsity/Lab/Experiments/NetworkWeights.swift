import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// The second junction's weights of one network under four penalties.
let networkWeights = Experiment<Setting>(
  "network-weights", "Weights of a network trained without penalty, with L1, L2 and the elastic net.", restsOn: []
) { setting in
  guard let images = setting.images else {
    throw LabError.usage("This figure needs images, and none were loaded.")
  }
  let samples = images.samples(
    training: setting.at(quick: 30_000, lecture: nil), test: setting.at(quick: 5000, lecture: nil))
  let (epochs, seeds) = (setting.at(quick: 8, lecture: 10), setting.at(quick: 1, lecture: 3))
  let runs = PenalizedTraining.kinds.flatMap { kind in
    (0..<seeds).map {
      PenalizedTraining(kind: kind, epochs: epochs, seed: $0)
    }
  }
  let sweep = Sweep("network-weights", steps: epochs * runs.count, progress: setting.progress)
  let draws = setting.draws("network-weights")
  let outcomes = try sweep.results(of: runs) { run, step in
    TrainedWeights(run, try run.network(on: samples.training, draws: draws, step: step), samples.test)
  }
  let trained = PenalizedTraining.kinds.map { kind in
    KindOfWeights(kind: kind, seeds: outcomes.filter { $0.kind == kind })
  }
  let caption =
    networkCaption(
      trained, network: "[\(samples.training.features.columns), \(PenalizedTraining.hidden), 10]", epochs: epochs)
    + " Data: \(images.name.title)."
    + setting.at(quick: " Quick scale: fewer images and epochs.", lecture: "")
  return Drawing(
    networkFigure(trained, caption: caption), table: networkTable(trained),
    results: [
      "network-weights": .record(Dictionary(uniqueKeysWithValues: trained.map { ($0.kind.rawValue, $0.result) }))
    ],
    size: (1200, 950))
}

/// What is looked at in one trained network.
private struct TrainedWeights: Sendable {
  let kind: PenaltyKind
  let strength: Double
  let second: [Double]
  let accuracy: Double
  /// With all weights below 10⁻³ set to 0.
  let prunedAccuracy: Double
  /// Of all weights, those below 10⁻³ in size.
  let share: Double
  /// Of the second junction's weights.
  let secondShare: Double
  let exactZeros: Int

  /// What counts as small.
  static let small: Float = 1e-3

  init(_ run: PenalizedTraining, _ network: Network<Float>, _ test: Samples<Float>) {
    func small(_ weights: [Float]) -> Double {
      Double(weights.count { abs($0) < Self.small }) / Double(weights.count)
    }
    (kind, strength) = (run.kind, run.strength)
    let weights = network.junction(1)
    second = weights.map(Double.init)
    accuracy = network.accuracy(on: test)
    prunedAccuracy = network.pruned(below: Self.small).accuracy(on: test)
    share = small(network.weights)
    secondShare = small(weights)
    exactZeros = network.weights.count { $0 == 0 }
  }
}

/// The networks of one penalty, one a seed.
private struct KindOfWeights {
  let kind: PenaltyKind
  let seeds: [TrainedWeights]

  func mean(_ value: (TrainedWeights) -> Double) -> Double {
    seeds.reduce(0) { $0 + value($1) } / Double(seeds.count)
  }

  var result: Value {
    .record([
      "strength": .number(seeds[0].strength), "accuracy": .number(mean(\.accuracy)),
      "accuracy-pruned": .number(mean(\.prunedAccuracy)), "small-share": .number(mean(\.share)),
      "small-share-second": .number(mean(\.secondShare)), "exact-zeros": .number(mean { Double($0.exactZeros) }),
    ])
  }
}

private func networkCaption(_ trained: [KindOfWeights], network: String, epochs: Int) -> String {
  let seeds = trained[0].seeds.count
  let shares = trained.map { "\($0.kind.name) \(percent($0.mean(\.share)))" }
  let exact = trained.flatMap(\.seeds).reduce(0) { $0 + $1.exactZeros }
  return "\(network), \(epochs) epochs, the same start and order of images for all. "
    + (seeds > 1 ? "Bars: the first of \(seeds) seeds; numbers: means. " : "")
    + "Strengths are set for about equal accuracy on all of MNIST. Below 10^{-3}, of the weights of both junctions: "
    + shares.joined(separator: ", ") + "."
    + (exact == 0
      ? " No weight is exactly 0: gradient descent steps over 0 and back." : " Exactly 0 by chance: \(exact) weights.")
    + (trained.count == 1 ? " Penalties are left out: this copy of the project has none." : "")
}

private func networkFigure(_ trained: [KindOfWeights], caption: String) -> Figure {
  let widest = trained.flatMap { $0.seeds[0].second.map(abs) }.max() ?? 1
  let range = -widest...widest
  return Figure(caption: caption, columns: 2, sharedX: true, sharedY: true) {
    for kind in trained {
      Chart(kind.kind.title) {
        HistogramMark(values: kind.seeds[0].second, bins: 81, range: range).foregroundStyle(kind.kind.style.color)
        TextMark(
          x: range.lowerBound, y: 1200,
          "accuracy \(percent(kind.mean(\.accuracy)))\nbelow 10^{-3}: \(percent(kind.mean(\.secondShare)))",
          anchor: .topLeft)
      }
      .xAxis("weight of the second junction").yAxis("weights", scale: .log, domain: 0.7...1500)
    }
  }
}

private func networkTable(_ trained: [KindOfWeights]) -> Table {
  var table = Table("penalty", "strength", "place", "weight of the second junction")
  for kind in trained {
    for (place, weight) in kind.seeds[0].second.enumerated() {
      table.append(
        .text(kind.kind.rawValue), .number(kind.seeds[0].strength), .integer(place), .number(weight))
    }
  }
  return table
}
