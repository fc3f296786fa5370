import AnswerChecks
import LabKit
import NumericCore
import Plotting
import SkewedClassesQuestions

/// Classifiers that stay as they are, while positives become rare.
let accuracyParadox = Experiment<Setting>(
  "accuracy-paradox", "Metrics of fixed classifiers as the prevalence falls from 1/2 to 1/1000."
) { setting in
  let answers = setting.answers
  let prevalences = (0...36).map { 0.5 * pow(0.002, Double($0) / 36) }
  let (curves, missing) = try unlessMissing {
    try FixedClassifier.all.map { try ParadoxCurve($0, prevalences, answers) }
  }
  let overtaken = FixedClassifier.all.dropLast().map { "\($0.key) below \(odds($0.overtakenBelow))" }
  let finding =
    "Accuracy comes to praise who never says positive: always negative is more accurate than "
    + "\(overtaken.joined(separator: "; ")). There precision is below 1/2. Balanced accuracy doesn't move. Always "
    + "negative has no precision."
  let caption = text(
    "Four classifiers, each with its own recall r and false positive rate f, counted in a population of a million in which "
      + "positives become rare.",
    answers.areTheProjects ? finding : "", answers.credit(["6.2", "6.3", "6.4"]), leftOut(["the curves": missing]))
  return Drawing(
    paradoxFigure(curves ?? [], prevalences, caption: caption), table: paradoxTable(curves ?? [], prevalences),
    results: ["accuracy-paradox": .record(results(curves ?? [], prevalences))])
}

/// A classifier given by its two rates.
struct FixedClassifier: Sendable {
  /// In results.
  var key: String
  var recall: Double
  var falsePositiveRate: Double
  var color: Color
  var dash: LineDash

  init(_ key: String, _ recall: Double, _ falsePositiveRate: Double, _ color: Color, _ dash: LineDash) {
    self.key = key
    self.recall = recall
    self.falsePositiveRate = falsePositiveRate
    self.color = color
    self.dash = dash
  }

  /// In words.
  var title: String { key.replacing("-", with: " ") }

  /// In legends.
  var style: SeriesStyle {
    SeriesStyle(name: "\(title) (r = \(short(recall)), f = \(short(falsePositiveRate)))", color: color, dash: dash)
  }

  static let all = [
    FixedClassifier("eager", 0.95, 0.1, .vermillion, .dashed),
    FixedClassifier("balanced", 0.8, 0.05, .blue, .solid),
    FixedClassifier("cautious", 0.5, 0.002, .green, .dashDotted),
    FixedClassifier("always-negative", 0, 0, Color(gray: 0.13), .dotted),
  ]

  /// The prevalence at which always answering negative is as accurate: π r = (1 - π) f.
  var overtakenBelow: Double { falsePositiveRate / (falsePositiveRate + recall) }

  /// What becomes of a million samples.
  func counts(prevalence: Double) -> FourCounts {
    let all = 1_000_000
    func part(_ share: Double, of count: Int) -> Int { Int((share * Double(count)).rounded()) }
    let positives = part(prevalence, of: all)
    let (found, mistaken) = (part(recall, of: positives), part(falsePositiveRate, of: all - positives))
    return FourCounts(
      truePositives: found, falsePositives: mistaken, falseNegatives: positives - found,
      trueNegatives: all - positives - mistaken)
  }
}

/// A classifier's metrics at each prevalence.
private struct ParadoxCurve: Sendable {
  var classifier: FixedClassifier
  var accuracies: [Accuracies]
  var shares: [PrecisionAndRecall]
  var f1: [Double?]

  init(_ classifier: FixedClassifier, _ prevalences: [Double], _ answers: FigureAnswers) throws {
    self.classifier = classifier
    let counts = prevalences.map(classifier.counts)
    accuracies = try answers.accuracies(counts)
    shares = try answers.precisionsAndRecalls(counts)
    f1 = try answers.f1(counts)
  }

  /// The four metrics by name, in the order of the charts.
  var metrics: [(name: String, key: String, values: [Double?])] {
    [
      ("Accuracy", "accuracy", accuracies.map(\.accuracy)),
      ("Balanced accuracy", "balanced-accuracy", accuracies.map(\.balanced)),
      ("Precision", "precision", shares.map(\.precision)), ("F1", "f1", f1),
    ]
  }
}

private func paradoxFigure(_ curves: [ParadoxCurve], _ prevalences: [Double], caption: String) -> Figure {
  let names = ["Accuracy", "Balanced accuracy", "Precision", "F1"]
  return Figure(caption: caption, columns: 2, sharedX: true) {
    for (place, name) in names.enumerated() {
      Chart(name) {
        for curve in curves {
          let defined = zip(prevalences, curve.metrics[place].values).compactMap { x, y in y.map { (x, $0) } }
          if !defined.isEmpty {
            LineMark(x: defined.map(\.0), y: defined.map(\.1)).foregroundStyle(by: curve.classifier.style.name)
          } else {
            TextMark(x: 0.45, y: 0.08, curve.classifier.title + ": undefined", anchor: .left)
          }
        }
      }
      .xAxis(
        "prevalence", scale: .log, domain: 0.001...0.5,
        ticks: .labelled([0.5, 0.1, 0.01, 0.001], ["1/2", "1/10", "1/100", "1/1000"]), reversed: true
      )
      .yAxis(domain: domain(of: curves.flatMap { $0.metrics[place].values }))
    }
  }
  .legend(.below)
  .seriesStyles(FixedClassifier.all.map(\.style))
}

/// From zero, or from below one half where all values lie above it: there lines would be too close to tell apart.
private func domain(of values: [Double?]) -> ClosedRange<Double> {
  let least = values.compactMap(\.self).min() ?? 0
  return (least < 0.48 ? -0.02 : 0.48)...1.02
}

private func paradoxTable(_ curves: [ParadoxCurve], _ prevalences: [Double]) -> Table {
  var table = Table("classifier", "prevalence", "metric", "value")
  for curve in curves {
    for metric in curve.metrics {
      for (prevalence, value) in zip(prevalences, metric.values) {
        let cell = value.map { Table.Cell.number($0) } ?? .text("undefined")
        table.append(.text(curve.classifier.style.name), .number(prevalence), .text(metric.key), cell)
      }
    }
  }
  return table
}

/// By classifier and metric: at one half and at one in a thousand; and where always negative is as accurate.
private func results(_ curves: [ParadoxCurve], _ prevalences: [Double]) -> [String: Value] {
  Dictionary(
    curves.map { curve in
      let bound = curve.classifier.overtakenBelow
      var entries: [String: Value] = bound.isFinite ? ["overtaken-below": .number(bound)] : [:]
      for metric in curve.metrics {
        entries[metric.key] = record([
          "one-half": metric.values.first ?? nil, "one-in-1000": metric.values.last ?? nil,
        ])
      }
      return (curve.classifier.key, .record(entries))
    }
  ) { first, _ in first }
}
