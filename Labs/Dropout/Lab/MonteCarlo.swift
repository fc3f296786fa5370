import AnswerChecks
import DeepLearning
import DropoutQuestions
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// Averages over sampled masks against one evaluation with scaled weights.
let monteCarlo = Experiment<Setting>(
  "monte-carlo", "Averaging over sampled masks against weight scaling: arithmetic and geometric mean.",
  restsOn: [.answers, .data]
) { setting in
  let epochs = setting.at(quick: 30, lecture: 100)
  let masks = setting.at(quick: 128, lecture: 1024)
  let samples = try setting.samples(test: setting.answers.affordableImages)
  let keep = 0.5
  let sweep = Sweep("monte-carlo: training", steps: epochs, progress: setting.progress)
  let learner = Learner(hidden: [setting.width, setting.width], hiddenKeep: keep, epochs: epochs)
  let masksOfTraining: any DropoutMasks<Float>
  switch try setting.masks(for: [learner]) {
  case .success(let found): masksOfTraining = found
  case .failure(let missing): return drawing(without: missing, setting)
  }
  let network = try sweep.results(of: [0]) { _, step in
    let trained = try learner.network(
      trainedOn: samples.training, masks: masksOfTraining, draws: setting.draws("monte-carlo")
    ) { _ in step() }
    return DroppedNetwork(trained, masks: masksOfTraining, keepProbability: keep, images: samples.test.features)
  }[0]
  let averages = try setting.answers.averages(of: network, masks: masks, setting: setting)
  let scaling = try setting.answers.scaledLogits(of: network)
  let comparison = MaskComparison(
    averages: averages.answer ?? [], scaled: scaling.answer.map(softmax), classes: samples.testClasses)
  let caption =
    "Two hidden layers of \(setting.width), keep \(keep), \(samples.testClasses.count) test images. "
    + comparison.words + setting.answers.credit(["3.1", "3.2", "3.4", "3.5"])
    + leftOut(["averages over masks": averages.missing, "weight scaling": scaling.missing]) + " " + setting.provenance
  return Drawing(
    comparison.figure(caption: caption), table: comparison.table, results: ["monte-carlo": comparison.result],
    size: (1500, 800))
}

/// Averages over masks beside weight scaling.
private struct MaskComparison {
  /// One kind of mean, by number of masks.
  struct Curve {
    let name: String
    /// The share of wrong answers.
    var errors: [Double] = []
    /// Half the summed difference of its probabilities from those of weight scaling, averaged over the samples.
    var distances: [Double] = []
  }

  let masks: [Int]
  let curves: [Curve]
  /// The share of wrong answers of weight scaling.
  let scalingError: Double?

  init(averages: [ThinnedAverage], scaled: Probabilities?, classes: [Int]) {
    masks = averages.map(\.masks)
    scalingError = scaled.map { error($0, classes) }
    // The normalized geometric mean of softmax is softmax of the mean logits.
    let means = [
      ("arithmetic", averages.map(\.probabilities)), ("geometric", averages.map { softmax($0.logits) }),
    ]
    curves = means.map { name, probabilities in
      Curve(
        name: name, errors: probabilities.map { error($0, classes) },
        distances: scaled.map { scaled in
          probabilities.map { abs($0 - scaled).sum() / 2 / Double(scaled.rows) }
        } ?? [])
    }
  }

  private var isComplete: Bool { !masks.isEmpty && scalingError != nil }

  /// How far the means are from weight scaling in the end.
  var words: String {
    guard isComplete, let count = masks.last else { return "Nothing to compare with weight scaling." }
    let distances = curves.map { $0.distances[masks.count - 1] }
    return
      "Left: half the summed difference of the averaged probabilities from those of weight scaling, a mean over the "
      + "images. After \(count) masks it is \(rounded(distances[0], 4)) for the arithmetic and "
      + "\(rounded(distances[1], 4)) for the geometric mean: scaling is \(nearer(distances))."
  }

  private func nearer(_ distances: [Double]) -> String {
    let factor = max(distances[0], distances[1]) / min(distances[0], distances[1])
    let times = factor < 1000 ? "\(rounded(factor, 0)) times" : "many times"
    return "\(times) nearer to the \(distances[1] < distances[0] ? "geometric" : "arithmetic") one"
  }

  func figure(caption: String) -> Figure {
    let x = masks.map(Double.init)
    return Figure(caption: caption, columns: 2) {
      Chart("How far from weight scaling") {
        for curve in curves where isComplete {
          LineMark(x: x, y: curve.distances).foregroundStyle(by: "\(curve.name) mean")
          PointMark(x: x, y: curve.distances).foregroundStyle(by: "\(curve.name) mean")
        }
      }
      .xAxis("masks", scale: .log).yAxis("distance of probabilities", scale: .log)
      Chart("Wrong answers") {
        for curve in curves where !masks.isEmpty {
          LineMark(x: x, y: curve.errors).foregroundStyle(by: "\(curve.name) mean")
          PointMark(x: x, y: curve.errors).foregroundStyle(by: "\(curve.name) mean")
        }
        if let scalingError {
          let ends = [x.first ?? 1, x.last ?? 100]
          LineMark(x: ends, y: [scalingError, scalingError]).foregroundStyle(by: "weight scaling")
        }
      }
      .xAxis("masks", scale: .log).yAxis("share of wrong test answers")
    }
    .seriesStyles([
      SeriesStyle(name: "arithmetic mean", color: .blue, symbol: .circle),
      SeriesStyle(name: "geometric mean", color: .vermillion, dash: .dashed, symbol: .square),
      SeriesStyle(name: "weight scaling", color: .green, dash: .dashDotted),
    ])
  }

  /// A row a number of masks and mean; an empty cell where something is left out.
  var table: Table {
    var table = Table("masks", "mean", "distance to weight scaling", "test error")
    for (index, count) in masks.enumerated() {
      for curve in curves {
        let distance = curve.distances.isEmpty ? Table.Cell.text("") : .number(curve.distances[index])
        table.append(.integer(count), .text(curve.name), distance, .number(curve.errors[index]))
      }
    }
    return table
  }

  var result: Value {
    var record = Dictionary(
      uniqueKeysWithValues: curves.map { curve in
        var values: [String: Value] = [:]
        if !curve.errors.isEmpty { values["test-error"] = byMasks(curve.errors) }
        if !curve.distances.isEmpty { values["distance"] = byMasks(curve.distances) }
        return (curve.name, Value.record(values))
      })
    if let scalingError { record["weight-scaling"] = .record(["test-error": .number(scalingError)]) }
    return .record(record)
  }

  private func byMasks(_ values: [Double]) -> Value {
    .record(Dictionary(uniqueKeysWithValues: zip(masks, values).map { ("\($0)", .number($1)) }))
  }
}
