import AnswerChecks
import LabKit
import NumericCore
import Plotting
import SkewedClassesQuestions

/// Class weights, oversampling, a moved threshold: what each does, over many splits.
let remedies = Experiment<Setting>(
  "remedies", "Class weights, oversampling and a moved threshold compared over many splits.",
  restsOn: [.answers, .data]
) { setting in
  let seeds = setting.at(quick: 10, lecture: 50)
  let (outcomes, missing) = try unlessMissing { try RemedyOutcomes(setting, seeds: seeds) }
  let caption = text(
    "Logistic regression on \(setting.data.title), \(seeds) random splits. Points: means over the splits; bars: the middle "
      + "80 % of the splits.",
    outcomes?.findings ?? "", setting.at(quick: "Quick scale: \(seeds) splits.", lecture: ""),
    setting.answers.credit(["6.1", "6.2", "6.3", "6.4", "6.5", "6.7", "6.8", "6.10"]), leftOut(["all points": missing]))
  return Drawing(
    remediesFigure(outcomes, caption: caption), table: remediesTable(outcomes),
    results: ["remedies": outcomes?.results ?? .record([:])])
}

/// What can be done about rare positives.
enum Remedy: String, CaseIterable, Sendable {
  case nothing = "nothing, threshold 0.5"
  case weights = "class weights, 0.5"
  case oversampling = "oversampling, 0.5"
  case movedThreshold = "threshold moved by costs"
  case bestF1 = "threshold chosen for F1"

  /// In results.
  var key: String {
    switch self {
    case .nothing: "nothing"
    case .weights: "class-weights"
    case .oversampling: "oversampling"
    case .movedThreshold: "moved-threshold"
    case .bestF1: "best-f1"
    }
  }

  var style: SeriesStyle {
    let looks: [Remedy: (Color, Symbol)] = [
      .nothing: (Color(gray: 0.13), .circle), .weights: (.blue, .square), .oversampling: (.skyBlue, .diamond),
      .movedThreshold: (.vermillion, .triangle), .bestF1: (.green, .star),
    ]
    let look = looks[self] ?? (.gray, .ring)
    return SeriesStyle(name: rawValue, color: look.0, symbol: look.1)
  }
}

/// What is compared.
private enum RemedyMetric: String, CaseIterable {
  case precision, recall
  case balanced = "balanced accuracy"
  case f1 = "F1"
  case averagePrecision = "average precision"
  case brier = "Brier score (0 is best)"

  var key: String {
    switch self {
    case .precision, .recall: rawValue
    case .balanced: "balanced-accuracy"
    case .f1: "f1"
    case .averagePrecision: "average-precision"
    case .brier: "brier-score"
    }
  }
}

/// The metrics of each remedy on the test samples of each split.
private struct RemedyOutcomes: Sendable {
  /// A metric of a remedy by split; nothing where it is undefined.
  private var all: [RemedyMetric: [Remedy: [Double?]]] = [:]

  init(_ setting: Setting, seeds: Int) throws {
    let answers = setting.answers
    let data = setting.data
    let draws = setting.draws("remedies")
    let parts = try (0..<seeds).map { $0 }.sideBySide { DataSplit(data, draws: draws.stream("split", $0)) }
    let balances = try answers.classWeights(parts.map(\.training.isPositive))
    let costs = try answers.costThresholds(balances.map { $0.positive / $0.negative })
    let splits = try parts.indices.map { $0 }.sideBySide { seed in
      let (split, training) = (parts[seed], parts[seed].training)
      return [
        try TrainedSplit(split), try TrainedSplit(split, sampleWeights: training.weights(balances[seed])),
        try TrainedSplit(split, sampleWeights: training.oversampled(draws: draws.stream("copies", seed))),
      ]
    }
    var tests: [(Scored, threshold: Double)] = []
    for (split, cost) in zip(splits, costs) {
      let best = try answers.bestThreshold(split[0].validation)
      let thresholds = [(0, 0.5), (1, 0.5), (2, 0.5), (0, cost), (0, best)]
      tests += thresholds.map { (split[$0.0].test, $0.1) }
    }
    let counts = try answers.counts(tests)
    let shares = try answers.precisionsAndRecalls(counts)
    add(.precision, shares.map(\.precision))
    add(.recall, shares.map(\.recall))
    add(.balanced, try answers.accuracies(counts).map(\.balanced))
    add(.f1, try answers.f1(counts))
    add(.averagePrecision, try answers.averagePrecisions(tests.map(\.0)))
    add(.brier, tests.map { $0.0.brierScore })
  }

  /// Values in the order of splits, and in each of the remedies.
  private mutating func add(_ metric: RemedyMetric, _ values: [Double?]) {
    for (place, value) in values.enumerated() {
      all[metric, default: [:]][Remedy.allCases[place % Remedy.allCases.count], default: []].append(value)
    }
  }

  private func bySplit(_ metric: RemedyMetric, _ remedy: Remedy) -> [Double?] { all[metric]?[remedy] ?? [] }

  /// The values over the splits that have one.
  func values(_ metric: RemedyMetric, _ remedy: Remedy) -> [Double] { bySplit(metric, remedy).compactMap(\.self) }

  /// The mean over the splits.
  func mean(_ metric: RemedyMetric, _ remedy: Remedy) -> Double? {
    let values = values(metric, remedy)
    return values.isEmpty ? nil : values.mean
  }

  /// In how many splits one remedy has more of a metric than another. All are tried on the same splits, so this tells more
  /// than whether their bars overlap.
  private func wins(_ metric: RemedyMetric, _ remedy: Remedy, over other: Remedy) -> Int {
    zip(bySplit(metric, remedy), bySplit(metric, other)).count { one, other in
      if let one, let other { one > other } else { false }
    }
  }

  /// For the caption: which precisions are undefined, and where the mean is over fewer splits.
  private var undefined: String {
    let gaps = Remedy.allCases.compactMap { remedy in
      let (count, all) = (values(.precision, remedy).count, bySplit(.precision, remedy).count)
      return count < all ? "in \(all - count) of \(all) splits with \"\(remedy.rawValue)\"" : nil
    }
    return gaps.isEmpty ? "" : "Precision is undefined \(gaps.joined(separator: ", ")); these are left out of its mean."
  }

  /// For the caption: what came out.
  var findings: String {
    func value(_ metric: RemedyMetric, _ remedy: Remedy, digits: Int = 2) -> String {
      rounded(mean(metric, remedy), digits)
    }
    let change = (mean(.averagePrecision, .weights) ?? 0) - (mean(.averagePrecision, .nothing) ?? 0)
    return text(
      "Balanced accuracy: \(value(.balanced, .nothing)) with nothing, \(value(.balanced, .weights)) with weights, "
        + "\(value(.balanced, .oversampling)) with oversampling, \(value(.balanced, .movedThreshold)) with a moved threshold "
        + "alone; weights have more than that in \(wins(.balanced, .weights, over: .movedThreshold)) splits.",
      undefined,
      (abs(change) < 0.02 ? "Weights hardly change the ranking" : "Weights change the ranking")
        + ": average precision is \(value(.averagePrecision, .weights)), and \(value(.averagePrecision, .nothing)) "
        + "without.",
      "The Brier score is \(value(.brier, .weights, digits: 3)) with weights and "
        + "\(value(.brier, .nothing, digits: 3)) without.")
  }

  /// The means; and in how many splits weights are better than a moved threshold.
  var results: Value {
    var entries: [String: Value] = [
      "weights-over-moved-threshold": record([
        "balanced-accuracy": Double(wins(.balanced, .weights, over: .movedThreshold))
      ])
    ]
    for remedy in Remedy.allCases {
      entries[remedy.key] = record(
        Dictionary(RemedyMetric.allCases.map { ($0.key, mean($0, remedy)) }) { first, _ in first })
    }
    return .record(entries)
  }
}

extension FigureAnswers {
  /// The threshold with the largest F1.
  fileprivate func bestThreshold(_ scored: Scored) throws -> Double {
    let thresholds = Set(scored.scores).sorted(by: >)
    let scores = try f1(countsByThreshold(scored, thresholds: thresholds.count))
    return zip(thresholds, scores).max { ($0.1 ?? 0) < ($1.1 ?? 0) }?.0 ?? 0.5
  }
}

extension Scored {
  /// The mean squared distance of the predictions to what came true.
  fileprivate var brierScore: Double {
    zip(scores, isPositive).map { score, isPositive in
      let distance = score - (isPositive ? 1 : 0)
      return distance * distance
    }.mean
  }
}

private func remediesFigure(_ outcomes: RemedyOutcomes?, caption: String) -> Figure {
  Figure(caption: caption, columns: 3) {
    for metric in RemedyMetric.allCases {
      Chart(metric.rawValue.prefix(1).uppercased() + metric.rawValue.dropFirst()) {
        if let outcomes {
          for (place, remedy) in Remedy.allCases.enumerated() {
            let values = Vector(outcomes.values(metric, remedy))
            if values.count > 0 {
              let x = [Double(place)]
              RuleMark(x: x, yStart: [quantile(values, 0.1)], yEnd: [quantile(values, 0.9)])
                .foregroundStyle(remedy.style.color).lineStyle(width: 3, dash: .solid)
              PointMark(x: x, y: [values.mean()]).foregroundStyle(by: remedy.rawValue).symbolSize(2)
            }
          }
        }
      }
      .xAxis(domain: -0.6...4.6, ticks: .hidden)
    }
  }
  .legend(.below)
  .seriesStyles(Remedy.allCases.map(\.style))
}

private func remediesTable(_ outcomes: RemedyOutcomes?) -> Table {
  var table = Table("metric", "remedy", "mean", "10 % quantile", "90 % quantile")
  guard let outcomes else { return table }
  for metric in RemedyMetric.allCases {
    for remedy in Remedy.allCases {
      let values = Vector(outcomes.values(metric, remedy))
      guard values.count > 0 else { continue }
      table.append(
        .text(metric.key), .text(remedy.rawValue), .number(values.mean()), .number(quantile(values, 0.1)),
        .number(quantile(values, 0.9)))
    }
  }
  return table
}
