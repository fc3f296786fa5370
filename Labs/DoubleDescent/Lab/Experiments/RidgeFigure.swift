import AnswerChecks
import DoubleDescentQuestions
import LabKit
import NumericCore
import Plotting

/// The risk curve under penalties, and under the penalty that validation data choose at each width.
let ridgeFigure = Experiment<Setting>(
  "ridge", "The risk curve under penalties, fixed and chosen on validation data at each number of features."
) { setting in
  let problem = LinearProblem()
  let count = setting.drawCount
  let all = widths(around: problem.samples, upTo: setting.answers.affordableDraws == nil ? 20 : 3)
  let found = try setting.penalizedErrors(problem, draws: count, widths: all)
  let curves = found.answer.map { errors in
    shown.map { index in (strengths[index], Band(all, errors.map { $0.map { $0.test[index] } })) }
  }
  let chosen = found.answer.map { errors in Band(all, errors.map { $0.map { $0.test[$0.chosen] } }) }
  var (results, sentence): ([String: Value], String) = ([:], "")
  if let curves, let chosen {
    let atThreshold = all.firstIndex(of: problem.samples) ?? 0
    let peaks = curves.map { ($0, $1.median[atThreshold]) }
    for (strength, error) in peaks {
      results[strength == 0 ? "lambda-0" : "lambda-1e\(exponent(strength))"] = .record(["at-threshold": .number(error)])
    }
    let rise = zip(chosen.median, chosen.median.dropFirst()).map { $1 / $0 }.max() ?? 1
    let last = chosen.median.count - 1
    results["chosen"] = .record([
      "smallest-fall": .number(1 - rise), "last": .number(chosen.median[last]),
      "at-threshold": .number(chosen.median[atThreshold]),
    ])
    sentence =
      "Test error at n features: "
      + peaks.map { "\(short($1)) for \(name($0))" }.joined(separator: ", ") + ". "
      + "With \\lambda chosen at each size there is no peak: the median "
      + (rise > 1
        ? "rises from one size to the next by \(percent(rise - 1)) at most" : "falls from each size to the next")
      + ". That it can't rise is proved for isotropic features only, and these aren't. "
  }
  let text = caption(
    "Medians of \(count) draws.", sentence, setting.answers.credit("7.1, 7.2 and 7.3"), leftOut(["all": found.missing]),
    setting.scaleNote)
  return Drawing(
    Figure(caption: text, columns: 2, sharedY: true) {
      Chart("One penalty for all sizes") {
        RuleMark(x: Double(problem.samples), label: "n = \(problem.samples)")
        for curve in curves ?? [] { curve.1.marks(name(curve.0), hasBand: false) }
      }
      .xAxis("random features", scale: .log).yAxis("test error", scale: .log)
      Chart("Chosen on validation data") {
        RuleMark(x: Double(problem.samples), label: "n = \(problem.samples)")
        (curves?.first).map { $0.1.marks(name(0), hasBand: false) } ?? []
        chosen?.marks(chosenName) ?? []
      }
      .xAxis("random features", scale: .log).yAxis("test error", scale: .log)
    }
    .legend(.below).seriesStyles(Styles.family(shown.map { name(strengths[$0]) } + [chosenName])),
    table: ridgeTable(curves ?? [], chosen), results: ["ridge": .record(results)], size: (1300, 780))
}

/// No penalty, and from one ten-millionth to 1.
private let strengths: [Double] = [0] + (-7...0).map { pow(10, Double($0)) }
/// Those that have a curve of their own.
private let shown = [0, 3, 5, 7]
private let chosenName = "\\lambda chosen"

private func name(_ strength: Double) -> String {
  strength == 0 ? "\\lambda = 0" : "\\lambda = 10^{\(exponent(strength))}"
}

private func exponent(_ strength: Double) -> String {
  strength == 0 ? "0" : String(Int((log(strength) / log(10)).rounded()))
}

/// The test errors of a fit for each strength, and which of them validation data choose.
private struct PenalizedErrors: Sendable {
  var test: [Double]
  var chosen: Int
}

extension Setting {
  /// For each draw and width.
  fileprivate func penalizedErrors(_ problem: LinearProblem, draws count: Int, widths: [Int]) throws
    -> Answered<[[PenalizedErrors]]>
  {
    let validation = problem.samples
    let data = (0..<count).map { problem.data(testSamples: validation + 500, draws: draws("ridge").stream("draw", $0)) }
    // Validation targets are noisy, as in practice; test targets aren't.
    let targets = data.indices.map { draw in
      var errors = draws("ridge").stream("validation", draw)
      return Vector(data[draw].truth.prefix(validation))
        + Vector<Double>.normal(validation, mean: 0, standardDeviation: problem.noise, using: &errors)
    }
    let inputs = data.indices.map { draw in
      CurveInput(
        samples: data[draw].samples, targets: data[draw].targets, testSamples: data[draw].testSamples, widths: widths,
        strengths: strengths, seed: seed, stream: "double-descent/features/ridge/\(draw)")
    }
    return try answers.curves(of: inputs).map { fits in
      data.indices.map { draw in
        let truth = Vector(data[draw].truth.dropFirst(validation))
        return widths.indices.map { place in
          let predictions = strengths.indices.map { fits[draw][place * strengths.count + $0].test.column(0) }
          return PenalizedErrors(
            test: predictions.map { square(Vector($0.dropFirst(validation)) - truth).mean() },
            chosen: Vector(predictions.map { square(Vector($0.prefix(validation)) - targets[draw]).mean() }).argMin())
        }
      }
    }
  }
}

private func ridgeTable(_ curves: [(Double, Band)], _ chosen: Band?) -> Table {
  var table = Table("strength", "features", "median test error", "lower quartile", "upper quartile")
  func append(_ name: Table.Cell, _ band: Band) {
    for place in band.x.indices {
      table.append(
        name, .integer(Int(band.x[place])), .number(band.median[place]), .number(band.lower[place]),
        .number(band.upper[place]))
    }
  }
  for (strength, band) in curves { append(.number(strength), band) }
  if let chosen { append(.text("chosen"), chosen) }
  return table
}
