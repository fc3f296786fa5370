import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting

/// The second junction's weights before and after training, a chart a start.
let weightHistograms = Experiment<Setting>(
  "weight-histograms",
  "The second junction's weights before and after training, for every initializer.", restsOn: [.answers, .data]
) { setting in
  let histograms = setting.trainings.starts.map { WeightHistogram(of: $0.first) }
  return Drawing(
    figure(histograms, setting), table: table(histograms), results: ["initializers": initializerResults(setting)])
}

extension Double {
  /// The number with so many digits.
  fileprivate func rounded(toDigits digits: Int) -> Double {
    let scale = pow(10, Double(digits - 1) - (log(abs(self)) / log(10)).rounded(.down))
    return (self * scale).rounded() / scale
  }
}

/// A start's weights counted before and after, in the same bins.
private struct WeightHistogram: Sendable {
  static let bins = 40

  let run: TrainedStart
  let edges: [Double]
  let before: [Int]
  let after: [Int]

  /// Counts in bins that are wide enough for both.
  init(of run: TrainedStart) {
    let largest = max((run.before + run.after).filter(\.isFinite).map(abs).max() ?? 0, 0.01)
    func count(_ weights: [Double]) -> Histogram<Double> {
      histogram(Vector(weights.filter(\.isFinite)), bins: Self.bins, in: -largest...largest)
    }
    self.run = run
    edges = Array(count(run.before).edges)
    before = count(run.before).counts
    after = count(run.after).counts
  }

  /// The outline of the weights before, as a line: from the first edge to the last.
  var outline: (x: [Double], y: [Double]) {
    let steps = before.indices.flatMap { bin in
      [(edges[bin], Double(before[bin])), (edges[bin + 1], Double(before[bin]))]
    }
    return (steps.map(\.0), steps.map(\.1))
  }

  /// 0 and a short number to each side of it.
  var ticks: [Double] {
    let side = (0.7 * (edges.last ?? 1)).rounded(toDigits: 1)
    return [-side, 0, side]
  }

  /// The standard deviations, for the corner of the chart.
  var spreads: String {
    func spread(_ weights: [Double]) -> String { short(TrainedStart.spread(weights)) }
    return "\(spread(run.before)) \\to \(spread(run.after))"
  }
}

private func figure(_ histograms: [WeightHistogram], _ setting: Setting) -> Figure {
  Figure(caption: caption(setting), columns: 4) {
    for histogram in histograms {
      let highest = Double((histogram.before + histogram.after).max() ?? 1)
      Chart(histogram.run.name.title) {
        HistogramMark(edges: histogram.edges, counts: histogram.after.map(Double.init)).foregroundStyle(by: "after")
        LineMark(x: histogram.outline.x, y: histogram.outline.y).foregroundStyle(by: "before").lineStyle(width: 0.8)
        TextMark(x: histogram.edges.last ?? 1, y: 1.25 * highest, histogram.spreads, anchor: .topRight)
      }
      .xAxis("weight", ticks: .values(histogram.ticks))
      .yAxis(domain: 0...1.3 * highest, ticks: .hidden)
    }
  }
  .seriesStyles([
    SeriesStyle(name: "before", color: Color(gray: 0.13)), SeriesStyle(name: "after", color: .blue),
  ])
}

private func caption(_ setting: Setting) -> String {
  setting.quickly + setting.trainingCaption
    + " The line is the weights before, the area those after, each chart on its own scale; the numbers are the standard "
    + "deviations." + zerosCaption(setting.trainings) + setting.brokenCaption + setting.trainings.gaps.caption
}

/// What became of the two starts at zero: only what the run gave.
private func zerosCaption(_ trainings: Trainings) -> String {
  var words = ""
  if let zeros = trainings[.zeros]?.first, zeros.after.allSatisfy({ $0 == 0 }), zeros.unlikenessAfter == 0 {
    words +=
      " All-zero weights stay exactly zero: with zero biases every hidden unit is 0, so neither junction has a gradient, "
      + "and only the output biases learn."
  }
  if let biased = trainings[.zerosWithBiases]?.first {
    words += " With biases of 0.1 the weights move; in exact arithmetic all hidden units would stay alike, "
    words +=
      biased.unlikenessAfter == 0
      ? "and here they do." : "here rounding parts their incoming weights by up to \(short(biased.unlikenessAfter))."
  }
  return words
}

private func table(_ histograms: [WeightHistogram]) -> Table {
  var table = Table("initializer", "from", "to", "before", "after")
  for histogram in histograms {
    for bin in 0..<WeightHistogram.bins {
      table.append(
        .text(histogram.run.name.rawValue), .number(histogram.edges[bin]), .number(histogram.edges[bin + 1]),
        .integer(histogram.before[bin]), .integer(histogram.after[bin]))
    }
  }
  return table
}

/// For each start: final accuracy, and the second junction's spread before and after, of the first training.
func initializerResults(_ setting: Setting) -> Value {
  .record(
    Dictionary(
      uniqueKeysWithValues: setting.trainings.starts.map(\.first).map { run in
        (
          run.name.rawValue,
          .record([
            "accuracy": .number(run.accuracy),
            "standard-deviation-before": .number(TrainedStart.spread(run.before)),
            "standard-deviation-after": .number(TrainedStart.spread(run.after)),
            "largest-weight-after": .number(run.after.map(abs).max() ?? 0),
            "unlikeness-after": .number(run.unlikenessAfter),
          ])
        )
      }))
}
