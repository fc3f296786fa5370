import AnswerChecks
import LabKit
import Plotting

/// The test error by the number of samples, with the number of features fixed.
let sampleWise = Experiment<Setting>(
  "sample-wise", "The test error by the number of samples: at the threshold more data hurt."
) { setting in
  let count = setting.drawCount
  let samples = [
    10, 15, 20, 30, 40, 45, 50, 55, 60, 75, 90, 100, 110, 130, 160, 180, 190, 200, 210, 230, 300, 500, 1000,
  ]
  var (curves, gap): ([(width: Int, strength: Double, band: Band)], MissingAnswer?) = ([], nil)
  var errors: [[Fits]] = []
  for number in samples where gap == nil {
    switch try setting.fits(
      LinearProblem(samples: number), stream: "sample-wise", draws: count, widths: featureCounts,
      strengths: [0, strength])
    {
    case .success(let fits): errors.append(fits)
    case .failure(let missing): gap = missing
    }
  }
  if gap == nil {
    func band(_ place: Int, _ kind: Int) -> Band {
      Band(
        samples,
        (0..<count).map { draw in errors.map { $0[kind].test[draw][place] } })
    }
    curves = featureCounts.indices.map { (featureCounts[$0], 0, band($0, 0)) }
    curves.append((featureCounts[1], strength, band(1, 1)))
  }
  let told = curves.filter { $0.strength == 0 }.map { curve in rise(curve.width, curve.band) }
  let text = caption(
    "Medians of \(count) draws.",
    told.map {
      "With \($0.width) features the error is \(short($0.before)) with \($0.from) samples and \(short($0.peak)) with \($0.width)."
    }.joined(separator: " "),
    told.isEmpty ? "" : "Each model is at its threshold where there are as many samples as features.",
    setting.answers.credit(["7.1", "7.2", "7.3"]), leftOut(["all": gap]), setting.scaleNote)
  return Drawing(
    sampleFigure(curves, caption: text), table: sampleTable(curves),
    results: [
      "sample-wise": .record(
        Dictionary(
          uniqueKeysWithValues: told.map {
            (
              "features-\($0.width)",
              Value.record([
                "fewer-samples": .number(Double($0.from)), "error-with-fewer": .number($0.before),
                "error-at-threshold": .number($0.peak),
              ])
            )
          }))
    ], size: (1200, 820))
}

private let featureCounts = [50, 100, 200]
private let strength = 0.01

/// The best error with fewer samples than features, and the one with as many.
private func rise(_ width: Int, _ band: Band) -> (width: Int, from: Int, before: Double, peak: Double) {
  let points = zip(band.x, band.median).map { (samples: Int($0), error: $1) }
  let before = points.filter { $0.samples < width }.min { $0.error < $1.error }
  let peak = points.first { $0.samples == width }
  return (width, before?.samples ?? 0, before?.error ?? 0, peak?.error ?? 0)
}

private func name(_ width: Int, _ strength: Double) -> String {
  strength == 0 ? "p = \(width)" : "p = \(width), \\lambda = \(short(strength))"
}

private func sampleFigure(_ curves: [(width: Int, strength: Double, band: Band)], caption: String) -> Figure {
  Figure(
    Chart("More samples for the same model") {
      for width in featureCounts { RuleMark(x: Double(width), label: "n = \(width)") }
      for curve in curves { curve.band.marks(name(curve.width, curve.strength), hasBand: false) }
    }
    .xAxis("training samples", scale: .log).yAxis("test error", scale: .log)
    .seriesStyles(Styles.family(curves.map { name($0.width, $0.strength) })).caption(caption))
}

private func sampleTable(_ curves: [(width: Int, strength: Double, band: Band)]) -> Table {
  var table = Table("features", "strength", "samples", "median test error", "lower quartile", "upper quartile")
  for curve in curves {
    for place in curve.band.x.indices {
      table.append(
        .integer(curve.width), .number(curve.strength), .integer(Int(curve.band.x[place])),
        .number(curve.band.median[place]), .number(curve.band.lower[place]), .number(curve.band.upper[place]))
    }
  }
  return table
}
