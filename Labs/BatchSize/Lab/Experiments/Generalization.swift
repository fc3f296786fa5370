import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// What becomes of test accuracy where the batch grows, and what scaling the learning rate saves of it.
let generalization = Experiment<Setting>(
  "generalization", "Test accuracy by batch size, at a fixed and at a linearly scaled learning rate with warm-up."
) { setting in
  let experiment = try Generalization(setting)
  let outcome = try experiment.outcomes(setting.rates)
  let caption =
    "Network [784, \(experiment.hidden), 10], \(experiment.samples.training.count) images of \(setting.imageTitle), "
    + "\(experiment.epochs) epochs for every batch size, \(experiment.seeds) seeds: mean, smallest and largest. Scaled: "
    + "\(experiment.rule.baseRate) M/\(experiment.rule.baseBatchSize), with warm-up over a tenth of the updates where "
    + "M is larger; the largest rate is \(experiment.largestRate). A run whose loss stops being finite counts as 0. "
    + (outcome.missing.map { "Left out: the scaled rate; \($0). " } ?? "")
    + setting.at(quick: "Quick scale: few images, epochs and seeds.", lecture: "")
  return Drawing(
    generalizationFigure(outcome.curves, caption: caption), table: generalizationTable(outcome.curves),
    results: ["generalization": .record(finalAccuracies(outcome.curves))])
}

/// The accuracies of one way to choose the learning rate.
struct GeneralizationCurve: Sendable {
  var title: String
  /// By batch size: the accuracies of all seeds; 0 of a run that diverged.
  var accuracies: [(batchSize: Int, values: [Double])]
}

/// The experiment's sizes.
struct Generalization: Sendable {
  var samples: (training: Samples<Float>, test: Samples<Float>)
  var hidden: Int
  var epochs: Int
  var seeds: Int
  var batchSizes: [Int]
  var draws: Philox4x32x10
  var rule = ScalingRule(baseRate: 0.05, baseBatchSize: 16)

  init(_ setting: Setting) throws {
    samples = try setting.samples(
      training: setting.at(quick: 2000, lecture: 10_000), test: setting.at(quick: 1000, lecture: 5000))
    hidden = setting.at(quick: 50, lecture: 100)
    epochs = setting.at(quick: 8, lecture: 20)
    seeds = setting.at(quick: 2, lecture: 5)
    batchSizes = setting.at(quick: [4, 16, 64, 256, 1024], lecture: [4, 16, 64, 256, 1024, 4096])
    draws = setting.draws("generalization")
  }

  /// The scaled rate of the largest batch.
  var largestRate: Double {
    (rule.baseRate * Double(batchSizes.last ?? 0) / Double(rule.baseBatchSize) * 100).rounded() / 100
  }

  private struct Run: Sendable {
    var batchSize: Int
    var seed: Int
    var rates: [Double]?
  }

  /// Both curves, or the first and why the second is missing.
  func outcomes(_ source: ScaledRates) throws -> (curves: [GeneralizationCurve], missing: String?) {
    var (scaled, missing): ([Int: [Double]], String?) = ([:], nil)
    for size in batchSizes where missing == nil {
      switch try source.rates(rule, batchSize: size, updates: updates(size)) {
      case .success(let rates): scaled[size] = rates
      case .failure(let reason): missing = reason.reason
      }
    }
    let fixedRuns = runs { _ in nil }
    let scaledRuns = missing == nil ? runs { scaled[$0] } : []
    let all = fixedRuns + scaledRuns
    let steps = all.reduce(0) { $0 + updates($1.batchSize) }
    let sweep = Sweep("batch-size: generalization", steps: steps, progress: ProgressLine())
    let accuracies = try sweep.results(of: all) { run, step in accuracy(run, step) }
    let fixed = curve("fixed rate \(rule.baseRate)", fixedRuns, accuracies[..<fixedRuns.count])
    let scaledCurve = curve("scaled rate, warm-up", scaledRuns, accuracies[fixedRuns.count...])
    return (missing == nil ? [fixed, scaledCurve] : [fixed], missing)
  }

  /// The updates of a whole run.
  private func updates(_ batchSize: Int) -> Int {
    updatesOfAnEpoch(samples: samples.training.count, batchSize: batchSize) * epochs
  }

  private func runs(_ rates: (Int) -> [Double]?) -> [Run] {
    batchSizes.flatMap { size in
      (0..<seeds).map { Run(batchSize: size, seed: $0, rates: rates(size)) }
    }
  }

  private func accuracy(_ run: Run, _ step: () -> Void) -> Double {
    let draws = draws.stream("seed", run.seed)
    var network = Network<Float>(inputs: samples.training.features.columns, [.dense(hidden, .relu), .dense(10)])
    network.initialize(draws: draws.stream("weights"))
    var training = Training(
      network, TrainingSettings(batchSize: run.batchSize, epochs: epochs),
      rules: TrainingRules(schedule: run.rates.map(ListedRates.init)), draws: draws.stream("training")
    ) {
      StochasticGradientDescent(dimensions: $0, learningRate: Float(rule.baseRate), momentum: 0)
    }
    // A rate beyond what a network bears is what the figure looks for: such a run has learned nothing.
    guard (try? training.run(on: samples.training, watching: { _ in step() })) != nil else { return 0 }
    return training.network.evaluation(of: .softmaxCrossEntropy, on: samples.test).accuracy ?? 0
  }

  private func curve(_ title: String, _ runs: [Run], _ accuracies: ArraySlice<Double>) -> GeneralizationCurve {
    let pairs = zip(runs, accuracies)
    return GeneralizationCurve(
      title: title,
      accuracies: batchSizes.map { size in (size, pairs.filter { $0.0.batchSize == size }.map(\.1)) })
  }
}

private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

/// The mean accuracy by rule and batch size.
private func finalAccuracies(_ curves: [GeneralizationCurve]) -> [String: Value] {
  curves.reduce(into: [:]) { results, curve in
    for (size, values) in curve.accuracies {
      results["\(curve.title.hasPrefix("fixed") ? "fixed" : "scaled")-\(size)"] = .number(mean(values))
    }
  }
}

/// A row a run.
func generalizationTable(_ curves: [GeneralizationCurve]) -> Table {
  var table = Table("learning rate", "batch size", "seed", "test accuracy")
  for curve in curves {
    for (size, values) in curve.accuracies {
      for (seed, value) in values.enumerated() {
        table.append(.text(curve.title), .integer(size), .integer(seed), .number(value))
      }
    }
  }
  return table
}

/// Means with bands from the smallest to the largest.
func generalizationFigure(_ curves: [GeneralizationCurve], caption: String) -> Figure {
  let styles = SeriesStyle.list(curves.map(\.title))
  return Figure(
    Chart {
      for (curve, style) in zip(curves, styles) {
        let sizes = curve.accuracies.map { Double($0.batchSize) }
        AreaMark(
          x: sizes, lower: curve.accuracies.map { $0.values.min() ?? .nan },
          upper: curve.accuracies.map { $0.values.max() ?? .nan }
        )
        .foregroundStyle(style.color).opacity(0.2)
        LineMark(x: sizes, y: curve.accuracies.map { mean($0.values) }).foregroundStyle(by: curve.title)
        PointMark(x: sizes, y: curve.accuracies.map { mean($0.values) }).foregroundStyle(by: curve.title)
      }
    }
    .xAxis("batch size M", scale: .log).yAxis("test accuracy after the last epoch").caption(caption)
  )
  .seriesStyles(styles)
}
