import AnswerChecks
import LabKit
import NumericCore
import Plotting

/// Weights that are left, and test error, against λ.
let sparsityByLambda = Experiment<Setting>(
  "sparsity-by-lambda", "Weights that aren't exactly zero, and test error, against the penalty's strength."
) { setting in
  let repeats = min(setting.at(quick: 4, lecture: 20), setting.answers.affordableDraws ?? .max)
  let draws = setting.draws("sparsity-by-lambda")
  let shares = logarithmic(from: 10, to: 1e-4, count: setting.at(quick: 31, lecture: 61))
  let generated = try StrengthSweep(
    "generated",
    title: "Generated data",
    (0..<repeats).map { SparseRegression.lecture.data(testSamples: 1000, draws: draws.stream("generated", $0)) },
    shares: shares, setting.answers)
  let measured = try setting.measurements.map { measurements in
    try StrengthSweep(
      "wisconsin", title: measurements.title,
      (0..<repeats).map { measurements.split(draws: draws.stream("wisconsin", $0)) }, shares: shares, setting.answers)
  }
  let sweeps = [generated] + (measured.map { [$0] } ?? [])
  let smallest = sweeps.compactMap(\.sentence)
  let caption =
    "Means of \(repeats) draws; errors are over those of predicting the mean, and each \\lambda is over the lasso's \\lambda_{max}."
    + (smallest.isEmpty
      ? "" : " Smallest errors, and the weights that are left there: \(smallest.joined(separator: "; ")).")
    + (measured == nil ? " The Wisconsin breast cancer data were not found." : "")
    + setting.answers.credit(["4.5", "4.6", "4.9"]) + leftOut(generated.missing)
    + setting.at(quick: " Quick scale: fewer draws.", lecture: "")
  return Drawing(
    sparsityFigure(sweeps, caption: caption), table: sparsityTable(sweeps),
    results: ["sparsity-by-lambda": .record(Dictionary(uniqueKeysWithValues: sweeps.map { ($0.key, $0.results) }))],
    size: (1200, sweeps.count > 1 ? 1000 : 620))
}

/// What several draws of one kind of data give along λ.
private struct StrengthSweep {
  let key: String
  let title: String
  let shares: [Double]
  let curves: [SparsityCurve]
  let missing: [(what: String, missing: MissingAnswer?)]

  init(
    _ key: String, title: String, _ data: [RegressionData], shares: [Double], _ answers: any FigureAnswers
  ) throws {
    (self.key, self.title, self.shares) = (key, title, shares)
    let found = try data.paths(shares: shares, answers)
    missing = found[0].missing
    curves = found[0].paths.indices.map { kind in
      SparsityCurve(paths: found.map { $0.paths[kind] }, data: data)
    }
  }

  /// For the caption; nothing where nothing is drawn.
  var sentence: String? {
    if curves.isEmpty { return nil }
    let short = key == "generated" ? "generated data" : "breast cancer data"
    let told = curves.map { curve in
      "\(curve.kind.name) \(rounded(curve.errors[curve.best], 3)) with \(rounded(curve.nonzero[curve.best], 1)) weights"
    }
    return "\(short), \(told.joined(separator: ", "))"
  }

  var results: Value { .record(Dictionary(uniqueKeysWithValues: curves.map { ($0.kind.rawValue, $0.result) })) }
}

/// Means over draws, an entry a λ.
private struct SparsityCurve {
  let kind: PenaltyKind
  let shares: [Double]
  let nonzero: [Double]
  let errors: [Double]
  /// Of the features that are left, the share that matters; nothing where nobody knows, or where none is left.
  let precision: [Double?]
  /// Of the features that matter, the share that is left.
  let recall: [Double?]
  /// Wrong signs, for labels.
  let wrongSigns: [Double]

  init(paths: [WeightPath], data: [RegressionData]) {
    func mean(_ value: (Int, Int) -> Double) -> [Double] {
      paths[0].shares.indices.map { place in
        paths.indices.reduce(0) { $0 + value($1, place) } / Double(paths.count)
      }
    }
    func support(_ draw: Int, _ place: Int) -> Set<Int> {
      let weights = paths[draw].weights[place]
      return Set(weights.indices.filter { weights[$0] != 0 })
    }
    (kind, shares) = (paths[0].kind, paths[0].shares)
    nonzero = mean { Double(support($0, $1).count) }
    errors = mean { data[$0].testError(of: paths[$0].weights[$1]) }
    wrongSigns = mean { data[$0].wrongSigns(of: paths[$0].weights[$1]) }
    let truth = data[0].support
    recall = mean { draw, place in
      guard let truth else { return 0 }
      return Double(support(draw, place).intersection(truth).count) / Double(truth.count)
    }.map { truth == nil ? nil : $0 }
    // A mean over draws that left any feature: precision of nothing is not defined.
    precision = paths[0].shares.indices.map { place in
      guard let truth else { return nil }
      let shares = paths.indices.compactMap { draw -> Double? in
        let left = support(draw, place)
        return left.isEmpty ? nil : Double(left.intersection(truth).count) / Double(left.count)
      }
      return shares.isEmpty ? nil : shares.mean
    }
  }

  /// Where the mean test error is smallest.
  var best: Int { Vector(errors).argMin() }

  /// Where λ is four times as large as at the smallest error.
  var sparser: Int { shares.firstIndex { $0 <= 4 * shares[best] * (1 + 1e-9) } ?? 0 }

  var result: Value {
    func record(_ place: Int) -> Value {
      var record: [String: Value] = [
        "share": .number(shares[place]), "test-error": .number(errors[place]), "nonzero": .number(nonzero[place]),
      ]
      if let precision = precision[place] { record["precision"] = .number(precision) }
      if let recall = recall[place] {
        record["recall"] = .number(recall)
      } else {
        record["wrong-labels"] = .number(wrongSigns[place])
      }
      return .record(record)
    }
    return .record(["best": record(best), "four-times-best": record(sparser)])
  }
}

private func sparsityFigure(_ sweeps: [StrengthSweep], caption: String) -> Figure {
  Figure(caption: caption, columns: 2, sharedX: true) {
    for sweep in sweeps {
      Chart(sweep.title) {
        for curve in sweep.curves {
          LineMark(x: curve.shares, y: curve.nonzero).foregroundStyle(by: curve.kind.title)
          PointMark(x: curve.shares[curve.best], y: curve.nonzero[curve.best]).foregroundStyle(by: curve.kind.title)
            .symbolSize(1.4)
        }
      }
      .xAxis("\\lambda / \\lambda_{max}", scale: .log).yAxis("weights that aren't 0")
      Chart("Test error") {
        for curve in sweep.curves {
          LineMark(x: curve.shares, y: curve.errors).foregroundStyle(by: curve.kind.title)
          PointMark(x: curve.shares[curve.best], y: curve.errors[curve.best]).foregroundStyle(by: curve.kind.title)
            .symbolSize(1.4)
        }
      }
      .xAxis("\\lambda / \\lambda_{max}", scale: .log).yAxis("squared error, relative", domain: 0...1.1)
    }
  }
  .legend(.below).seriesStyles(penaltyStyles)
}

private func sparsityTable(_ sweeps: [StrengthSweep]) -> Table {
  var table = Table(
    "data", "penalty", "strength over lambda max", "weights not zero", "test error", "precision", "recall")
  for sweep in sweeps {
    for curve in sweep.curves {
      for place in curve.shares.indices {
        table.append(
          .text(sweep.key), .text(curve.kind.rawValue), .number(curve.shares[place]), .number(curve.nonzero[place]),
          .number(curve.errors[place]), curve.precision[place].map { .number($0) } ?? "",
          curve.recall[place].map { .number($0) } ?? "")
      }
    }
  }
  return table
}
