import LabKit
import NumericCore
import OptimizersQuestions
import Plotting

/// How fast momentum converges along one axis, for every pair of momentum and scaled learning rate.
let momentumPhase = Experiment<Setting>(
  "momentum-phase", "Momentum's convergence rate by momentum and learning rate, with its four regions."
) { setting in
  let phase = MomentumPhase(cells: setting.at(quick: 40, lecture: 80), steps: setting.at(quick: 100, lecture: 200))
  let map = try phase.map(by: setting.runner)
  let caption =
    "Colour: measured factor by which w shrinks a step, over \(phase.steps) steps on f(w) = 1/2 \\lambda w^2; white "
    + "diverges. Lines: (1 - \\sqrt{}a)^2, (1 + \\sqrt{}a)^2 and 2(1 + a). "
    + setting.at(quick: "Quick scale: coarse grid.", lecture: "")
  return drawing(
    momentumPhaseFigure(map, caption: caption), gaps: map.gap.map { [$0] } ?? [], table: momentumPhaseTable(map))
}

/// The experiment's grid: momentum from 0 to 1, learning rate times eigenvalue from 0 to 4.
struct MomentumPhase {
  var cells: Int
  var steps: Int

  /// The middles of the cells.
  var momenta: [Double] { (0..<cells).map { (Double($0) + 0.5) / Double(cells) } }
  var scaledRates: [Double] { (0..<cells).map { 4 * (Double($0) + 0.5) / Double(cells) } }

  /// One measured rate a cell.
  struct Map {
    var momenta: [Double]
    var scaledRates: [Double]
    /// Rows of equal scaled rate, from the lowest; none where momentum is missing.
    var rates: [[Double]] = []
    var gap: Gap?
  }

  /// Runs momentum once a cell, row by row.
  func map(by runner: any TrajectoryRunner) throws -> Map {
    var map = Map(momenta: momenta, scaledRates: scaledRates)
    for scaledRate in scaledRates {
      let runs = try runner.runs(row(scaledRate))
      guard runs.gaps.isEmpty else {
        map.rates = []
        map.gap = runs.gaps.first
        return map
      }
      map.rates.append(runs.finished.map { measuredRate($0.trajectory) })
    }
    return map
  }

  private func row(_ scaledRate: Double) -> [RunRequest] {
    let bowl = Bowl(eigenvalues: [1], axes: [[1]], minimum: [0])
    return momenta.map { momentum in
      RunRequest(
        .momentum, settings: OptimizerSettings(learningRate: scaledRate, momentum: momentum), on: .quadratic(bowl),
        from: [1], steps: steps)
    }
  }
}

/// The regions of heavy-ball momentum on one axis.
///
/// Source: "Why momentum really works" (Goh, Distill, 2017); the roots of z² - (1 + a - ηλ) z + a.
enum MomentumRegion: String, CaseIterable {
  case monotone
  case oscillating
  case alternating
  case diverging

  /// The region of momentum a and learning rate times eigenvalue.
  init(momentum a: Double, scaledRate: Double) {
    switch scaledRate {
    case ...pow(1 - a.squareRoot(), 2): self = .monotone
    case ..<pow(1 + a.squareRoot(), 2): self = .oscillating
    case ..<(2 * (1 + a)): self = .alternating
    default: self = .diverging
    }
  }
}

/// The larger root's size of z² - (1 + a - ηλ) z + a: the factor a step, after many.
func theoreticalRate(momentum a: Double, scaledRate: Double) -> Double {
  let middle = (1 + a - scaledRate) / 2
  let discriminant = middle * middle - a
  return discriminant < 0 ? a.squareRoot() : abs(middle) + discriminant.squareRoot()
}

/// The factor a step between the second and the last quarter of a run, from the largest |w| in each, so that crossings
/// of zero hardly matter; 0 for a run that arrived.
func measuredRate(_ trajectory: Trajectory) -> Double {
  guard trajectory.end != .diverged else { return .infinity }
  let sizes = trajectory.weights.map { abs($0[0]) }
  let quarter = sizes.count / 4
  guard quarter > 0, let first = sizes[quarter..<(2 * quarter)].max(), let last = sizes.suffix(quarter).max(),
    first > 1e-290, last > 1e-290
  else { return 0 }
  return pow(last / first, 1 / Double(sizes.count - 2 * quarter))
}

/// A row a cell.
func momentumPhaseTable(_ map: MomentumPhase.Map) -> Table {
  var table = Table("momentum", "scaled learning rate", "measured rate", "theoretical rate", "region")
  for (scaledRate, row) in zip(map.scaledRates, map.rates) {
    for (a, rate) in zip(map.momenta, row) {
      table.append(
        .number(a), .number(scaledRate), .number(rate), .number(theoreticalRate(momentum: a, scaledRate: scaledRate)),
        .text(MomentumRegion(momentum: a, scaledRate: scaledRate).rawValue))
    }
  }
  return table
}

/// The map with the borders that theory draws.
func momentumPhaseFigure(_ map: MomentumPhase.Map, caption: String) -> Figure {
  let rows = map.rates.map { row in row.map { $0 <= 1 ? $0 : .nan } }
  let momenta = Vector<Double>.linearSpace(0, 1, count: 201)
  let root = sqrt(momenta)
  let chart = Chart {
    if !rows.isEmpty { RectangleMark(x: 0...1, y: 0...4, values: rows, map: .viridis, domain: 0...1) }
    for border in [square(1 - root), square(1 + root), 2 * (1 + momenta)] {
      LineMark(x: Array(momenta), y: Array(border)).foregroundStyle(.black).lineStyle(halo: true)
    }
    TextMark(x: 0.02, y: 0.25, "monotone", anchor: .left)
    TextMark(x: 0.7, y: 1.5, "oscillating")
    TextMark(x: 0.04, y: 2.8, "alternating in sign", anchor: .left)
    ArrowMark(x: 0.09, y: 2.65, dx: -0.03, dy: -0.75).foregroundStyle(.black)
    TextMark(x: 0.3, y: 3.4, "diverging")
  }
  .xAxis("momentum a", domain: 0...1).yAxis("learning rate \\times eigenvalue, \\eta\\lambda", domain: 0...4)
  .caption(caption).colorBar("factor a step")
  return Figure(chart)
}
