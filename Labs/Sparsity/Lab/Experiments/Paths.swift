import AnswerChecks
import LabKit
import NumericCore
import Plotting

/// Coefficients along λ: lasso, elastic net and ridge, side by side.
let paths = Experiment<Setting>("paths", "All weights along the penalty's strength: lasso, elastic net, ridge.") {
  setting in
  let data = SparseRegression.lecture.data(testSamples: 1000, draws: setting.draws("paths"))
  let shares = logarithmic(from: 2, to: 1e-3, count: setting.at(quick: 60, lecture: 100))
  let found = try [data].paths(shares: shares, setting.answers)[0]
  let gap = try found.lassoGap(data, setting.answers)
  let truth = data.trueWeights ?? .zeros(0)
  let caption =
    "\(SparseRegression.lecture.samples) generated samples, \(truth.count) features, of which "
    + "\(SparseRegression.lecture.weights.count) matter."
    + (found.paths.isEmpty
      ? ""
      : " Those are coloured, with their true weights as symbols on the left; all others are thin and grey. Each \\lambda is "
        + "divided by the lasso's \\lambda_{max}. Exactly 0 at a tenth of it: \(zerosAtATenth(found)).")
    + (gap.largest.map {
      " By the duality gap the lasso's objective is above its minimum by at most \(short($0)) of what zero weights give."
    } ?? "")
    + setting.answers.credit(["4.5", "4.6", "4.9", "4.10"])
    + leftOut(found.missing + [("the duality gap", gap.missing)])
  var results = pathsResults(found, data)
  if let gap = gap.largest { results["lasso-largest-gap"] = .number(gap) }
  return Drawing(
    pathsFigure(found.paths, truth: truth, caption: caption), table: pathsTable(found.paths, truth: truth),
    results: ["paths": .record(results)], size: (1300, 720))
}

/// How many weights are exactly 0 at a tenth of λ max, in words.
private func zerosAtATenth(_ found: WeightPaths) -> String {
  found.paths.compactMap { path in
    path.shares.firstIndex { $0 <= 0.1 }.map { "\(path.kind.name) \(path.weights[$0].count { $0 == 0 })" }
  }.joined(separator: ", ")
}

private func pathsResults(_ found: WeightPaths, _ data: RegressionData) -> [String: Value] {
  var results: [String: Value] = [:]
  if let largest = found.largest.first { results["largest-strength"] = .number(largest) }
  for path in found.paths {
    guard let place = path.shares.firstIndex(where: { $0 <= 0.1 }) else { continue }
    let errors = Vector(path.weights.map { data.testError(of: $0) })
    results[path.kind.rawValue] = .record([
      "zeros-at-a-tenth": .number(Double(path.weights[place].count { $0 == 0 })),
      "test-error-at-a-tenth": .number(errors[place]), "smallest-test-error": .number(errors.min()),
      "best-share": .number(path.shares[errors.argMin()]),
      "zeros-at-best": .number(Double(path.weights[errors.argMin()].count { $0 == 0 })),
    ])
  }
  return results
}

private func pathsFigure(_ paths: [WeightPath], truth: Vector<Double>, caption: String) -> Figure {
  let matter = truth.indices.filter { truth[$0] != 0 }
  return Figure(caption: caption, columns: 3, sharedX: true, sharedY: true) {
    for path in paths {
      Chart(path.kind.title) {
        RuleMark(y: 0)
        for index in truth.indices where truth[index] == 0 {
          LineMark(x: path.shares, y: path.weights.map { $0[index] }).foregroundStyle(Color(gray: 0.68))
            .lineStyle(width: 0.4)
        }
        for index in matter {
          LineMark(x: path.shares, y: path.weights.map { $0[index] }).foregroundStyle(by: name(index))
          PointMark(x: path.shares[path.shares.count - 1], y: truth[index]).foregroundStyle(by: name(index))
            .symbolSize(1.7)
        }
      }
      .xAxis("\\lambda / \\lambda_{max}", scale: .log).yAxis("weight")
    }
  }
  .legend(.below).seriesStyles(
    matter.enumerated().map { SeriesStyle(name: name($1), index: $0) })
}

private func name(_ feature: Int) -> String { "w_{\(feature + 1)}" }

private func pathsTable(_ paths: [WeightPath], truth: Vector<Double>) -> Table {
  var table = Table("penalty", "strength over lambda max", "feature", "weight", "true weight")
  for path in paths {
    for (share, weights) in zip(path.shares, path.weights) {
      for (index, weight) in weights.enumerated() {
        table.append(
          .text(path.kind.rawValue), .number(share), .integer(index + 1), .number(weight), .number(truth[index]))
      }
    }
  }
  return table
}
