import AnswerChecks
import DoubleDescentQuestions
import LabKit
import NumericCore
import Plotting

/// The risk curve under penalties, and under the penalty that validation data choose at each width; and how many degrees of
/// freedom the fits have.
let ridgeFigure = Experiment<Setting>(
  "ridge", "The risk curve under penalties, fixed and chosen on validation data, and the degrees of freedom."
) { setting in
  let problem = LinearProblem()
  let all = widths(around: problem.samples, upTo: setting.answers.affordableDraws == nil ? 20 : 3)
  let draws = setting.ridgeDraws(problem, count: setting.drawCount, widths: all)
  let errors = try setting.answers.curves(of: draws.map(\.input)).map { fits in zip(draws, fits).map { $0.errors($1) } }
  let freedoms = try setting.answers.freedoms(of: draws.map(\.penalized)).map { found in
    zip(draws, found).map { $0.freedoms($1) }
  }
  let curves = RidgeCurves(
    widths: all, threshold: problem.samples, errors: errors.answer ?? [], freedoms: freedoms.answer ?? [])
  let text = caption(
    "Medians of \(draws.count) draws.", curves.errorSentence, curves.freedomSentence,
    setting.answers.credit(["7.1", "7.2", "7.3", "7.8"]),
    leftOut(["test errors": errors.missing, "degrees of freedom": freedoms.missing]), setting.scaleNote)
  return Drawing(
    ridgePicture(curves, caption: text), table: ridgeTable(curves), results: ["ridge": .record(curves.results)],
    size: (1500, 780))
}

/// No penalty, and from one ten-millionth to 1.
private let strengths: [Double] = [0] + (-7...0).map { pow(10, Double($0)) }
/// Those that have a curve of their own.
private let shown = [0, 3, 5, 7]
private let chosenName = "\\lambda chosen"

private func name(_ place: Int) -> String { place == 0 ? "\\lambda = 0" : "\\lambda = 10^{\(place - 8)}" }

private func key(_ place: Int) -> String { place == 0 ? "lambda-0" : "lambda-1e\(place - 8)" }

/// One draw of the problem, with targets to choose the penalty by.
private struct RidgeDraw: Sendable {
  let input: CurveInput
  /// Noisy, as in practice: those of the first test samples.
  let validation: Vector<Double>
  /// Without noise: those of the others.
  let truth: Vector<Double>

  /// The same without the fits that have no penalty.
  var penalized: CurveInput {
    var input = input
    input.strengths.removeFirst()
    return input
  }

  /// For each width the test error under each strength, and the strength that validation data choose.
  func errors(_ fits: [CurveFit]) -> [PenalizedErrors] {
    input.widths.indices.map { place in
      let predictions = strengths.indices.map { fits[place * strengths.count + $0].test.column(0) }
      return PenalizedErrors(
        test: predictions.map { square(Vector($0.dropFirst(validation.count)) - truth).mean() },
        chosen: Vector(predictions.map { square(Vector($0.prefix(validation.count)) - validation).mean() }).argMin())
    }
  }

  /// For each width the degrees of freedom under each strength; without a penalty they are the rank.
  func freedoms(_ found: [Double]) -> [[Double]] {
    let count = strengths.count - 1
    return input.widths.enumerated().map { place, width in
      [Double(min(width, input.samples.rows))] + found[place * count..<(place + 1) * count]
    }
  }
}

/// The test errors of a fit for each strength, and which of them validation data choose.
private struct PenalizedErrors: Sendable {
  var test: [Double]
  var chosen: Int
}

extension Setting {
  fileprivate func ridgeDraws(_ problem: LinearProblem, count: Int, widths: [Int]) -> [RidgeDraw] {
    (0..<count).map { draw in
      let validation = problem.samples
      let data = problem.data(testSamples: validation + 500, draws: draws("ridge").stream("draw", draw))
      var errors = draws("ridge").stream("validation", draw)
      let noise = Vector<Double>.normal(validation, mean: 0, standardDeviation: problem.noise, using: &errors)
      return RidgeDraw(
        input: CurveInput(
          samples: data.samples, targets: data.targets, testSamples: data.testSamples, widths: widths,
          strengths: strengths, seed: seed, stream: "double-descent/features/ridge/\(draw)"),
        validation: Vector(data.truth.prefix(validation)) + noise,
        truth: Vector(data.truth.dropFirst(validation)))
    }
  }
}

/// The curves of the figure: names, and a band each.
private struct RidgeCurves {
  let threshold: Int
  /// By strength; empty where there are no errors.
  let errors: [(strength: Int, band: Band)]
  let chosenErrors: Band?
  /// By strength; empty where there are no degrees of freedom.
  let freedoms: [(strength: Int, band: Band)]
  private let widths: [Int]

  /// - Parameters:
  ///   - errors: of each draw and width; none where answers are missing.
  ///   - freedoms: of each draw, width and strength; none where answers are missing.
  init(widths: [Int], threshold: Int, errors: [[PenalizedErrors]], freedoms: [[[Double]]]) {
    (self.widths, self.threshold) = (widths, threshold)
    self.errors = errors.isEmpty ? [] : shown.map { one in (one, Band(widths, errors.map { $0.map { $0.test[one] } })) }
    chosenErrors = errors.isEmpty ? nil : Band(widths, errors.map { $0.map { $0.test[$0.chosen] } })
    self.freedoms =
      freedoms.isEmpty ? [] : shown.map { one in (one, Band(widths, freedoms.map { $0.map { $0[one] } })) }
  }

  /// A curve's value with as many features as samples.
  private func atThreshold(_ band: Band) -> Double { band.median[widths.firstIndex(of: threshold) ?? 0] }

  private func last(_ band: Band) -> Double { band.median[widths.count - 1] }

  /// By how much the error under the chosen penalty rises from a width to the next, as a share, where it rises most.
  private func largestRise(_ band: Band) -> Double {
    zip(band.median, band.median.dropFirst()).map { $1 / $0 - 1 }.max() ?? 0
  }

  var errorSentence: String {
    guard let chosenErrors else { return "" }
    let rise = largestRise(chosenErrors)
    let verdict =
      rise <= 0
      ? "there is no peak: the median falls from each size to the next"
      : rise < 0.1
        ? "there is no peak: the median rises from one size to the next by \(percent(rise)) at most"
        : "the median still rises from one size to the next, by up to \(percent(rise))"
    return "Test error at n features: "
      + errors.map { "\(short(atThreshold($0.band))) for \(name($0.strength))" }.joined(separator: ", ")
      + ". With \\lambda chosen at each size \(verdict). That it can't rise is proved for isotropic features only, and these "
      + "aren't."
  }

  var freedomSentence: String {
    freedoms.isEmpty
      ? ""
      : "Degrees of freedom at n features, from the smallest \\lambda up: "
        + freedoms.map { short(atThreshold($0.band), digits: 3) }.joined(separator: ", ") + "."
  }

  var results: [String: Value] {
    var results: [String: Value] = [:]
    for (strength, band) in errors { results[key(strength)] = .record(["at-threshold": .number(atThreshold(band))]) }
    if let band = chosenErrors {
      results["chosen"] = .record([
        "at-threshold": .number(atThreshold(band)), "last": .number(last(band)),
        "smallest-fall": .number(-largestRise(band)),
      ])
    }
    if !freedoms.isEmpty {
      let ends = freedoms.map { one in
        (
          key(one.strength),
          Value.record(["at-threshold": .number(atThreshold(one.band)), "last": .number(last(one.band))])
        )
      }
      results["degrees-of-freedom"] = .record(Dictionary(uniqueKeysWithValues: ends))
    }
    return results
  }
}

private func ridgePicture(_ curves: RidgeCurves, caption: String) -> Figure {
  let rule = RuleMark(x: Double(curves.threshold), label: "n = \(curves.threshold)")
  return Figure(caption: caption, columns: 3) {
    Chart("One penalty for all sizes") {
      rule
      for curve in curves.errors { curve.band.marks(name(curve.strength), hasBand: false) }
    }
    .xAxis("random features", scale: .log).yAxis("test error", scale: .log)
    Chart("Chosen on validation data") {
      rule
      (curves.errors.first).map { $0.band.marks(name($0.strength), hasBand: false) } ?? []
      curves.chosenErrors?.marks(chosenName) ?? []
    }
    .xAxis("random features", scale: .log).yAxis("test error", scale: .log)
    Chart("Degrees of freedom") {
      rule
      for curve in curves.freedoms { curve.band.marks(name(curve.strength), hasBand: false) }
    }
    .xAxis("random features", scale: .log).yAxis("degrees of freedom", scale: .log)
  }
  .legend(.below).seriesStyles(Styles.family(shown.map(name) + [chosenName]))
}

private func ridgeTable(_ curves: RidgeCurves) -> Table {
  var table = Table("quantity", "strength", "features", "median", "lower quartile", "upper quartile")
  func append(_ quantity: Table.Cell, _ strength: Table.Cell, _ band: Band?) {
    guard let band else { return }
    for place in band.x.indices {
      table.append(
        quantity, strength, .integer(Int(band.x[place])), .number(band.median[place]), .number(band.lower[place]),
        .number(band.upper[place]))
    }
  }
  for (strength, band) in curves.errors { append("test error", .number(strengths[strength]), band) }
  append("test error", "chosen", curves.chosenErrors)
  for (strength, band) in curves.freedoms { append("degrees of freedom", .number(strengths[strength]), band) }
  return table
}
