import AnswerChecks
import LabKit
import NumericCore
import Plotting
import SkewedClassesQuestions

/// Whether predicted probabilities come true, with and without class weights.
let calibration = Experiment<Setting>(
  "calibration", "Predicted probabilities against what came true, with and without class weights.",
  restsOn: [.answers, .data]
) { setting in
  let draws = setting.draws("folds")
  let plain = Calibrated("plain training", try scoredOutOfFold(setting.data, draws: draws))
  let (others, missing) = try unlessMissing {
    let classes = try setting.answers.classWeights([setting.data.isPositive])[0]
    let weighted = try scoredOutOfFold(setting.data, draws: draws) { $0.weights(classes) }
    // Weights multiplied the odds; dividing by their ratio takes that back.
    let factor = classes.negative / classes.positive
    var corrected = weighted
    corrected.scores = weighted.scores.map { $0 * factor / (1 - $0 + $0 * factor) }
    return [Calibrated("class weights", weighted), Calibrated("class weights, odds divided again", corrected)]
  }
  let all = [plain] + (others ?? [])
  let caption = text(
    "Logistic regression on \(setting.data.title), five folds. Samples are put together by predicted probability; a point is "
      + "the mean prediction and the share that came true, with a 95 % interval (Wilson). On the diagonal predictions are "
      + "right. The line breaks where none came true. Fewer than ten samples make no point. "
      + "\(rounded(setting.data.prevalence, 3)) of all samples are positive.",
    all.map(\.finding).joined(separator: " "), setting.answers.credit(["6.10"]),
    leftOut(["training with class weights": missing]))
  return Drawing(
    calibrationFigure(all, caption: caption), table: calibrationTable(all),
    results: ["calibration": .record(Dictionary(all.map { ($0.key, $0.results) }) { first, _ in first })])
}

/// A model's predictions in bins.
private struct Calibrated: Sendable {
  /// Samples of similar prediction.
  struct Bin: Sendable {
    var samples: Int
    var meanPrediction: Double
    var share: Double

    /// Where the true share probably lies, at 95 %. Source: "Probable inference, the law of succession, and statistical
    /// inference" (Wilson, 1927).
    var interval: (lower: Double, upper: Double) {
      let (n, z) = (Double(samples), 1.96)
      let center = (share + z * z / (2 * n)) / (1 + z * z / n)
      let width = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
      return (max(center - width, 0), min(center + width, 1))
    }
  }

  /// Half a power of ten each, since most predictions are small.
  static let edges = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.6]

  var name: String
  var bins: [Bin]
  var meanPrediction: Double
  var share: Double
  var error: Double

  init(_ name: String, _ scored: Scored) {
    self.name = name
    var members = Array(repeating: [Int](), count: Self.edges.count + 1)
    for (sample, score) in scored.scores.enumerated() {
      members[Self.edges.firstIndex { score < $0 } ?? Self.edges.count].append(sample)
    }
    bins = members.filter { !$0.isEmpty }.map { samples in
      Bin(
        samples: samples.count, meanPrediction: samples.map { scored.scores[$0] }.mean,
        share: Double(samples.count { scored.isPositive[$0] }) / Double(samples.count))
    }
    meanPrediction = scored.scores.mean
    share = Double(scored.positives) / Double(scored.isPositive.count)
    let count = Double(scored.isPositive.count)
    error = bins.reduce(0) { $0 + Double($1.samples) / count * abs($1.meanPrediction - $1.share) }
  }

  /// The bins that say something.
  var drawn: [Bin] { bins.filter { $0.samples >= 10 } }

  /// For the caption.
  var finding: String {
    let wrong = drawn.count { !($0.interval.lower...$0.interval.upper).contains($0.meanPrediction) }
    return "\(name.prefix(1).uppercased())\(name.dropFirst()): mean prediction \(rounded(meanPrediction, 3)), and "
      + "\(wrong) of \(drawn.count) intervals miss the diagonal."
  }

  /// In results.
  var key: String { name.replacing(",", with: "").replacing(" ", with: "-") }

  /// What the lecture quotes.
  var results: Value {
    .record([
      "mean-prediction": .number(meanPrediction), "share-of-positives": .number(share),
      "calibration-error": .number(error),
      "bins": .list(
        bins.map {
          record(["samples": Double($0.samples), "mean-prediction": $0.meanPrediction, "share-of-positives": $0.share])
        }),
    ])
  }
}

/// Where a share of zero stands, which has no place on a logarithmic axis: below all that samples can have.
private let zero = 0.0001

private func calibrationFigure(_ all: [Calibrated], caption: String) -> Figure {
  let looks: [(Color, LineDash, Symbol)] = [
    (.blue, .solid, .circle), (.vermillion, .dashed, .square), (.green, .dotted, .triangle),
  ]
  let ticks = ["0.00001", "0.0001", "0.001", "0.01", "0.1", "1"]
  let places = [0.00001, 0.0001, 0.001, 0.01, 0.1, 1]
  let least = max(all.flatMap(\.drawn).map(\.meanPrediction).min() ?? 1, places[0])
  return Figure(
    Chart {
      LineMark(x: [zero, 1], y: [zero, 1]).foregroundStyle(.gray).lineStyle(width: 0.5, dash: .solid)
      for (model, look) in zip(all, looks) {
        let bins = model.drawn
        let x = bins.map(\.meanPrediction)
        RuleMark(x: x, yStart: bins.map { max($0.interval.lower, zero) }, yEnd: bins.map(\.interval.upper))
          .foregroundStyle(look.0).lineStyle(width: 2, dash: .solid).opacity(0.6)
        LineMark(x: x, y: bins.map(\.share)).foregroundStyle(by: model.name)
        PointMark(x: x, y: bins.map { max($0.share, zero) }).foregroundStyle(by: model.name)
      }
    }
    .xAxis("predicted probability", scale: .log, domain: least / 1.3...1, ticks: .labelled(places, ticks))
    .yAxis(
      "share that is positive", scale: .log, domain: zero / 1.3...1.4,
      ticks: .labelled(Array(places.dropFirst()), ["0"] + ticks.dropFirst(2))
    )
    .caption(caption)
  )
  .legend(.inside(.topLeft))
  .seriesStyles(zip(all, looks).map { SeriesStyle(name: $0.name, color: $1.0, dash: $1.1, symbol: $1.2) })
}

private func calibrationTable(_ all: [Calibrated]) -> Table {
  var table = Table("model", "samples", "mean prediction", "share of positives", "lower", "upper")
  for model in all {
    for bin in model.bins {
      table.append(
        .text(model.name), .integer(bin.samples), .number(bin.meanPrediction), .number(bin.share),
        .number(bin.interval.lower), .number(bin.interval.upper))
    }
  }
  return table
}
