import AnswerChecks
import LabKit
import Plotting

/// The risk curve for several amounts of noise in the training targets.
let labelNoise = Experiment<Setting>(
  "label-noise", "The risk curve for several amounts of noise in the targets that are learned from."
) { setting in
  let deviations = [0, 0.1, 0.3, 1]
  let count = setting.drawCount
  let samples = LinearProblem().samples
  let all = widths(around: samples)
  var (curves, gap): ([(noise: Double, band: Band)], MissingAnswer?) = ([], nil)
  for deviation in deviations {
    // The same stream: the same samples and features, and the same noise but for its size.
    switch try setting.fits(LinearProblem(noise: deviation), stream: "label-noise", draws: count, widths: all) {
    case .success(let fits): curves.append((deviation, Band(all, fits[0].test)))
    case .failure(let missing): gap = missing
    }
    if gap != nil { break }
  }
  let descents = curves.compactMap { curve in Descent(curve.band, threshold: samples).map { (curve.noise, $0) } }
  let told = descents.map { noise, descent in
    "\(short(descent.peak.error)) for \\sigma = \(short(noise))\(descent.goesBelow ? "" : " (second minimum above the first)")"
  }
  let text = caption(
    "Medians of \(count) draws; test targets are without noise.",
    told.isEmpty ? "" : "Peaks: \(told.joined(separator: ", ")).",
    descents.contains { $0 == 0 && $1.peak.error > 2 * $1.first.error }
      ? "Without noise there is a peak too: what narrow models can't express acts like noise." : "",
    setting.answers.credit(["7.1", "7.2"]), leftOut(["all": gap]), setting.scaleNote)
  return Drawing(
    noiseFigure(curves, threshold: samples, caption: text), table: noiseTable(curves),
    results: [
      "label-noise": .record(
        Dictionary(uniqueKeysWithValues: descents.map { ("sigma-\(key($0))", $1.result) }))
    ], size: (1200, 820))
}

/// As `0-3` for 0.3.
private func key(_ number: Double) -> String { short(number).replacing(".", with: "-") }

private func name(_ noise: Double) -> String { "\\sigma = \(short(noise))" }

private func noiseFigure(_ curves: [(noise: Double, band: Band)], threshold: Int, caption: String) -> Figure {
  Figure(
    Chart("Noise in the targets") {
      RuleMark(x: Double(threshold), label: "n = \(threshold)")
      for curve in curves { curve.band.marks(name(curve.noise), hasBand: false) }
    }
    .xAxis("random features", scale: .log).yAxis("test error", scale: .log)
    .seriesStyles(Styles.family(curves.map { name($0.noise) })).caption(caption))
}

private func noiseTable(_ curves: [(noise: Double, band: Band)]) -> Table {
  var table = Table("noise", "features", "median test error", "lower quartile", "upper quartile")
  for curve in curves {
    for place in curve.band.x.indices {
      table.append(
        .number(curve.noise), .integer(Int(curve.band.x[place])), .number(curve.band.median[place]),
        .number(curve.band.lower[place]), .number(curve.band.upper[place]))
    }
  }
  return table
}
