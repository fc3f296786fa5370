import AnswerChecks
import LabKit
import Plotting

/// Training and test error by the number of features, through the threshold: generated data and images.
let riskCurve = Experiment<Setting>(
  "risk-curve", "Training and test error by number of random features, through the interpolation threshold.",
  restsOn: [.answers, .data]
) { setting in
  let problem = LinearProblem()
  let count = setting.drawCount
  let all = widths(around: problem.samples)
  let generated = try setting.fits(problem, stream: "risk-curve", draws: count, widths: all).map { $0[0] }
  let images = try setting.imageFits(for: "risk-curve", draws: setting.imageDraws)
  let found = generated.answer.map { RiskCurve(generated: $0, threshold: problem.samples) }
  let curves = (found.map { [$0] } ?? []) + (images?.answer.map(RiskCurve.ofImages) ?? [])
  let text = caption(
    "Medians with the middle half: \(count) draws of generated data, \(setting.imageDraws) of images. A training error of 0 has "
      + "no place on a logarithmic axis: its line ends.",
    curves.compactMap(\.sentence).joined(separator: " "),
    setting.images.map { "Images: \($0.name.title), \(setting.imageSamples) to learn from." } ?? "",
    setting.answers.credit(images == nil ? ["7.1", "7.2"] : ["7.1", "7.2", "7.5"]),
    leftOut(["generated data": generated.missing, "images": images?.missing]),
    setting.scaleNote)
  return Drawing(
    riskFigure(curves, caption: text), table: riskTable(curves),
    results: [
      "risk-curve": .record(
        Dictionary(uniqueKeysWithValues: curves.map { ($0.key, $0.result) })
          .merging([
            "generated-samples": .number(Double(problem.samples)),
            "image-samples": .number(Double(setting.imageSamples)),
          ]) { $1 })
    ], size: (1500, 780))
}

/// One panel: a kind of data and of error.
private struct RiskCurve {
  let key: String
  let title: String
  /// The y axis' words.
  let error: String
  let threshold: Int
  let training: Band
  let test: Band

  init(generated fits: Fits, threshold: Int) {
    (key, title, error, self.threshold) = ("generated", "Generated data", "squared error", threshold)
    training = Band(fits.widths, fits.training)
    test = Band(fits.widths, fits.test)
  }

  private init(_ key: String, _ title: String, _ error: String, _ threshold: Int, _ training: Band, _ test: Band) {
    (self.key, self.title, self.error, self.threshold, self.training, self.test) = (
      key, title, error, threshold, training, test
    )
  }

  /// Squared errors and wrong labels, a panel each.
  static func ofImages(_ fits: ImageFits) -> [RiskCurve] {
    [
      RiskCurve(
        "images", "Images, squared error", "squared error", fits.samples, Band(fits.widths, fits.training),
        Band(fits.widths, fits.test)),
      RiskCurve(
        "images-labels", "Images, wrong labels", "share of wrong labels", fits.samples,
        Band(fits.widths, fits.trainingLabels), Band(fits.widths, fits.testLabels)),
    ]
  }

  var descent: Descent? { Descent(test, threshold: threshold) }

  /// What the test error does, for the caption.
  var sentence: String? {
    descent.map { descent in
      "\(title): the test error falls to \(short(descent.first.error)) at \(short(descent.first.width, digits: 5)) features, "
        + "rises to \(short(descent.peak.error)) at \(short(descent.peak.width, digits: 5)), and falls to "
        + "\(short(descent.second.error)), \(descent.goesBelow ? "below" : "not below") the first minimum."
    }
  }

  var result: Value { descent?.result ?? .record([:]) }
}

private func riskFigure(_ curves: [RiskCurve], caption: String) -> Figure {
  Figure(caption: caption, columns: max(curves.count, 1)) {
    for curve in curves {
      Chart(curve.title) {
        RuleMark(x: Double(curve.threshold), label: "n = \(curve.threshold)")
        curve.training.marks("training", above: 1e-5)
        curve.test.marks("test")
      }
      .xAxis("random features", scale: .log).yAxis(curve.error, scale: .log)
    }
  }
  .legend(.below).seriesStyles([Styles.training, Styles.test])
}

private func riskTable(_ curves: [RiskCurve]) -> Table {
  var table = Table("data", "part", "features", "median", "lower quartile", "upper quartile")
  for curve in curves {
    for (part, band) in [("training", curve.training), ("test", curve.test)] {
      for place in band.x.indices {
        table.append(
          .text(curve.key), .text(part), .integer(Int(band.x[place])), .number(band.median[place]),
          .number(band.lower[place]), .number(band.upper[place]))
      }
    }
  }
  return table
}
