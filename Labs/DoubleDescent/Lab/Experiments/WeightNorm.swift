import AnswerChecks
import DoubleDescentQuestions
import LabKit
import NumericCore
import Plotting

/// The weights' norm and the condition number of the features, by their number.
let weightNorm = Experiment<Setting>(
  "weight-norm", "The norm of the weights, and the condition number of the features, by their number."
) { setting in
  let problem = LinearProblem()
  let count = setting.drawCount
  let all = widths(around: problem.samples)
  let fits = try setting.fits(problem, stream: "weight-norm", draws: count, widths: all).map { $0[0] }
  let conditionCount = min(setting.at(quick: 5, lecture: 15), count)
  let numbers = try setting.conditionNumbers(problem, draws: conditionCount, widths: all)
  let norms = fits.answer.map { Band($0.widths, $0.norms) }
  let conditions = numbers.answer.map { found in Band(all, found.map { $0.map(\.features) }) }
  let expected = numbers.answer?.first.map { $0.map(\.expected) }
  var results: [String: Value] = [:]
  var sentence = ""
  if let norms, let peak = norms.median.indices.max(by: { norms.median[$0] < norms.median[$1] }) {
    let last = norms.median.count - 1
    results["norm"] = .record([
      "peak-width": .number(norms.x[peak]), "peak": .number(norms.median[peak]), "last": .number(norms.median[last]),
    ])
    sentence =
      "The weights are longest at \(short(norms.x[peak], digits: 5)) features, \(short(norms.median[peak])), and "
      + "\(short(norms.median[last])) at \(short(norms.x[last], digits: 5)): beyond n the fit is the shortest of many. "
  }
  if let conditions, let peak = conditions.median.indices.max(by: { conditions.median[$0] < conditions.median[$1] }) {
    results["condition"] = .record([
      "peak-width": .number(conditions.x[peak]), "peak": .number(conditions.median[peak]),
      "last": .number(conditions.median[conditions.median.count - 1]),
    ])
    sentence +=
      "The condition number is largest at \(short(conditions.x[peak], digits: 5)), \(short(conditions.median[peak])). "
      + "Expected is (\u{221A}n + \u{221A}p) / |\u{221A}n - \u{221A}p|, for features of mean 0; those of a rectifier "
      + "have a mean above 0, and one singular value of its own for it."
  }
  let text = caption(
    "Medians with the middle half: \(count) draws on the left, \(conditionCount) on the right.", sentence,
    setting.answers.credit(["7.1", "7.2", "7.7"]),
    leftOut(["norms": fits.missing, "condition numbers": numbers.missing]), setting.scaleNote)
  return Drawing(
    Figure(caption: text, columns: 2) {
      Chart("Weights of the minimum-norm fit") {
        RuleMark(x: Double(problem.samples), label: "n = \(problem.samples)")
        norms?.marks("median of draws") ?? []
      }
      .xAxis("random features", scale: .log).yAxis("|w|", scale: .log)
      Chart("Condition number of the features") {
        RuleMark(x: Double(problem.samples), label: "n = \(problem.samples)")
        conditions?.marks("median of draws") ?? []
        if let expected {
          for side in sides(of: problem.samples, all) {
            LineMark(x: side.map { Double(all[$0]) }, y: side.map { expected[$0] }).foregroundStyle(by: "expected")
          }
        }
      }
      .xAxis("random features", scale: .log).yAxis("largest / smallest singular value", scale: .log)
    }
    .legend(.below).seriesStyles([
      SeriesStyle(name: "median of draws", color: .vermillion),
      SeriesStyle(name: "expected", color: .blue, dash: .dashed, symbol: .square),
    ]),
    table: normTable(norms, conditions, expected ?? []), results: ["weight-norm": .record(results)],
    size: (1300, 760))
}

/// The places of widths below and above the threshold, where what is expected is finite.
private func sides(of samples: Int, _ widths: [Int]) -> [[Int]] {
  [widths.indices.filter { widths[$0] < samples }, widths.indices.filter { widths[$0] > samples }]
}

extension Setting {
  /// Condition numbers of the features of some draws, for each width.
  fileprivate func conditionNumbers(_ problem: LinearProblem, draws count: Int, widths: [Int]) throws
    -> Answered<[[ConditionNumbers]]>
  {
    let maps = (0..<count).map { index in
      var directions = draws("problem").stream("directions", index)
      return MapInput(
        samples: problem.data(testSamples: 1, draws: draws("problem").stream("weight-norm", index)).samples,
        directions: .normal(rows: widths.max() ?? 1, columns: LinearProblem.inputs, using: &directions))
    }
    switch try answers.features(maps) {
    case .failure(let missing): return .failure(missing)
    case .success(let features):
      let inputs = features.flatMap { all in
        widths.map { MatrixInput(features: all[columns: 0..<$0], tolerance: 1e-12) }
      }
      return try answers.conditionNumbers(inputs).map { found in
        features.indices.map { Array(found[$0 * widths.count..<($0 + 1) * widths.count]) }
      }
    }
  }
}

private func normTable(_ norms: Band?, _ conditions: Band?, _ expected: [Double]) -> Table {
  var table = Table("quantity", "features", "median", "lower quartile", "upper quartile", "expected")
  for (name, band) in [("weight norm", norms), ("condition number", conditions)] {
    guard let band else { continue }
    for place in band.x.indices {
      let value = name == "weight norm" || !expected[place].isFinite ? nil : expected[place]
      table.append(
        .text(name), .integer(Int(band.x[place])), .number(band.median[place]), .number(band.lower[place]),
        .number(band.upper[place]), value.map { .number($0) } ?? "")
    }
  }
  return table
}
