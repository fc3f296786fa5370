import LabKit
import NumericCore
import OptimizersQuestions
import Plotting

/// The loss of the runs of `trajectories`, by step.
let loss = Experiment<Setting>("loss", "The loss of every optimizer by step, on the quadratic of trajectories.") {
  setting in
  let runs = try setting.runner.runs(quadraticRequests(setting))
  let caption =
    "The runs of the trajectories figure: condition number \(short(setting.conditionNumber)), "
    + "axes turned by \(short(setting.rotation)) degrees."
  return drawing(lossFigure(runs, caption: caption), gaps: runs.gaps, table: lossTable(runs))
}

/// The loss at every step.
func lossTable(_ runs: Runs) -> Table {
  var table = Table("optimizer", "step", "loss")
  for (request, trajectory) in runs.finished {
    for (step, loss) in losses(of: trajectory, on: request.problem).enumerated() {
      table.append(.text(request.optimizer.rawValue), .integer(step), .number(loss))
    }
  }
  return table
}

/// The families side by side on one logarithmic scale.
func lossFigure(_ runs: Runs, caption: String) -> Figure {
  return Figure(caption: caption, columns: min(Family.having(runs.names).count, 2), sharedX: true, sharedY: true) {
    for family in Family.having(runs.names) {
      Chart(family.title) {
        for (request, trajectory) in runs.finished where family.members.contains(request.optimizer) {
          LineMark(y: losses(of: trajectory, on: request.problem)).foregroundStyle(by: request.optimizer.title)
        }
      }
      .xAxis("step").yAxis("loss", scale: .log)
    }
  }
}

/// f at every step of a run; a gap where it is no finite number.
func losses(of trajectory: Trajectory, on problem: Problem) -> [Double] {
  trajectory.weights.map { w in
    let loss = problem.value(at: w)
    return loss.isFinite ? loss : .nan
  }
}
