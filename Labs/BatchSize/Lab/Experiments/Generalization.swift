import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// What becomes of test accuracy where the batch grows, and what scaling the learning rate saves of it.
let generalization = Experiment<Setting>(
  "generalization", "Test accuracy by batch size, at a fixed and at a linearly scaled learning rate with warm-up.",
  restsOn: [.answers, .data]
) { setting in
  let experiment = try Generalization(setting)
  let outcome = try experiment.outcomes(by: setting.student)
  let caption =
    "Network [784, \(experiment.hidden), 10], \(experiment.samples.training.count) images of \(setting.imageTitle), "
    + "\(experiment.epochs) epochs for every batch size, \(experiment.seeds) seeds: mean, smallest and largest. Scaled: "
    + "\u{3B7}_0 M/\(experiment.baseBatchSize), with warm-up over a tenth of the updates where M is larger. Dotted: one "
    + "class named for all images, right for \(rounded(experiment.oneClassForAll, 3)); runs that don't get twice as "
    + "many right have failed. " + experiment.failures(outcome.curves)
    + leftOut(["the scaled rates": outcome.missing])
    + setting.at(quick: " Quick scale: few images, epochs and seeds.", lecture: "")
  return Drawing(
    generalizationFigure(outcome.curves, experiment, caption: caption), table: generalizationTable(outcome.curves),
    results: ["generalization": experiment.results(outcome.curves)], size: (1400, 900))
}

/// A way to choose the learning rate.
struct RateRule: Sendable, Hashable {
  /// η₀.
  var baseRate: Double
  /// Whether the rate grows with the batch.
  var isScaled: Bool

  var title: String { isScaled ? "scaled rate, warm-up" : "fixed rate" }
}

/// The accuracies of one way to choose the learning rate.
struct GeneralizationCurve: Sendable {
  var rule: RateRule
  /// By batch size: the accuracies of all seeds; 0 of a run whose loss stopped being finite.
  var accuracies: [(batchSize: Int, values: [Double])]
  /// By batch size, what a scaled rate has grown to after its warm-up; nothing at a fixed rate.
  var fullRates: [Int: Double] = [:]

  /// The mean over the seeds, by batch size.
  var means: [(size: Int, number: Double)] { accuracies.map { ($0.batchSize, $0.values.mean) } }
}

/// The experiment's sizes.
struct Generalization: Sendable {
  var samples: (training: Samples<Float>, test: Samples<Float>)
  var hidden: Int
  var epochs: Int
  var seeds: Int
  var batchSizes: [Int]
  var draws: Philox4x32x10
  /// A lively rate for batches of 16, and a quarter of it.
  let baseRates = [0.05, 0.0125]
  let baseBatchSize = 16

  init(_ setting: Setting) throws {
    samples = try setting.samples(
      training: setting.at(quick: 2000, lecture: 10_000), test: setting.at(quick: 1000, lecture: 10_000))
    hidden = setting.at(quick: 50, lecture: 200)
    epochs = setting.at(quick: 8, lecture: 20)
    seeds = setting.at(quick: 2, lecture: 5)
    batchSizes = setting.at(quick: [16, 64, 256, 1024], lecture: [16, 64, 256, 1024, 4096])
    draws = setting.draws("generalization")
  }

  private struct Run: Sendable {
    var rule: RateRule
    var batchSize: Int
    var seed: Int
    /// Of each update.
    var rates: [Double]?
  }

  /// All curves that have rates, and why others are missing.
  func outcomes(by student: StudentAnswers?) throws -> (curves: [GeneralizationCurve], missing: MissingAnswer?) {
    var (rates, missing): ([RateRule: [Int: [Double]]], MissingAnswer?) = ([:], nil)
    for rule in baseRates.map({ RateRule(baseRate: $0, isScaled: true) }) {
      for size in batchSizes where missing == nil {
        let scaling = ScalingRule(baseRate: rule.baseRate, baseBatchSize: baseBatchSize)
        switch try scaling.rates(batchSize: size, updates: updates(size), by: student) {
        case .success(let found): rates[rule, default: [:]][size] = found
        case .failure(let problem): missing = problem
        }
      }
    }
    let rules = baseRates.flatMap { rate in
      [false, true].filter { !$0 || missing == nil }.map { RateRule(baseRate: rate, isScaled: $0) }
    }
    let runs = rules.flatMap { rule in
      batchSizes.flatMap { size in
        (0..<seeds).map { Run(rule: rule, batchSize: size, seed: $0, rates: rates[rule]?[size]) }
      }
    }
    let steps = runs.reduce(0) { $0 + updates($1.batchSize) }
    let sweep = Sweep("batch-size: generalization", steps: steps, progress: ProgressLine())
    let accuracies = zip(runs, try sweep.results(of: runs, accuracy))
    let curves = rules.map { rule in
      GeneralizationCurve(
        rule: rule,
        accuracies: batchSizes.map { size in
          (size, accuracies.filter { $0.0.rule == rule && $0.0.batchSize == size }.map(\.1))
        }, fullRates: (rates[rule] ?? [:]).compactMapValues(\.last))
    }
    return (curves, missing)
  }

  /// The updates of a whole run.
  private func updates(_ batchSize: Int) -> Int {
    updatesOfAnEpoch(samples: samples.training.count, batchSize: batchSize) * epochs
  }

  @Sendable private func accuracy(_ run: Run, _ step: () -> Void) -> Double {
    let draws = draws.stream("seed", run.seed)
    var network = Network<Float>(inputs: samples.training.features.columns, [.dense(hidden, .relu), .dense(10)])
    network.initialize(draws: draws.stream("weights"))
    var training = Training(
      network, TrainingSettings(batchSize: run.batchSize, epochs: epochs),
      rules: TrainingRules(schedule: run.rates.map(ListedRates.init)), draws: draws.stream("training")
    ) {
      StochasticGradientDescent(dimensions: $0, learningRate: Float(run.rule.baseRate), momentum: 0)
    }
    // A rate beyond what a network bears is what the figure looks for: such a run has learned nothing.
    guard (try? training.run(on: samples.training, watching: { _ in step() })) != nil else { return 0 }
    return training.network.evaluation(of: .softmaxCrossEntropy, on: samples.test).accuracy ?? 0
  }
}

extension Generalization {
  /// The accuracy of naming the most frequent class of the test images for all of them.
  var oneClassForAll: Double {
    guard case .classes(let classes) = samples.test.targets else { return 0 }
    let counts = classes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return Double(counts.values.max() ?? 0) / Double(max(classes.count, 1))
  }

  /// How many runs of a batch size have failed: they are right less than twice as often as one class for all is.
  func failed(_ values: [Double]) -> Int { values.count { $0 < 2 * oneClassForAll } }

  /// In words: where runs failed.
  func failures(_ curves: [GeneralizationCurve]) -> String {
    let lost = curves.flatMap { curve in
      curve.accuracies.filter { failed($0.values) > 0 }.map {
        "\(failed($0.values)) of \($0.values.count) at M = \($0.batchSize) (\(curve.rule.isScaled ? "scaled" : "fixed"), "
          + "\u{3B7}_0 = \(curve.rule.baseRate))"
      }
    }
    return lost.isEmpty ? "None has." : "Those are \(lost.joined(separator: ", "))."
  }

  /// What the lecture quotes: by rule and batch size.
  func results(_ curves: [GeneralizationCurve]) -> Value {
    func name(_ rule: RateRule) -> String {
      (rule.isScaled ? "scaled" : "fixed") + (rule.baseRate == baseRates[0] ? "" : "-quarter")
    }
    func record(_ number: ([Double]) -> Double) -> Value {
      .record(
        curves.reduce(into: [:]) { results, curve in
          results[name(curve.rule)] = bySize(curve.accuracies.map { ($0.batchSize, number($0.values)) })
        })
    }
    return .record([
      "one-class-for-all": .number(oneClassForAll), "mean-accuracy": record(\.mean),
      "smallest-accuracy": record { $0.min() ?? .nan }, "failed": record { Double(failed($0)) },
      "scaled-rate": .record(
        curves.filter(\.rule.isScaled).reduce(into: [:]) { rates, curve in
          rates[name(curve.rule)] = bySize(curve.fullRates.map { ($0.key, $0.value) })
        }),
    ])
  }
}

/// A row a run.
func generalizationTable(_ curves: [GeneralizationCurve]) -> Table {
  var table = Table("learning rate", "base rate", "batch size", "seed", "test accuracy")
  for curve in curves {
    for (size, values) in curve.accuracies {
      for (seed, value) in values.enumerated() {
        table.append(
          .text(curve.rule.title), .number(curve.rule.baseRate), .integer(size), .integer(seed), .number(value))
      }
    }
  }
  return table
}

/// Means with bands from the smallest to the largest; a chart a base rate.
func generalizationFigure(_ curves: [GeneralizationCurve], _ experiment: Generalization, caption: String) -> Figure {
  let titles = [false, true].map { RateRule(baseRate: 0, isScaled: $0).title }
  let styles = SeriesStyle.list(titles)
  return Figure(caption: caption, columns: 2) {
    for rate in experiment.baseRates {
      Chart("\u{3B7}_0 = \(rate) at M = \(experiment.baseBatchSize)") {
        RuleMark(y: experiment.oneClassForAll).foregroundStyle(.gray).lineStyle(dash: .dotted)
        for curve in curves.filter({ $0.rule.baseRate == rate }) {
          let sizes = curve.means.map { Double($0.size) }
          AreaMark(
            x: sizes, lower: curve.accuracies.map { $0.values.min() ?? .nan },
            upper: curve.accuracies.map { $0.values.max() ?? .nan }
          )
          .foregroundStyle(styles[curve.rule.isScaled ? 1 : 0].color).opacity(0.2)
          LineMark(x: sizes, y: curve.means.map(\.number)).foregroundStyle(by: curve.rule.title)
          PointMark(x: sizes, y: curve.means.map(\.number)).foregroundStyle(by: curve.rule.title)
        }
      }
      .xAxis("batch size M", scale: .log)
      .yAxis("test accuracy after the last epoch", domain: 0...1)
    }
  }
  .seriesStyles(styles)
}
