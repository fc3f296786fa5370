import AnswerChecks
import LabKit
import NumericCore
import Plotting

/// A penalty as what one believes of a weight before seeing data.
let prior = Experiment<Setting>(
  "prior", "The penalty as a prior: Laplace, Gaussian, and what they make of a measured weight."
) { setting in
  let measured = Vector((-160...160).map { Double($0) / 40 })
  let modes = try PenaltyKind.compared.map { kind in (kind, try kind.mode(at: measured, setting.answers)) }
  let means = measured.map { PenaltyKind.lasso.posteriorMean(at: $0) }
  let place = measured.count / 2 + 20
  let mode = modes.first { $0.0 == .lasso }?.1.answer
  let caption =
    "Priors e^{-R(w)} with \\lambda = 1, and one measurement z of w with normal noise of variance 1. The mode of the posterior "
    + "minimizes 1/2 (w - z)^{2} + R(w)."
    + (mode.map {
      " For z = \(short(measured[place])) the Laplace mode is \(short($0[place])), the mean \(rounded(means[place], 2))."
    } ?? "") + " A draw from any of the priors is 0 with probability 0." + setting.answers.credit(["4.4"])
    + leftOut(modes.map { ($0.0.title, $0.1.missing) })
  var results: [String: Value] = [
    "posterior-mean-at-half": .number(means[place]),
    "laplace-variance": .number(2), "gaussian-variance": .number(0.5),
  ]
  for (kind, answer) in modes {
    if let mode = answer.answer { results["\(kind.rawValue)-mode-at-half"] = .number(mode[place]) }
  }
  return Drawing(
    priorFigure(measured, modes.compactMap { kind, mode in mode.answer.map { (kind, $0) } }, means, caption: caption),
    table: priorTable(measured, modes.compactMap { kind, mode in mode.answer.map { (kind, $0) } }, means),
    results: ["prior": .record(results)], size: (1300, 680))
}

extension PenaltyKind {
  /// R(w) with λ = 1.
  fileprivate func value(_ w: Double) -> Double { l1Share * abs(w) + (1 - l1Share) * w * w }

  fileprivate var priorTitle: String {
    switch self {
    case .lasso: "Laplace, \\lambda |w|"
    case .ridge: "Gaussian, \\lambda w^{2}"
    case .elasticNet: "elastic net, s = 1/2"
    case .none: "flat"
    }
  }

  fileprivate var priorStyle: SeriesStyle {
    var style = style
    style.name = priorTitle
    return style
  }

  /// The mode of the posterior after a measurement z.
  fileprivate func mode(at measured: Vector<Double>, _ answers: any FigureAnswers) throws -> Answered<Vector<Double>> {
    let divisor = 1 + 2 * (1 - l1Share)
    return self == .ridge
      ? .success(measured / divisor) : try answers.softThreshold(measured, l1Share).map { $0 / divisor }
  }

  /// The mean of the posterior after a measurement z, summed over a fine grid.
  fileprivate func posteriorMean(at measured: Double) -> Double {
    let (total, moment) = Self.grid.reduce((0, 0)) { sums, w in
      let density = exp(-(w - measured) * (w - measured) / 2 - value(w))
      return (sums.0 + density, sums.1 + density * w)
    }
    return moment / total
  }

  /// The prior's density.
  fileprivate func density(at w: Double, total: Double) -> Double { exp(-value(w)) / total }

  /// The integral of e^{-R}.
  fileprivate var total: Double { Self.grid.reduce(0) { $0 + exp(-value($1)) } * Self.spacing }

  private static let spacing = 0.01
  private static let grid = (-3000...3000).map { Double($0) * spacing }
}

private func priorFigure(
  _ measured: Vector<Double>, _ modes: [(PenaltyKind, Vector<Double>)], _ means: Vector<Double>, caption: String
) -> Figure {
  let w = (-150...150).map { Double($0) / 50 }
  let meanTitle = "mean, Laplace"
  return Figure(caption: caption, columns: 3) {
    Chart("Prior") {
      for kind in PenaltyKind.compared {
        let total = kind.total
        LineMark(x: w, y: w.map { kind.density(at: $0, total: total) }).foregroundStyle(by: kind.priorTitle)
      }
    }
    .xAxis("weight w").yAxis("density")
    Chart("Penalty") {
      for kind in PenaltyKind.compared {
        LineMark(x: w, y: w.map { kind.value($0) }).foregroundStyle(by: kind.priorTitle)
      }
    }
    .xAxis("weight w").yAxis("R(w) = constant - log prior", domain: 0...4)
    Chart("Posterior") {
      RuleMark(y: 0)
      for (kind, mode) in modes {
        LineMark(x: Array(measured), y: Array(mode)).foregroundStyle(by: kind.priorTitle)
      }
      LineMark(x: Array(measured), y: Array(means)).foregroundStyle(by: meanTitle)
    }
    .xAxis("measured z").yAxis("mode, or mean")
  }
  .legend(.below).seriesStyles(
    PenaltyKind.compared.map(\.priorStyle) + [SeriesStyle(name: meanTitle, color: Color(gray: 0.13), dash: .dotted)])
}

private func priorTable(
  _ measured: Vector<Double>, _ modes: [(PenaltyKind, Vector<Double>)], _ means: Vector<Double>
) -> Table {
  var table = Table("penalty", "measured", "posterior mode", "posterior mean")
  for (kind, mode) in modes {
    for (place, z) in measured.enumerated() {
      table.append(
        .text(kind.rawValue), .number(z), .number(mode[place]), kind == .lasso ? .number(means[place]) : "")
    }
  }
  return table
}
