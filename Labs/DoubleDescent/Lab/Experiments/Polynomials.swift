import AnswerChecks
import DoubleDescentQuestions
import LabKit
import NumericCore
import Plotting

/// Polynomials on noisy data from a parabola: the classical orders 1, 2 and 9, and far beyond them.
let polynomials = Experiment<Setting>(
  "polynomials", "Polynomials of order 1, 2, 9 and far beyond, in monomials and in Legendre polynomials."
) { setting in
  let count = setting.at(quick: 25, lecture: 201)
  let draws = (0..<count).map { NoisyParabola(draws: setting.draws("polynomials").stream("draw", $0)) }
  let classical = try setting.answers.minimumNorm(
    draws[0].fits(.monomials, coefficients: classicalOrders.map { $0 + 1 }))
  var (curves, gap): ([(basis: PolynomialBasis, errors: [[Double]])], MissingAnswer?) = ([], nil)
  for basis in PolynomialBasis.allCases where gap == nil {
    let problems = draws.flatMap { $0.fits(basis, coefficients: coefficientCounts) }
    let grid = basis.features(of: NoisyParabola.grid, count: coefficientCounts.max() ?? 1)
    switch try setting.answers.minimumNorm(problems) {
    case .success(let weights):
      let perDraw = coefficientCounts.count
      curves.append(
        (
          basis,
          draws.indices.map { draw in
            coefficientCounts.indices.map { NoisyParabola.testError(weights[draw * perDraw + $0], on: grid) }
          }
        ))
    case .failure(let missing): gap = missing
    }
  }
  let orders = classical.answer.map { weights in
    zip(classicalOrders, weights).map { order, weights in
      Order(order: order, weights: weights, training: draws[0].trainingError(weights))
    }
  }
  let bands = curves.map { ($0.basis, Band(coefficientCounts, $0.errors)) }
  let text = caption(
    orders.map { "Left, one draw: " + $0.map(\.sentence).joined(separator: "; ") + "." } ?? "",
    "Right: medians of \(count) draws with the middle half; up to n coefficients both are the same polynomials. \(bands.map(sentence).joined(separator: " "))",
    setting.answers.credit(["7.2"]), leftOut(["all": classical.missing ?? gap]), setting.scaleNote)
  return Drawing(
    polynomialFigure(draws[0], orders ?? [], bands, caption: text), table: polynomialTable(orders ?? [], bands),
    results: ["polynomials": .record(polynomialResults(orders ?? [], bands))], size: (1400, 780))
}

/// Ten points of a parabola, with noise.
private struct NoisyParabola: Sendable {
  static let points = 10
  static let noise = 0.1
  let x: Vector<Double>
  let y: Vector<Double>

  init(draws: Philox4x32x10) {
    var draws = draws
    x = Vector((0..<Self.points).map { _ in draws.uniform(in: -1..<1) }.sorted())
    y = x.map { Self.truth($0) + draws.normal(mean: 0, standardDeviation: Self.noise) }
  }

  static func truth(_ x: Double) -> Double { 1.5 * x * x - 0.5 }

  /// Where fits are drawn and tested.
  static let grid = Vector<Double>.linearSpace(-1, 1, count: 401)

  /// What is to be fitted, for each number of coefficients.
  func fits(_ basis: PolynomialBasis, coefficients counts: [Int]) -> [FitInput] {
    let all = basis.features(of: x, count: counts.max() ?? 1)
    return counts.map { count in
      FitInput(
        features: all[columns: 0..<count], targets: Matrix(columns: [y]),
        tolerance: CurveInput.tolerance(samples: x.count, width: count))
    }
  }

  func trainingError(_ weights: Matrix<Double>) -> Double {
    square(PolynomialBasis.monomials.features(of: x, count: weights.rows).dot(weights).column(0) - y).mean()
  }

  /// The mean squared distance from the parabola itself.
  ///
  /// - Parameter features: of the grid, at least as many as there are weights.
  static func testError(_ weights: Matrix<Double>, on features: Matrix<Double>) -> Double {
    square(features[columns: 0..<weights.rows].dot(weights).column(0) - grid.map(truth)).mean()
  }
}

/// A fit of the lecture's picture.
private struct Order {
  let order: Int
  let weights: Matrix<Double>
  let training: Double

  /// Its values on the grid.
  var curve: Vector<Double> {
    PolynomialBasis.monomials.features(of: NoisyParabola.grid, count: weights.rows).dot(weights).column(0)
  }
  var test: Double { square(curve - NoisyParabola.grid.map(NoisyParabola.truth)).mean() }
  var name: String { "order \(order)" }
  var sentence: String {
    "\(name) has errors \(training < 1e-12 ? "0" : short(training)) in training and \(short(test)) in the test"
  }
}

private let classicalOrders = [1, 2, 9]
private let coefficientCounts = Array(1...14) + [16, 18, 20, 25, 30, 40, 60, 100, 150, 200, 300]

private func sentence(_ basis: PolynomialBasis, _ band: Band) -> String {
  guard let descent = Descent(band, threshold: NoisyParabola.points), let most = band.x.last,
    let last = band.median.last
  else { return "" }
  let verdict =
    last < descent.peak.error / 10
    ? ", down from the peak\(descent.goesBelow ? "" : " and not below the first minimum")" : ": it doesn't recover"
  return
    "In \(basis.rawValue) the error is smallest with \(Int(descent.first.width)) coefficients, \(short(descent.first.error)); with "
    + "\(NoisyParabola.points) it is \(short(band.median[NoisyParabola.points - 1])), and with \(Int(most)) "
    + "\(short(last))\(verdict)."
}

private func polynomialResults(_ orders: [Order], _ bands: [(PolynomialBasis, Band)]) -> [String: Value] {
  var results: [String: Value] = [:]
  for order in orders {
    // What rounding leaves of 0 isn't the same on every machine.
    results["order-\(order.order)"] = .record([
      "training-error": .number(order.training < 1e-12 ? 0 : order.training), "test-error": .number(order.test),
    ])
  }
  for (basis, band) in bands {
    guard let descent = Descent(band, threshold: NoisyParabola.points) else { continue }
    results[basis == .monomials ? "monomials" : "legendre"] = .record([
      "smallest": .number(descent.first.error), "smallest-at": .number(descent.first.width),
      "at-threshold": .number(band.median[NoisyParabola.points - 1]), "largest": .number(descent.peak.error),
      "largest-at": .number(descent.peak.width), "last": .number(band.median[band.median.count - 1]),
    ])
  }
  return results
}

private func polynomialFigure(
  _ data: NoisyParabola, _ orders: [Order], _ bands: [(PolynomialBasis, Band)], caption: String
) -> Figure {
  Figure(caption: caption, columns: 2) {
    Chart("Ten points of a parabola") {
      for order in orders {
        LineMark(
          x: Array(NoisyParabola.grid),
          y: Array(order.curve)
        ).foregroundStyle(by: order.name)
      }
      PointMark(x: Array(data.x), y: Array(data.y)).foregroundStyle(Color(gray: 0.13)).symbolSize(1.5)
    }
    .xAxis("x").yAxis("y", domain: -1.5...1.8).legend(.automatic)
    .seriesStyles(
      zip(orders, [Color.blue, Color(gray: 0.13), .vermillion]).map { order, color in
        SeriesStyle(
          name: order.name, color: color, dash: order.order == 1 ? .dotted : order.order == 2 ? .solid : .dashed)
      })
    Chart("Far beyond") {
      RuleMark(x: Double(NoisyParabola.points), label: "n = \(NoisyParabola.points)")
      for (basis, band) in bands { band.marks(basis.rawValue) }
    }
    .xAxis("coefficients", scale: .log).yAxis("test error", scale: .log).legend(.automatic)
    .seriesStyles([
      SeriesStyle(name: PolynomialBasis.monomials.rawValue, color: .vermillion, dash: .dashed, symbol: .square),
      SeriesStyle(name: PolynomialBasis.legendre.rawValue, color: .blue, dash: .solid, symbol: .circle),
    ])
  }
}

private func polynomialTable(_ orders: [Order], _ bands: [(PolynomialBasis, Band)]) -> Table {
  var table = Table("basis", "coefficients", "draw", "training error", "test error", "lower quartile", "upper quartile")
  for order in orders {
    table.append(
      "monomials", .integer(order.order + 1), "the first", .number(order.training), .number(order.test), "", "")
  }
  for (basis, band) in bands {
    for place in band.x.indices {
      table.append(
        .text(basis.rawValue), .integer(Int(band.x[place])), "median", "", .number(band.median[place]),
        .number(band.lower[place]), .number(band.upper[place]))
    }
  }
  return table
}
