import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting

/// The second junction's weights before and after training, a chart a start.
let weightHistograms = Experiment<Setting>(
  "weight-histograms",
  "The second junction's weights before and after training, for every initializer."
) { setting in
  Drawing(
    weightHistogramsFigure(setting), table: weightHistogramsTable(setting.runs),
    results: ["results": .record(initializerResults(setting.runs))])
}

private let bins = 40

/// The same bins for before and after: wide enough for both.
private func histograms(_ run: TrainedStart) -> (
  before: Histogram<Double>, after: Histogram<Double>
) {
  let largest = max((run.before + run.after).map(abs).max() ?? 0, 0.01)
  return (
    histogram(Vector(run.before), bins: bins, in: -largest...largest),
    histogram(Vector(run.after), bins: bins, in: -largest...largest)
  )
}

/// 0 and a short number to each side of it.
private func ticks(_ run: TrainedStart) -> [Double] {
  let side = (0.7 * (histograms(run).after.edges.max())).rounded(toDigits: 1)
  return [-side, 0, side]
}

private func weightHistogramsFigure(_ setting: Setting) -> Figure {
  let caption = setting.quickly + trainedCaption(setting) + zerosCaption(setting.runs)
  return Figure(caption: caption, columns: 4) {
    for run in setting.runs {
      Chart(run.start.title) {
        let (before, after) = histograms(run)
        HistogramMark(edges: Array(before.edges), counts: before.counts.map(Double.init))
          .foregroundStyle(by: "before").opacity(0.5)
        HistogramMark(edges: Array(after.edges), counts: after.counts.map(Double.init))
          .foregroundStyle(by: "after").opacity(0.5)
      }
      .xAxis("weight", ticks: .values(ticks(run)))
    }
  }
  .legend(.below)
  .seriesStyles([
    SeriesStyle(name: "before", color: Color(gray: 0.5)), SeriesStyle(name: "after", color: .blue),
  ])
}

/// What became of the two starts at zero: only what the run gave.
private func zerosCaption(_ runs: [TrainedStart]) -> String {
  func run(_ name: String) -> TrainedStart? { runs.first { $0.start.name == name } }
  var words = ""
  if let zeros = run("zeros"), zeros.after.allSatisfy({ $0 == 0 }) {
    words +=
      " All-zero weights stay exactly zero: with zero biases every hidden unit is 0, so neither junction has a gradient, "
      + "and only the output biases learn."
  }
  if let biased = run("zeros-biases") {
    words +=
      " With biases of 0.1 the weights move, but no two hidden units' incoming weights differ by more than "
      + "\(Value.number(biased.unlikenessAfter.rounded(toDigits: 2)).summary)."
  }
  return words
}

extension Double {
  /// The number with so many digits, for captions.
  fileprivate func rounded(toDigits digits: Int) -> Double {
    if self == 0 { return 0 }
    let scale = pow(10, Double(digits - 1) - (log(abs(self)) / log(10)).rounded(.down))
    return (self * scale).rounded() / scale
  }
}

/// What was trained, in words.
func trainedCaption(_ setting: Setting) -> String {
  let count = setting.scale == .quick ? Lecture.quickImages : setting.images?.training.count ?? 0
  return
    "[784, \(Lecture.hidden), 10] with rectifiers on \(count) images of \(setting.images?.name.title ?? "nothing"), "
    + "\(Lecture.epochs) epochs, batches of \(Lecture.batchSize), learning rate \(Lecture.learningRate)."
}

private func weightHistogramsTable(_ runs: [TrainedStart]) -> Table {
  var table = Table("initializer", "from", "to", "before", "after")
  for run in runs {
    let (before, after) = histograms(run)
    for bin in 0..<bins {
      table.append(
        .text(run.start.name), .number(before.edges[bin]), .number(before.edges[bin + 1]),
        .integer(before.counts[bin]), .integer(after.counts[bin]))
    }
  }
  return table
}

/// For each start: final accuracy, and the second junction's spread before and after.
func initializerResults(_ runs: [TrainedStart]) -> [String: Value] {
  Dictionary(
    uniqueKeysWithValues: runs.map { run in
      (
        run.start.name,
        Value.record([
          "accuracy": .number(run.accuracy),
          "standardDeviationBefore": .number(TrainedStart.spread(run.before)),
          "standardDeviationAfter": .number(TrainedStart.spread(run.after)),
          "largestWeightAfter": .number(run.after.map(abs).max() ?? 0),
          "unlikenessAfter": .number(run.unlikenessAfter),
        ])
      )
    })
}
