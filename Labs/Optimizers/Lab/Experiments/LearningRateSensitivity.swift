import AnswerChecks
import LabKit
import NumericCore
import OptimizersQuestions
import Plotting

/// What each method makes of learning rates over six decades.
let learningRateSensitivity = Experiment<Setting>(
  "learning-rate-sensitivity", "The loss after a fixed number of steps by learning rate, divergence shown as such."
) { setting in
  let rates = logarithmicSteps(1e-4...1e2, perDecade: setting.at(quick: 5, lecture: 10))
  let requests = setting.optimizers.flatMap { name in
    rates.map { rate in
      RunRequest(
        name, settings: name.quadraticSettings.with(learningRate: rate), on: .quadratic(setting.bowl),
        from: setting.start, steps: Setting.Defaults.steps, keepsAll: false)
    }
  }
  let runs = try setting.runner.runs(requests)
  let caption =
    "Loss after \(Setting.Defaults.steps) steps over the first, on the quadratic of trajectories (condition number "
    + "\(short(setting.conditionNumber))). Crosses: the loss grew more than 10^6 times. "
    + setting.at(quick: "Quick scale: 5 rates a decade.", lecture: "")
  return drawing(
    sensitivityFigure(runs, caption: caption), gaps: runs.gaps, table: sensitivityTable(runs),
    results: ["learning-rate-sensitivity.stability": .record(largestStable(runs))])
}

/// Where a ratio of losses counts as divergence.
let divergence = 1e6

/// The last loss over the first; infinite where the run diverged.
func lossRatio(_ run: (request: RunRequest, trajectory: Trajectory)) -> Double {
  guard run.trajectory.end != .diverged, let last = run.trajectory.weights.last else { return .infinity }
  let ratio = run.request.problem.value(at: last) / run.request.problem.value(at: run.request.start)
  return ratio.isFinite && ratio <= divergence ? ratio : .infinity
}

/// The largest rate that was tried without divergence, by method.
private func largestStable(_ runs: Runs) -> [String: Value] {
  OptimizerName.allCases.reduce(into: [:]) { largest, name in
    let stable = runs.of(name).filter { lossRatio($0).isFinite }.map(\.request.settings.learningRate)
    if let rate = stable.max() { largest[name.rawValue] = .number(rate) }
  }
}

/// A row a run.
func sensitivityTable(_ runs: Runs) -> Table {
  var table = Table("optimizer", "learning rate", "loss ratio", "diverged")
  for run in runs.finished {
    let ratio = lossRatio(run)
    table.append(
      .text(run.request.optimizer.rawValue), .number(run.request.settings.learningRate),
      ratio.isFinite ? .number(ratio) : .text(""), .text(ratio.isFinite ? "no" : "yes"))
  }
  return table
}

/// The families; rates that diverge have a cross on the upper edge, a row a method.
func sensitivityFigure(_ runs: Runs, caption: String) -> Figure {
  return Figure(caption: caption, columns: min(Family.having(runs.names).count, 2), sharedX: true, sharedY: true) {
    for family in Family.having(runs.names) {
      Chart(family.title) {
        RuleMark(y: 1)
        RuleMark(y: divergence).foregroundStyle(.gray).lineStyle(width: 0.4, dash: .solid)
        for (place, name) in family.members.enumerated() where !runs.of(name).isEmpty {
          let ratios = runs.of(name).map(lossRatio)
          let rates = runs.of(name).map(\.request.settings.learningRate)
          let diverged = zip(rates, ratios).filter { !$1.isFinite }.map(\.0)
          LineMark(x: rates, y: ratios.map { $0.isFinite ? max($0, 1e-18) : .nan }).foregroundStyle(by: name.title)
          PointMark(x: diverged, y: diverged.map { _ in divergence * pow(10, 0.6 + 1.2 * Double(place)) })
            .foregroundStyle(style(of: name.title).color).symbol(.cross, size: 0.7)
        }
      }
      .xAxis("learning rate \\eta", scale: .log, domain: 1e-4...1.5e2)
      .yAxis(
        "loss / first loss", scale: .log, domain: 1e-12...1e11,
        ticks: .labelled(
          [1e-12, 1e-8, 1e-4, 1, 1e4, 1e8], ["10^{-12}", "10^{-8}", "10^{-4}", "1", "10^4", "diverged"]))
    }
  }
}
