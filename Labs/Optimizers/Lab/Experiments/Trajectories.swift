import AnswerChecks
import LabKit
import NumericCore
import OptimizersQuestions
import Plotting

/// The path of every method over the level sets of one bowl.
let trajectories = Experiment<Setting>(
  "trajectories", "The path of every optimizer on an ill-conditioned quadratic that is turned off the axes."
) { setting in
  let runs = try setting.runner.runs(quadraticRequests(setting))
  return drawing(
    trajectoriesFigure(runs, on: setting.bowl, caption: trajectoriesCaption(setting)), gaps: runs.gaps,
    table: trajectoriesTable(runs, on: setting.bowl), results: quadraticResults(setting))
}

/// One run a method from the setting's start, with the lecture's settings.
func quadraticRequests(_ setting: Setting) -> [RunRequest] {
  setting.optimizers.map { name in
    RunRequest(
      name, settings: setting.settings(of: name, for: \.quadraticSettings), on: .quadratic(setting.bowl),
      from: setting.start, steps: setting.steps ?? Setting.Defaults.steps)
  }
}

/// All that another program needs to repeat the runs.
func quadraticResults(_ setting: Setting) -> [String: Value] {
  let requests = quadraticRequests(setting)
  let hyperparameters = requests.map {
    ($0.optimizer.rawValue, Value.record($0.optimizer.hyperparameters($0.settings)))
  }
  let bowl = setting.bowl
  return [
    "hyperparameters": .record(Dictionary(uniqueKeysWithValues: hyperparameters)),
    "hessian": .list((0..<2).map { .list(bowl.hessian.row($0).map(Value.number)) }),
    "b": .list(bowl.linearTerm.map(Value.number)),
    "start": .list(setting.start.map(Value.number)),
    "rotation": .number(setting.rotation),
    "conditionNumber": .number(setting.conditionNumber),
    "steps": .number(Double(requests.first?.steps ?? 0)),
  ]
}

/// Every step from 0, with the weights and the loss.
func trajectoriesTable(_ runs: Runs, on bowl: Bowl) -> Table {
  let problem = Problem.quadratic(bowl)
  var table = Table("optimizer", "step", "w1", "w2", "loss")
  for (request, trajectory) in runs.finished {
    for (step, w) in trajectory.weights.enumerated() {
      table.append(
        .text(request.optimizer.rawValue), .integer(step), .number(w[0]), .number(w[1]),
        .number(problem.value(at: w)))
    }
  }
  return table
}

private func trajectoriesCaption(_ setting: Setting) -> String {
  let requests = quadraticRequests(setting)
  return "Condition number \(short(setting.conditionNumber)), axes turned by \(short(setting.rotation)) degrees; "
    + "\(requests.first?.steps ?? 0) steps from (\(short(setting.start[0])), \(short(setting.start[1]))). "
    + "Dot: start; cross: minimum; symbols: where each run ends. The manifest holds each method's settings."
}

/// The families over the same level sets, one chart each.
func trajectoriesFigure(_ runs: Runs, on bowl: Bowl, caption: String) -> Figure {
  let start = runs.finished.first?.request.start ?? Setting.Defaults.start
  let window = Window(around: runs.finished.map(\.trajectory), of: bowl, start: start)
  let levels = (0..<9).map { Problem.quadratic(bowl).value(at: start) * pow(4.0, 1 - Double($0)) }
  let grid = window.grid { Problem.quadratic(bowl).value(at: [$0, $1]) }
  return Figure(caption: caption, columns: min(Family.having(runs.names).count, 2), sharedX: true, sharedY: true) {
    for family in Family.having(runs.names) {
      Chart(family.title) {
        ContourMark(grid, levels: levels, filled: true, lines: true, map: .pale)
        for (request, trajectory) in runs.finished where family.members.contains(request.optimizer) {
          path(trajectory).foregroundStyle(by: request.optimizer.title)
          end(trajectory).foregroundStyle(by: request.optimizer.title)
        }
        PointMark(x: start[0], y: start[1]).foregroundStyle(.black).symbol(.circle)
        PointMark(x: bowl.minimum[0], y: bowl.minimum[1]).foregroundStyle(.black).symbol(.cross)
      }
      .xAxis("w_1", domain: window.x).yAxis("w_2", domain: window.y)
    }
  }
}

/// A run's path in the plane.
func path(_ trajectory: Trajectory) -> LineMark {
  LineMark(x: trajectory.weights.map { $0[0] }, y: trajectory.weights.map { $0[1] })
}

/// Where a run ended.
func end(_ trajectory: Trajectory) -> PointMark {
  PointMark(x: trajectory.weights.suffix(1).map { $0[0] }, y: trajectory.weights.suffix(1).map { $0[1] })
}

/// The part of the plane that a figure shows.
struct Window: Equatable {
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>

  /// A window that is given.
  init(x: ClosedRange<Double>, y: ClosedRange<Double>) { (self.x, self.y) = (x, y) }

  /// A window with the start and the minimum that shows as much of the runs as fits within three times their distance.
  init(around runs: [Trajectory], of bowl: Bowl, start: Vector<Double>) {
    let points = runs.flatMap(\.weights) + [start, bowl.minimum]
    func range(_ place: Int) -> ClosedRange<Double> {
      let center = bowl.minimum[place]
      let reach = max(abs(start[place] - center), (start - bowl.minimum).norm / 2, 1e-3)
      let values = points.map { $0[place] }.filter { $0.isFinite && abs($0 - center) <= 1.5 * reach } + [center]
      let (low, high) = (values.min() ?? center, values.max() ?? center)
      return (low - 0.15 * reach)...(high + 0.15 * reach)
    }
    (x, y) = (range(0), range(1))
  }

  /// Whether a point lies in the window.
  func contains(_ w: Vector<Double>) -> Bool { x.contains(w[0]) && y.contains(w[1]) }

  /// A function over the window, sampled finely enough for smooth level sets.
  func grid(_ function: (Double, Double) -> Double) -> Grid {
    Grid(x: x, y: y, columns: 240, rows: 240, function: function)
  }
}
