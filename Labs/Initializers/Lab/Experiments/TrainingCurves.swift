import AnswerChecks
import LabKit
import NumericCore
import Plotting

/// Loss and test error by epoch, a curve a start, with bands over repeats.
let trainingCurves = Experiment<Setting>(
  "training-curves", "Training loss and test error by epoch, for every initializer, over several seeds.",
  restsOn: [.answers, .data]
) { setting in
  Drawing(
    figure(setting), table: table(setting.trainings),
    results: ["initializers": initializerResults(setting), "training-curves": curveResults(setting.trainings)],
    size: (1400, 800))
}

private func figure(_ setting: Setting) -> Figure {
  let starts = setting.trainings.starts
  return Figure(caption: caption(setting), columns: 3) {
    curves("Training loss", "cross-entropy", starts) { $0.history[$1].trainingLoss }
    curves("Test error", "share of test images", starts) { $0.history[$1].validation?.error }
    lastErrors(starts)
  }
  .legend(.below).seriesStyles(StartName.allCases.map(\.style))
}

private func curves(
  _ title: String, _ y: String, _ starts: [Trainings.Runs], _ value: (TrainedStart, Int) -> Double?
) -> Chart {
  Chart(title) {
    for start in starts {
      let epochs = start.epochs(value)
      let x = epochs.map { Double($0.epoch) }
      AreaMark(x: x, lower: epochs.map { $0.values.min() ?? .nan }, upper: epochs.map { $0.values.max() ?? .nan })
        .foregroundStyle(start.name.style.color)
      LineMark(x: x, y: epochs.map { Vector($0.values).mean() }).foregroundStyle(by: start.name.title)
    }
  }
  .xAxis("epoch").yAxis(y, scale: .log)
}

/// The last epoch's error of each repeat, a row a start, for the starts that learned about as well as the best.
private func lastErrors(_ starts: [Trainings.Runs]) -> Chart {
  let near = nearTheBest(starts)
  let rows = near.indices.map { Double(near.count - $0) }
  return Chart("Last epoch, best starts") {
    for (start, row) in zip(near, rows) {
      RuleMark(
        y: [row], xStart: [100 * (start.errors.min() ?? 0)], xEnd: [100 * (start.errors.max() ?? 0)]
      )
      .foregroundStyle(start.name.style.color).lineStyle(dash: .solid)
      PointMark(x: start.errors.map { 100 * $0 }, y: start.errors.map { _ in row })
        .foregroundStyle(start.name.style.color).symbol(start.name.style.symbol)
    }
  }
  .xAxis("test error in %")
  .yAxis(domain: 0.5...Double(max(near.count, 1)) + 0.5, ticks: .labelled(rows, near.map(\.name.title)))
}

/// The starts whose mean error is at most half above the best one's.
private func nearTheBest(_ starts: [Trainings.Runs]) -> [Trainings.Runs] {
  let best = starts.map(\.meanError).filter(\.isFinite).min() ?? 0
  return starts.filter { $0.meanError <= 1.5 * best }
}

/// How far the starts of a rule lie apart, against how far one start's repeats do.
struct StartSpread {
  let lowest: Double
  let highest: Double
  /// The largest distance between two repeats of one start.
  let ofRepeats: Double

  /// Over Glorot's, He's, LeCun's and orthogonal starts; nothing where fewer than two were trained.
  init?(_ trainings: Trainings) {
    let named = trainings.starts.filter { $0.name.exercise != nil && $0.meanError.isFinite }
    guard named.count > 1 else { return nil }
    let means = Vector(named.map(\.meanError))
    (lowest, highest) = (means.min(), means.max())
    ofRepeats = Vector(named.map { Vector($0.errors).max() - Vector($0.errors).min() }).max()
  }

  /// Whether a start's repeats lie further apart than the starts.
  var isWithinRepeats: Bool { highest - lowest <= ofRepeats }
}

private func caption(_ setting: Setting) -> String {
  var words =
    setting.quickly + setting.trainingCaption
    + " Lines: mean of \(Lecture.repeats) seeds, the same images in the same order for all starts; bands and points: "
    + "each seed."
  if let spread = StartSpread(setting.trainings) {
    let shares = [spread.lowest, spread.highest, spread.ofRepeats].map { percent($0, decimals: 2) }
    words +=
      " The starts by Glorot, He, LeCun and orthogonal end between \(shares[0]) and \(shares[1]) on average; seeds of one "
      + "start lie up to \(shares[2]) apart"
    words += spread.isWithinRepeats ? ", so \(Lecture.repeats) seeds don't tell them apart." : "."
  }
  return words + setting.brokenCaption + setting.trainings.gaps.caption
}

private func curveResults(_ trainings: Trainings) -> Value {
  var results = Dictionary(
    uniqueKeysWithValues: trainings.starts.map { start in
      (
        start.name.rawValue,
        Value.record([
          "mean-error": .number(start.meanError), "errors": .list(start.errors.map(Value.number)),
          "first-epoch-loss": .number(start.epochs { $0.history[$1].trainingLoss }.first?.values.first ?? .nan),
          "last-epoch-loss": .number(start.epochs { $0.history[$1].trainingLoss }.last?.values.first ?? .nan),
        ])
      )
    })
  if let spread = StartSpread(trainings) {
    results["named-starts"] = .record([
      "lowest-mean-error": .number(spread.lowest), "highest-mean-error": .number(spread.highest),
      "largest-distance-of-seeds": .number(spread.ofRepeats),
    ])
  }
  return .record(results)
}

private func table(_ trainings: Trainings) -> Table {
  var table = Table("initializer", "seed", "epoch", "training loss", "test loss", "test error")
  for start in trainings.starts {
    for (repetition, run) in start.all.enumerated() {
      for epoch in run.history {
        table.append(
          .text(start.name.rawValue), .integer(repetition + 1), .integer(epoch.number), .number(epoch.trainingLoss),
          .number(epoch.validation?.loss ?? .nan), .number(epoch.validation?.error ?? .nan))
      }
    }
  }
  return table
}
