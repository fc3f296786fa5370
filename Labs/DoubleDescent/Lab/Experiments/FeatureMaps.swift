import AnswerChecks
import LabKit
import Plotting

/// The risk curve of rectifiers beside that of random Fourier features of three bandwidths.
let featureMaps = Experiment<Setting>(
  "feature-maps", "The test error by number of features, of rectifiers and of random Fourier features.",
  restsOn: [.answers, .data]
) { setting in
  let problem = LinearProblem()
  let (count, imageCount) = (
    setting.drawCount, setting.answers.affordableDraws == nil ? setting.at(quick: 1, lecture: 3) : 1
  )
  let generated = try MapPanel("generated", "Generated data", threshold: problem.samples) { map in
    try setting.fits(
      problem, stream: "feature-maps", draws: count, widths: widths(around: problem.samples), bandwidth: map.bandwidth
    ).map { Band($0[0].widths, $0[0].test) }
  }
  let images = try MapPanel("images", "Images", threshold: setting.imageSamples) { map in
    try setting.imageFits(for: "feature-maps", draws: imageCount, bandwidth: map.bandwidth)?
      .map { Band($0.widths, $0.test) }
  }
  let panels = [generated, images].filter { !$0.curves.isEmpty }
  let text = caption(
    "Medians: \(count) draws of generated data, \(imageCount) of images. Fourier features vary over an eighth of the median "
      + "distance between two samples (narrow), over that distance (matched), or over four times as much (wide).",
    panels.map(\.sentence).joined(separator: " "), verdict(panels),
    setting.images.map { "Images: \($0.name.title), \(setting.imageSamples) to learn from." } ?? "",
    setting.answers.credit(setting.images == nil ? ["7.1", "7.2"] : ["7.1", "7.2", "7.5"]),
    leftOut(FeatureMapKind.allCases.map { ($0.rawValue, generated.missing[$0] ?? images.missing[$0]) }),
    setting.scaleNote)
  return Drawing(
    mapFigure(panels, caption: text), table: mapTable(panels),
    results: ["feature-maps": .record(Dictionary(uniqueKeysWithValues: panels.map { ($0.key, $0.results) }))],
    size: (1400, 820))
}

/// The maps that are compared.
private enum FeatureMapKind: String, CaseIterable {
  case rectifiers
  case narrow = "narrow Fourier"
  case matched = "matched Fourier"
  case wide = "wide Fourier"

  /// ℓ in median distances between samples; nothing for rectifiers.
  var bandwidth: Double? {
    switch self {
    case .rectifiers: nil
    case .narrow: 1 / 8
    case .matched: 1
    case .wide: 4
    }
  }
}

/// The curves of one kind of data.
private struct MapPanel {
  let key: String
  let title: String
  let threshold: Int
  private(set) var curves: [(map: FeatureMapKind, band: Band)] = []
  private(set) var missing: [FeatureMapKind: MissingAnswer] = [:]

  /// - Parameter band: the curve of a map; nothing where there are no such data.
  init(_ key: String, _ title: String, threshold: Int, band: (FeatureMapKind) throws -> Answered<Band>?) rethrows {
    (self.key, self.title, self.threshold) = (key, title, threshold)
    for map in FeatureMapKind.allCases {
      switch try band(map) {
      case .success(let found): curves.append((map, found))
      case .failure(let reason): missing[map] = reason
      case nil: break
      }
    }
  }

  var descents: [(map: FeatureMapKind, descent: Descent)] {
    curves.compactMap { curve in Descent(curve.band, threshold: threshold).map { (curve.map, $0) } }
  }

  /// Each curve in three numbers.
  var sentence: String {
    "\(title), lowest below n, peak, and lowest beyond: "
      + descents.map { map, descent in
        "\(map.rawValue) \(short(descent.first.error)), \(short(descent.peak.error)), \(short(descent.second.error))"
      }.joined(separator: "; ") + "."
  }

  var results: Value {
    .record(
      Dictionary(
        uniqueKeysWithValues: descents.map { map, descent in
          (map.rawValue.lowercased().replacing(" ", with: "-"), descent.result)
        }))
  }
}

/// Where the peaks are, and which second descents lead nowhere.
private func verdict(_ panels: [MapPanel]) -> String {
  func names(where holds: (MapPanel, Descent) -> Bool) -> [String] {
    panels.flatMap { panel in
      panel.descents.filter { holds(panel, $0.descent) }.map { "\($0.map.rawValue) on \(panel.title.lowercased())" }
    }
  }
  guard !names(where: { _, _ in true }).isEmpty else { return "" }
  let elsewhere = names { $1.peak.width != Double($0.threshold) }
  let higher = names { !$1.goesBelow }
  return
    (elsewhere.isEmpty
    ? "Every map has its peak at n. " : "The peak isn't at n for \(elsewhere.joined(separator: ", ")). ")
    + (higher.isEmpty
      ? "All second descents end below the first minimum."
      : "Not below the first minimum end: \(higher.joined(separator: ", ")).")
}

private func mapFigure(_ panels: [MapPanel], caption: String) -> Figure {
  Figure(caption: caption, columns: max(panels.count, 1)) {
    for panel in panels {
      Chart(panel.title) {
        RuleMark(x: Double(panel.threshold), label: "n = \(panel.threshold)")
        for curve in panel.curves { curve.band.marks(curve.map.rawValue, hasBand: false) }
      }
      .xAxis("random features", scale: .log).yAxis("squared test error", scale: .log)
    }
  }
  .legend(.below).seriesStyles(Styles.family(FeatureMapKind.allCases.map(\.rawValue)))
}

private func mapTable(_ panels: [MapPanel]) -> Table {
  var table = Table("data", "map", "features", "median test error", "lower quartile", "upper quartile")
  for panel in panels {
    for (map, band) in panel.curves {
      for place in band.x.indices {
        table.append(
          .text(panel.key), .text(map.rawValue), .integer(Int(band.x[place])), .number(band.median[place]),
          .number(band.lower[place]), .number(band.upper[place]))
      }
    }
  }
  return table
}
