import AnswerChecks
import LabKit
import NumericCore
import Plotting
import SkewedClassesQuestions

/// The lecture's table, and tables of a trained model.
let confusion = Experiment<Setting>(
  "confusion", "Confusion matrices: the lecture's table, always negative, and a trained model at two thresholds.",
  restsOn: [.answers, .data]
) { setting in
  let answers = setting.answers
  let parts = DataSplit(setting.data, draws: setting.draws("split"))
  let split = try TrainedSplit(parts)
  let ratio = (1 / parts.training.prevalence - 1).rounded()
  let (tables, missing) = try unlessMissing {
    let low = try answers.costThresholds([ratio])[0]
    let counts = try answers.counts([(split.test, threshold: 0.5), (split.test, threshold: low)])
    return zip(["threshold 0.5", "threshold \(rounded(low, 3))"], counts).map { NamedCounts($0, $1) }
  }
  let all =
    [NamedCounts("lecture", .lecture), NamedCounts("always negative", .alwaysNegative)] + (tables ?? [])
  let (metrics, undone) = try unlessMissing {
    zip(try answers.accuracies(all.map(\.counts)), try answers.precisionsAndRecalls(all.map(\.counts))).map {
      Metrics($0, $1)
    }
  }
  let below =
    "Below: logistic regression on \(setting.data.title), \(split.test.isPositive.count) test samples, "
    + "\(split.test.positives) of them positive, at threshold 0.5 and at c/(c+C), where a missed positive costs "
    + "\(Int(ratio)) times as much as a false alarm. Always negative would be right in "
    + "\(rounded(1 - parts.test.prevalence, 3)) of them."
  let caption = text(
    "Above: the lecture's table, and always answering negative on its data.", tables == nil ? "" : below,
    "Shades: the share of the row.", answers.credit(["6.1", "6.2", "6.3", "6.8"]),
    leftOut(["the model's tables": missing, "accuracy, precision and recall": undone]))
  var table = Table("table", "true positives", "false positives", "false negatives", "true negatives")
  for named in all {
    table.append(
      .text(named.name), .integer(named.counts.truePositives), .integer(named.counts.falsePositives),
      .integer(named.counts.falseNegatives), .integer(named.counts.trueNegatives))
  }
  let charts = all.indices.map { confusionChart(all[$0], metrics?[$0]) }
  let keys = ["lecture", "always-negative", "one-half", "by-cost"]
  let results = zip(keys, metrics ?? []).map { ($0, $1.record) }
  return Drawing(
    Figure(caption: caption, columns: 2) { charts }, table: table,
    results: ["confusion": .record(Dictionary(results) { first, _ in first })])
}

/// Counts with a name.
struct NamedCounts: Sendable {
  var name: String
  var counts: FourCounts

  init(_ name: String, _ counts: FourCounts) {
    self.name = name
    self.counts = counts
  }
}

/// What the figures show of counts.
struct Metrics: Sendable {
  var accuracies: Accuracies
  var shares: PrecisionAndRecall

  init(_ accuracies: Accuracies, _ shares: PrecisionAndRecall) {
    self.accuracies = accuracies
    self.shares = shares
  }

  /// What the lecture quotes.
  var record: Value {
    SkewedClassesLab.record([
      "accuracy": accuracies.accuracy, "baseline": accuracies.baseline, "balanced": accuracies.balanced,
      "precision": shares.precision, "recall": shares.recall,
    ])
  }
}

extension FourCounts {
  /// Of the slide "Best practice - Accuracy, precision, recall" (Myrvoll, 2020).
  static let lecture = FourCounts(truePositives: 1, falsePositives: 0, falseNegatives: 1, trueNegatives: 998)
  /// Nothing is ever predicted to be positive, on the same samples.
  static let alwaysNegative = FourCounts(truePositives: 0, falsePositives: 0, falseNegatives: 2, trueNegatives: 998)
}

/// A table of two by two with the counts written in; truth by rows, prediction by columns.
private func confusionChart(_ named: NamedCounts, _ metrics: Metrics?) -> Chart {
  let counts = named.counts
  let rows = [[counts.falseNegatives, counts.truePositives], [counts.trueNegatives, counts.falsePositives]]
  let names = [["FN", "TP"], ["TN", "FP"]]
  let shares = rows.map { row in row.map { Double($0) / Double(max(row[0] + row[1], 1)) } }
  var title = named.name.prefix(1).uppercased() + named.name.dropFirst()
  if let metrics {
    title +=
      ": accuracy \(rounded(metrics.accuracies.accuracy, 3))\nprecision "
      + "\(rounded(metrics.shares.precision, 2)), recall \(rounded(metrics.shares.recall, 2))"
  }
  return Chart(title) {
    RectangleMark(x: 0...2, y: 0...2, values: shares, map: ColorMap([.white, .skyBlue]), domain: 0...1.3)
    RuleMark(x: 1).foregroundStyle(.white).lineStyle(width: 1.5, dash: .solid)
    RuleMark(y: 1).foregroundStyle(.white).lineStyle(width: 1.5, dash: .solid)
    for (y, row) in rows.enumerated() {
      for (x, count) in row.enumerated() {
        TextMark(x: Double(x) + 0.5, y: Double(y) + 0.5, "\(count)", size: 1.6)
        TextMark(x: Double(x) + 0.03, y: Double(y) + 0.96, names[y][x], anchor: .topLeft)
      }
    }
  }
  .xAxis("predicted", domain: 0...2, ticks: .labelled([0.5, 1.5], ["negative", "positive"]))
  .yAxis("true", domain: 0...2, ticks: .labelled([0.5, 1.5], ["positive", "negative"]))
  .hiddenColorBar()
}
