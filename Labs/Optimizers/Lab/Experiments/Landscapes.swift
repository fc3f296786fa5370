import LabKit
import NumericCore
import OptimizersQuestions
import Plotting

/// Every method on three functions that are no bowls.
let landscapes = Experiment<Setting>(
  "landscapes", "Every optimizer on Beale's and Rosenbrock's functions and a saddle."
) {
  setting in
  var runs: [Landscape: Runs] = [:]
  for landscape in Landscape.allCases {
    runs[landscape] = try landscape.runs(setting)
  }
  let gaps = runs[.beale]?.gaps ?? []
  let rates =
    setting.learningRate.map { "Learning rate \(short($0)). " }
    ?? "Beale, Rosenbrock: of the runs that stay in the picture, the one with the lowest last loss; saddle: rate "
    + "0.05, Adadelta 1. "
  return drawing(
    landscapesFigure(
      runs,
      caption: rates + "Dot: start; cross: minimum or saddle point. "
        + setting.at(quick: "Quick scale: few rates tried.", lecture: "")),
    gaps: gaps, table: landscapesTable(runs), size: (1200, 1000))
}

/// A function with its lecture's start and window.
enum Landscape: String, CaseIterable {
  case beale
  case rosenbrock
  case saddle

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  var problem: Problem {
    switch self {
    case .beale: .beale
    case .rosenbrock: .rosenbrock
    case .saddle: .saddle
    }
  }

  var start: Vector<Double> {
    switch self {
    case .beale: [1, 1.5]
    case .rosenbrock: [-1.2, 1]
    case .saddle: [-1.5, 0.01]
    }
  }

  /// The minimum, or the saddle's point of rest.
  var restingPoint: Vector<Double> {
    switch self {
    case .beale: [3, 0.5]
    case .rosenbrock: [1, 1]
    case .saddle: [0, 0]
    }
  }

  var window: Window {
    switch self {
    case .beale: Window(x: 0...4.2, y: -1.2...2)
    case .rosenbrock: Window(x: -1.7...1.7, y: -0.7...2)
    case .saddle: Window(x: -2...1, y: -0.5...1.8)
    }
  }

  var levels: [Double] {
    switch self {
    case .beale: (0..<11).map { 0.01 * pow(2.5, Double($0)) }
    case .rosenbrock: (0..<10).map { 0.1 * pow(2.5, Double($0)) }
    case .saddle: (0..<15).map { -1.5 + 0.25 * Double($0) }
    }
  }

  static let steps = 200

  /// Each method's best run of those tried.
  func runs(_ setting: Setting) throws -> Runs {
    let tried = try setting.runner.runs(requests(setting))
    var best = Runs(gaps: tried.gaps)
    for name in setting.optimizers {
      let runs = tried.of(name)
      let shown = runs.filter { $0.trajectory.weights.allSatisfy(window.contains) }
      let choice = shown.isEmpty ? runs : shown
      guard var lowest = choice.first else { continue }
      for run in choice.dropFirst() where lastLoss(run) < lastLoss(lowest) { lowest = run }
      best.finished.append(lowest)
    }
    return best
  }

  private func requests(_ setting: Setting) -> [RunRequest] {
    setting.optimizers.flatMap { name in
      rates(name, setting).map { rate in
        RunRequest(
          name, settings: name.quadraticSettings.with(learningRate: rate), on: problem, from: start,
          steps: Self.steps, target: self == .saddle ? -1.6 : nil)
      }
    }
  }

  private func rates(_ name: OptimizerName, _ setting: Setting) -> [Double] {
    if let rate = setting.learningRate { return [rate] }
    if self == .saddle { return [name == .adadelta ? 1 : 0.05] }
    return logarithmicSteps(1e-4...10, perDecade: setting.at(quick: 4, lecture: 12))
  }

  private func lastLoss(_ run: (request: RunRequest, trajectory: Trajectory)) -> Double {
    let loss = run.trajectory.weights.last.map { problem.value(at: $0) } ?? .infinity
    return loss.isFinite && run.trajectory.end != .diverged ? loss : .infinity
  }
}

/// Every step of every method that is shown.
func landscapesTable(_ runs: [Landscape: Runs]) -> Table {
  var table = Table("function", "optimizer", "learning rate", "step", "w1", "w2", "loss")
  for landscape in Landscape.allCases {
    for (request, trajectory) in runs[landscape]?.finished ?? [] {
      for (step, w) in trajectory.weights.enumerated() {
        table.append(
          .text(landscape.rawValue), .text(request.optimizer.rawValue), .number(request.settings.learningRate),
          .integer(step), .number(w[0]), .number(w[1]), .number(landscape.problem.value(at: w)))
      }
    }
  }
  return table
}

/// A column a function, a row a family.
func landscapesFigure(_ runs: [Landscape: Runs], caption: String) -> Figure {
  let names = Landscape.allCases.flatMap { runs[$0]?.names ?? [] }
  return Figure(caption: Family.rows(names) + caption, columns: 3) {
    for family in Family.having(names) {
      for landscape in Landscape.allCases {
        Chart(family == Family.having(names).first ? landscape.title : nil) {
          ContourMark(
            landscape.window.grid { landscape.problem.value(at: [$0, $1]) }, levels: landscape.levels, filled: true)
          for (request, trajectory) in runs[landscape]?.finished ?? []
          where family.members.contains(request.optimizer) {
            path(trajectory).foregroundStyle(by: request.optimizer.title)
          }
          PointMark(x: landscape.start[0], y: landscape.start[1]).foregroundStyle(.black).symbol(.circle)
          PointMark(x: landscape.restingPoint[0], y: landscape.restingPoint[1]).foregroundStyle(.black)
            .symbol(.cross)
        }
        .xAxis("w_1", domain: landscape.window.x).yAxis("w_2", domain: landscape.window.y)
      }
    }
  }
  .legend(.below)
}
