import AnswerChecks
import LabKit
import NumericCore
import Plotting
import SkewedClassesQuestions

/// What a threshold trades, and the best one for a ratio of costs.
let threshold = Experiment<Setting>(
  "threshold", "Precision, recall, F1 and cost by threshold, with the best one for three ratios of costs.",
  restsOn: [.answers, .data]
) { setting in
  let split = try TrainedSplit(DataSplit(setting.data, draws: setting.draws("split")))
  let (curves, missing) = try unlessMissing {
    try ThresholdCurves(split.validation, setting.answers)
  }
  let (choices, undone) = try unlessMissing {
    try thresholdChoices(split, setting.answers)
  }
  let caption = text(
    "Logistic regression on \(setting.data.title): \(split.validation.isPositive.count) samples to choose by, "
      + "\(split.validation.positives) of them positive.",
    choices.map { findings($0, testSamples: split.test.isPositive.count) } ?? "",
    setting.answers.credit(["6.1", "6.3", "6.4", "6.5", "6.8", "6.9"]),
    leftOut(["precision, recall, F1 and the costs": missing, "the best thresholds": undone]))
  return Drawing(
    thresholdFigure(curves, choices ?? [], caption: caption), table: thresholdTable(curves),
    results: ["threshold": thresholdResults(curves, choices ?? [])], size: (1200, 1000))
}

/// The ratios of costs C : c that are tried.
private let costRatios: [Double] = [1, 10, 100]

/// Precision, recall, F1 at each different score.
private struct ThresholdCurves: Sendable {
  var thresholds: [Double]
  var counts: [FourCounts]
  var shares: [PrecisionAndRecall]
  var f1: [Double?]
  var samples: Int

  init(_ scored: Scored, _ answers: FigureAnswers) throws {
    thresholds = Set(scored.scores).sorted(by: >)
    counts = try answers.countsByThreshold(scored, thresholds: thresholds.count)
    shares = try answers.precisionsAndRecalls(counts)
    f1 = try answers.f1(counts)
    samples = scored.isPositive.count
  }

  /// The cost per 1000 samples at each threshold, where a false positive costs 1.
  func costs(ratio: Double) -> [Double] { counts.map { $0.costPerThousand(ratio: ratio) } }

  /// The threshold with the largest F1.
  var bestF1: (threshold: Double, f1: Double)? {
    zip(thresholds, f1).compactMap { threshold, f1 in f1.map { (threshold, $0) } }.max { $0.1 < $1.1 }
  }
}

extension FigureAnswers {
  /// The counts at each different score, from the largest down, as the ROC curve of 6.5 has them.
  func countsByThreshold(_ scored: Scored, thresholds: Int) throws -> [FourCounts] {
    let points = try rocPoints([scored])[0]
    guard points.count == thresholds + 1 else {
      throw MissingAnswer("6.5", "returned \(points.count) points for \(thresholds) different scores")
    }
    return points.dropFirst().map { point in
      let found = Int((point.truePositiveRate * Double(scored.positives)).rounded())
      let mistaken = Int((point.falsePositiveRate * Double(scored.negatives)).rounded())
      return FourCounts(
        truePositives: found, falsePositives: mistaken, falseNegatives: scored.positives - found,
        trueNegatives: scored.negatives - mistaken)
    }
  }
}

extension FourCounts {
  /// What mistakes cost in 1000 samples, where a false positive costs 1 and a false negative `ratio`.
  func costPerThousand(ratio: Double) -> Double {
    let samples = truePositives + falsePositives + falseNegatives + trueNegatives
    return 1000 * (Double(falsePositives) + ratio * Double(falseNegatives)) / Double(max(samples, 1))
  }
}

/// A threshold chosen for a ratio of costs, and what it costs in 1000 samples.
private struct ThresholdChoice: Sendable {
  var ratio: Double
  /// Nothing where nobody is predicted to be positive.
  var threshold: Double?
  var validationCost: Double
  var testCost: Double
  /// c/(c + C).
  var theory: Double
  var theoryCost: Double
  var halfCost: Double
}

private func thresholdChoices(_ split: TrainedSplit, _ answers: FigureAnswers) throws -> [ThresholdChoice] {
  let best = try answers.cheapestThresholds(split.validation, costsOfFalseNegatives: costRatios)
  let theory = try answers.costThresholds(costRatios)
  let thresholds = best.map { $0.threshold ?? .infinity } + theory + [0.5]
  let counts = try answers.counts(thresholds.map { (split.test, threshold: $0) })
  return costRatios.indices.map { place in
    let ratio = costRatios[place]
    return ThresholdChoice(
      ratio: ratio, threshold: best[place].threshold,
      validationCost: 1000 * best[place].cost / Double(split.validation.isPositive.count),
      testCost: counts[place].costPerThousand(ratio: ratio), theory: theory[place],
      theoryCost: counts[costRatios.count + place].costPerThousand(ratio: ratio),
      halfCost: counts[counts.count - 1].costPerThousand(ratio: ratio))
  }
}

/// For the caption: what stars and dotted lines are, and what they cost on other samples.
private func findings(_ choices: [ThresholdChoice], testSamples: Int) -> String {
  let nobody = choices.filter { $0.threshold == nil }.map { "1 : \(Int($0.ratio))" }.joined(separator: ", ")
  let costs = choices.map { choice in
    let costs = [choice.testCost, choice.theoryCost, choice.halfCost].map { rounded($0, 0) }
    return "\(costs.joined(separator: ", ")) at c : C = 1 : \(Int(choice.ratio))"
  }
  return text(
    "Stars: the cheapest threshold by counting. Dotted: c/(c+C) for c : C as written, which needs probabilities that are right.",
    nobody.isEmpty ? "" : "No star at \(nobody): cheapest is to predict nobody positive.",
    "Per 1000 of \(testSamples) other samples, the star's threshold, c/(c+C) and 0.5 cost "
      + "\(costs.joined(separator: "; ")).")
}

private func thresholdFigure(_ curves: ThresholdCurves?, _ choices: [ThresholdChoice], caption: String) -> Figure {
  let axis = AxisTicks.labelled([0.001, 0.01, 0.1, 0.5, 1], ["0.001", "0.01", "0.1", "0.5", "1"])
  let looks: [(Color, LineDash)] = [(.indigo, .solid), (.orange, .dashed), (.wine, .dashDotted)]
  func name(_ ratio: Double) -> String { "cost, c : C = 1 : \(Int(ratio))" }
  let styles =
    [
      SeriesStyle(name: "precision", color: .blue), SeriesStyle(name: "recall", color: .vermillion, dash: .dashed),
      SeriesStyle(name: "F1", color: .green, dash: .dashDotted),
    ] + zip(costRatios, looks).map { SeriesStyle(name: name($0), color: $1.0, dash: $1.1, symbol: .star) }
  return Figure(caption: caption, columns: 1, sharedX: true) {
    Chart {
      if let curves {
        line("precision", curves.thresholds, curves.shares.map(\.precision))
        line("recall", curves.thresholds, curves.shares.map(\.recall))
        line("F1", curves.thresholds, curves.f1)
      }
    }
    .xAxis(scale: .log, domain: 0.001...1, ticks: axis).yAxis("share", domain: 0...1.02)
    Chart {
      for (choice, look) in zip(choices, looks) {
        RuleMark(x: choice.theory, label: "1 : \(Int(choice.ratio))").foregroundStyle(look.0).lineStyle(dash: .dotted)
      }
      for ratio in costRatios {
        if let curves { line(name(ratio), curves.thresholds, curves.costs(ratio: ratio)) }
      }
      for choice in choices {
        if let threshold = choice.threshold {
          PointMark(x: [threshold], y: [choice.validationCost]).foregroundStyle(by: name(choice.ratio)).symbolSize(2.4)
        }
      }
    }
    .xAxis("threshold", scale: .log, domain: 0.001...1, ticks: axis)
    .yAxis("cost per 1000 samples", scale: .log, domain: costDomain(curves))
  }
  .legend(.right)
  .seriesStyles(styles)
}

/// From below the cheapest to above the dearest, so that no star is cut.
private func costDomain(_ curves: ThresholdCurves?) -> ClosedRange<Double>? {
  let costs = costRatios.flatMap { curves?.costs(ratio: $0) ?? [] }.filter { $0 > 0 }
  guard let least = costs.min(), let most = costs.max() else { return nil }
  return least / 1.6...most * 1.6
}

/// A line through what is defined, within the picture.
private func line(_ name: String, _ x: [Double], _ y: [Double?]) -> LineMark {
  let defined = zip(x, y).compactMap { x, y in y.map { (x, $0) } }.filter { $0.0 >= 0.0005 && $0.1 >= 0 }
  return LineMark(x: defined.map(\.0), y: defined.map(\.1)).foregroundStyle(by: name)
}

private func thresholdTable(_ curves: ThresholdCurves?) -> Table {
  var table = Table("threshold", "true positives", "false positives", "precision", "recall", "F1")
  func cell(_ number: Double?) -> Table.Cell { number.map { .number($0) } ?? .text("undefined") }
  guard let curves else { return table }
  for place in curves.thresholds.indices {
    table.append(
      .number(curves.thresholds[place]), .integer(curves.counts[place].truePositives),
      .integer(curves.counts[place].falsePositives), cell(curves.shares[place].precision),
      cell(curves.shares[place].recall), cell(curves.f1[place]))
  }
  return table
}

private func thresholdResults(_ curves: ThresholdCurves?, _ choices: [ThresholdChoice]) -> Value {
  var entries: [String: Value] = [:]
  if let best = curves?.bestF1 {
    entries["best-f1"] = record(["threshold": best.threshold, "f1": best.f1])
  }
  for choice in choices {
    entries["ratio-\(Int(choice.ratio))"] = record([
      "threshold": choice.threshold, "theory": choice.theory, "test-cost": choice.testCost,
      "test-cost-of-theory": choice.theoryCost, "test-cost-at-one-half": choice.halfCost,
    ])
  }
  return .record(entries)
}
