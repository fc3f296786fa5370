import AnswerChecks
import LabKit
import NumericCore
import Plotting
import SkewedClassesQuestions

/// The same scores among more and more negatives.
let rocAndPR = Experiment<Setting>(
  "roc-and-pr", "ROC and precision-recall curves of the same scores at several prevalences.",
  restsOn: [.answers, .data]
) { setting in
  let scored = try scoredOutOfFold(setting.data, draws: setting.draws("folds"))
  let (curves, missing) = try unlessMissing { try RankingCurves(scored, setting) }
  let caption = text(
    "Scores of logistic regression on \(setting.data.title), five folds, each sample scored by a model that hasn't seen it. "
      + "All \(scored.positives) positives, with few or all of the \(scored.negatives) negatives.",
    curves?.findings ?? "", setting.answers.credit(["6.5", "6.6", "6.7", "6.12"]), leftOut(["the curves": missing]))
  return Drawing(
    rankingFigure(curves, caption: caption), table: rankingTable(curves),
    results: ["roc-and-pr": curves?.results ?? .record([:])], size: (1200, 760))
}

/// The curves of all populations, and of one that is predicted.
private struct RankingCurves: Sendable {
  /// Scores among so many negatives.
  struct Population: Sendable {
    var name: String
    var prevalence: Double
    var points: [ROCPoint]
    var precisions: [Double?]
    var area: Double?
    var averagePrecision: Double?
  }

  static let rare = 0.001
  /// The recall at which precisions are compared.
  static let recall = 0.8

  var populations: [Population]
  /// The precision at each point of the full ROC curve, where one in a thousand is positive.
  var predicted: [Double?]

  init(_ scored: Scored, _ setting: Setting) throws {
    let answers = setting.answers
    let few = [1, 9].map { $0 * scored.positives }.filter { $0 < scored.negatives }
    let samples = few.map { scored.keeping(negatives: $0, draws: setting.draws("negatives")) } + [scored]
    let points = try answers.rocPoints(samples)
    let areas = try answers.rocAreas(samples)
    let averages = try answers.averagePrecisions(samples)
    populations = try samples.indices.map { place in
      let prevalence = Double(scored.positives) / Double(samples[place].isPositive.count)
      return Population(
        name: odds(prevalence) + " positive" + (place == samples.count - 1 ? " (all)" : ""), prevalence: prevalence,
        points: points[place],
        precisions: try answers.precisions(points[place].map { $0.population(prevalence) }), area: areas[place],
        averagePrecision: averages[place])
    }
    predicted = try answers.precisions(points[samples.count - 1].map { $0.population(Self.rare) })
  }

  /// For the caption: what came out.
  var findings: String {
    let areas = populations.map { rounded($0.area, 2) }.joined(separator: ", ")
    let averages = populations.map { rounded($0.averagePrecision, 2) }.joined(separator: ", ")
    return text(
      "The area under the ROC curve is \(areas)\(standsStill ? ": it stays, but for chance" : "").",
      "Average precision is \(averages).",
      "Dotted: what Bayes' rule makes of the full ROC curve at 1 in 1000; there, at recall 0.8, "
        + "\(rounded(predictedAtRecall, 3)) of the predicted are positive.")
  }

  /// Whether the areas under the ROC curves are nearly the same.
  private var standsStill: Bool {
    let areas = populations.compactMap(\.area)
    return (areas.max() ?? 0) - (areas.min() ?? 0) < 0.05
  }

  /// The curve that is predicted, by recall.
  var predictedCurve: [(recall: Double, precision: Double)] {
    zip(populations[populations.count - 1].points, predicted).compactMap { point, precision in
      precision.map { (point.truePositiveRate, $0) }
    }
  }

  /// The precision that is predicted at the first point with the recall.
  var predictedAtRecall: Double? { predictedCurve.first { $0.recall >= Self.recall }?.precision }

  /// What the lecture quotes.
  var results: Value {
    var entries: [String: Value] = [:]
    entries["one-in-1000-predicted"] = record(["precision-at-recall-0.8": predictedAtRecall])
    for (key, population) in zip(["one-half", "one-in-ten"].prefix(populations.count - 1) + ["all"], populations) {
      let place = population.points.firstIndex { $0.truePositiveRate >= Self.recall }
      entries[key] = record([
        "prevalence": population.prevalence, "roc-area": population.area,
        "average-precision": population.averagePrecision,
        "precision-at-recall-0.8": place.flatMap { population.precisions[$0] },
      ])
    }
    return .record(entries)
  }
}

extension ROCPoint {
  /// As 6.12 asks for it.
  fileprivate func population(_ prevalence: Double) -> PrevalenceInput {
    PrevalenceInput(recall: truePositiveRate, falsePositiveRate: falsePositiveRate, prevalence: prevalence)
  }
}

private func rankingFigure(_ curves: RankingCurves?, caption: String) -> Figure {
  let looks: [(Color, LineDash)] = [(.blue, .dashed), (.vermillion, .dashDotted), (.green, .solid)]
  let populations = curves?.populations ?? []
  let predicted = "\(odds(RankingCurves.rare)) positive (predicted)"
  let styles = zip(populations, looks).map { SeriesStyle(name: $0.name, color: $1.0, dash: $1.1) }
  return Figure(caption: caption, columns: 2) {
    Chart("ROC") {
      LineMark(x: [0, 1], y: [0, 1]).foregroundStyle(.gray).lineStyle(width: 0.5, dash: .solid)
      for population in populations {
        LineMark(x: population.points.map(\.falsePositiveRate), y: population.points.map(\.truePositiveRate))
          .foregroundStyle(by: population.name)
      }
    }
    .xAxis("false positive rate", domain: 0...1).yAxis("true positive rate (recall)", domain: 0...1.01)
    Chart("Precision and recall") {
      for population in populations {
        let defined = zip(population.points, population.precisions).compactMap { point, precision in
          precision.map { (recall: point.truePositiveRate, precision: $0) }
        }
        steps(defined).foregroundStyle(by: population.name)
      }
      if let curve = curves?.predictedCurve {
        steps(curve).foregroundStyle(by: predicted)
      }
    }
    .xAxis("recall", domain: 0...1).yAxis("precision", domain: 0...1.01)
  }
  .legend(.below)
  .seriesStyles(styles + [SeriesStyle(name: predicted, color: .purple, dash: .dotted)])
}

/// Recall rises at the precision that it is reached with.
private func steps(_ points: [(recall: Double, precision: Double)]) -> LineMark {
  let before = [0] + points.map(\.recall)
  return LineMark(
    x: zip(before, points).flatMap { [$0, $1.recall] }, y: points.flatMap { [$0.precision, $0.precision] })
}

private func rankingTable(_ curves: RankingCurves?) -> Table {
  var table = Table("population", "false positive rate", "recall", "precision")
  func append(_ name: String, _ points: [ROCPoint], _ precisions: [Double?]) {
    for (point, precision) in zip(points, precisions) {
      table.append(
        .text(name), .number(point.falsePositiveRate), .number(point.truePositiveRate),
        precision.map { .number($0) } ?? .text("undefined"))
    }
  }
  guard let curves else { return table }
  for population in curves.populations { append(population.name, population.points, population.precisions) }
  append("1 in 1000, predicted", curves.populations[curves.populations.count - 1].points, curves.predicted)
  return table
}
