import AnswerChecks
import LabKit
import NumericCore
import OptimizersQuestions
import Plotting

/// Gradient descent at its best fixed rate on two bowls: one nearly round, one narrow.
let conditioning = Experiment<Setting>(
  "conditioning", "Gradient descent on a well- and an ill-conditioned quadratic."
) { setting in
  let cases = [ConditioningCase.round, .narrow]
  let runs = try setting.runner.runs(cases.map { $0.request(learningRate: setting.learningRate) })
  let caption =
    "Both start at (\(short(ConditioningCase.start[0])), \(short(ConditioningCase.start[1]))) and end at a loss of "
    + "10^{-6} of the first. "
    + (setting.learningRate.map { "Learning rate \(short($0))." }
      ?? "Each has its best fixed rate.")
  return drawing(
    conditioningFigure(cases, runs, caption: caption), gaps: runs.gaps, table: conditioningTable(cases, runs),
    results: ["conditioning.steps": .list(runs.finished.map { .number(Double($0.trajectory.steps)) })],
    others: [
      SeriesStyle(name: cases[0].title, color: .blue, dash: .solid),
      SeriesStyle(name: cases[1].title, color: .vermillion, dash: .solid),
    ])
}

/// A bowl with curvature 1 along w₁ and its condition number along w₂.
struct ConditioningCase: Sendable {
  static let start: Vector<Double> = [-4, 1.5]
  // The rates are recorded numbers: how to find them is an exercise.
  static let round = ConditioningCase(conditionNumber: 2, bestRate: 0.6666666666666666)
  static let narrow = ConditioningCase(conditionNumber: 30, bestRate: 0.06451612903225806)

  var conditionNumber: Double
  var bestRate: Double

  var bowl: Bowl { Bowl(eigenvalues: [1, conditionNumber], rotatedBy: 0) }
  var title: String { "\\kappa = \(short(conditionNumber))" }
  var target: Double { 1e-6 * Problem.quadratic(bowl).value(at: Self.start) }

  /// Gradient descent until the loss is a millionth of the first.
  func request(learningRate: Double?) -> RunRequest {
    RunRequest(
      .gradientDescent, settings: OptimizerSettings(learningRate: learningRate ?? bestRate),
      on: .quadratic(bowl), from: Self.start, steps: 1000, target: target)
  }
}

/// Every step of both runs.
func conditioningTable(_ cases: [ConditioningCase], _ runs: Runs) -> Table {
  var table = Table("condition number", "learning rate", "step", "w1", "w2", "loss")
  for (one, run) in zip(cases, runs.finished) {
    for (step, w) in run.trajectory.weights.enumerated() {
      table.append(
        .number(one.conditionNumber), .number(run.request.settings.learningRate), .integer(step), .number(w[0]),
        .number(w[1]), .number(run.request.problem.value(at: w)))
    }
  }
  return table
}

/// Both paths, and both losses in one chart.
func conditioningFigure(_ cases: [ConditioningCase], _ runs: Runs, caption: String) -> Figure {
  let window = Window(x: -4.6...1.6, y: -2.2...2.2)
  let finished = Array(zip(cases, runs.finished))
  return Figure(caption: caption, columns: 2) {
    for (place, one) in cases.enumerated() {
      Chart(one.title + (place < finished.count ? ", \(finished[place].1.trajectory.steps) steps" : "")) {
        let problem = Problem.quadratic(one.bowl)
        let top = problem.value(at: ConditioningCase.start)
        ContourMark(
          window.grid { problem.value(at: [$0, $1]) }, levels: (0..<8).map { top * pow(3.0, 1 - Double($0)) },
          filled: true)
        if place < finished.count {
          path(finished[place].1.trajectory).foregroundStyle(by: one.title).symbol(.circle, size: 0.5)
        }
        PointMark(x: 0, y: 0).foregroundStyle(.black).symbol(.cross)
      }
      .xAxis("w_1", domain: window.x).yAxis("w_2", domain: window.y).legend(.hidden)
    }
    Chart("Loss by step") {
      for (one, run) in finished {
        LineMark(y: losses(of: run.trajectory, on: run.request.problem)).foregroundStyle(by: one.title)
      }
    }
    .xAxis("step").yAxis("loss", scale: .log)
  }
}
