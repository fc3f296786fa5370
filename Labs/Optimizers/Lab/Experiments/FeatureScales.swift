import AnswerChecks
import LabKit
import NumericCore
import OptimizersQuestions
import Plotting

/// A real ill-conditioned problem, and what scaling its features does to it.
let featureScales = Experiment<Setting>(
  "feature-scales", "Logistic regression on raw, standardized and whitened features: condition numbers and losses.",
  restsOn: [.answers, .data]
) { setting in
  let experiment = FeatureScales(
    steps: setting.at(quick: 100, lecture: 200), ratesPerDecade: setting.at(quick: 1, lecture: 3))
  let results = try experiment.results(setting)
  let caption =
    "Logistic regression with penalty 1/2 \\times 10^{-4} |w|^2; \(setting.samples.description). "
    + "\\kappa: the Hessian's condition number at the start and at the minimum. Each optimizer at the rate of the "
    + "lowest last loss. " + setting.at(quick: "Quick scale: \(experiment.steps) steps, few rates tried.", lecture: "")
  return drawing(
    featureScalesFigure(results, caption: caption), gaps: results.gaps, table: featureScalesTable(results),
    results: ["feature-scales": .record(results.manifest)], size: (1200, 1000))
}

/// The experiment's sizes.
struct FeatureScales {
  var steps: Int
  var ratesPerDecade: Double

  struct Results {
    var problems: [ScaledProblem] = []
    /// By problem: the best run of each method.
    var runs: [[(request: RunRequest, trajectory: Trajectory)]] = []
    var gaps: [Gap] = []
  }

  /// Every method on every scaling, at its best rate.
  func results(_ setting: Setting) throws -> Results {
    var results = Results()
    for scaling in FeatureScaling.allCases {
      let problem = try ScaledProblem(setting.samples, scaling)
      results.problems.append(problem)
      let names = setting.optimizers.filter { name in !results.gaps.contains { $0.optimizer == name } }
      let runs = try setting.runner.runs(names.flatMap { requests($0, problem) })
      results.gaps += runs.gaps
      results.runs.append(names.compactMap { best(runs.of($0), on: problem) })
    }
    for gap in results.gaps {
      results.runs = results.runs.map { $0.filter { $0.request.optimizer != gap.optimizer } }
    }
    return results
  }

  private func requests(_ name: OptimizerName, _ problem: ScaledProblem) -> [RunRequest] {
    rates(name, problem).map { rate in
      RunRequest(
        name, settings: name.quadraticSettings.with(learningRate: rate), on: problem.problem, from: problem.start,
        steps: steps)
    }
  }

  /// Multiples of one over the steepest curvature for methods with one rate; for the others the rate is about the size
  /// of a step.
  private func rates(_ name: OptimizerName, _ problem: ScaledProblem) -> [Double] {
    switch name {
    case .gradientDescent, .momentum, .nesterov: [0.05, 0.2, 0.5, 1, 1.9].map { $0 / problem.steepest }
    case .coupledMomentum: [0.5, 2, 5, 10, 19].map { $0 / problem.steepest }
    case .adadelta: logarithmicSteps(1e-2...1e2, perDecade: ratesPerDecade)
    default: logarithmicSteps(1e-5...1, perDecade: ratesPerDecade)
    }
  }

  private func best(_ runs: [(request: RunRequest, trajectory: Trajectory)], on problem: ScaledProblem)
    -> (request: RunRequest, trajectory: Trajectory)?
  {
    func lastLoss(_ trajectory: Trajectory) -> Double {
      let loss = trajectory.weights.last.map { problem.problem.value(at: $0) } ?? .infinity
      return loss.isFinite ? loss : .infinity
    }
    return runs.min { lastLoss($0.trajectory) < lastLoss($1.trajectory) }
  }
}

extension FeatureScales.Results {
  /// How many steps the runs have.
  var steps: Int { runs.joined().map(\.request.steps).max() ?? 1 }

  /// The condition numbers and the smallest losses, by scaling.
  var manifest: [String: Value] {
    problems.reduce(into: [:]) { named, problem in
      named[problem.scaling.rawValue] = .record([
        "conditionAtStart": .number(problem.conditionAtStart),
        "conditionAtMinimum": .number(problem.conditionAtMinimum),
        "conditionAtStartWithoutPenalty": .number(problem.conditionWithoutPenalty),
        "smallestLoss": .number(problem.smallestLoss),
      ])
    }
  }

  /// The loss at every step of a run, and how far it lies above the smallest.
  func losses(_ run: (request: RunRequest, trajectory: Trajectory), _ problem: ScaledProblem) -> [(Double, Double)] {
    run.trajectory.weights.map { w in
      let loss = problem.problem.value(at: w)
      return (loss, loss - problem.smallestLoss)
    }
  }
}

/// A row a scaling, method and step.
func featureScalesTable(_ results: FeatureScales.Results) -> Table {
  var table = Table("scaling", "optimizer", "learning rate", "step", "loss", "above smallest")
  for (problem, runs) in zip(results.problems, results.runs) {
    for run in runs {
      for (step, (loss, above)) in results.losses(run, problem).enumerated() {
        table.append(
          .text(problem.scaling.rawValue), .text(run.request.optimizer.rawValue),
          .number(run.request.settings.learningRate), .integer(step), .number(loss), .number(above))
      }
    }
  }
  return table
}

/// A column a scaling, a row a family.
func featureScalesFigure(_ results: FeatureScales.Results, caption: String) -> Figure {
  let names = (results.runs.first?.map(\.request.optimizer) ?? []) + results.gaps.map(\.optimizer)
  return Figure(caption: Family.rows(names) + caption, columns: 3, sharedX: true, sharedY: true) {
    for family in Family.having(names) {
      for (problem, runs) in zip(results.problems, results.runs) {
        let isTop = family == Family.having(names).first
        Chart(isTop ? problem.scaling.title : nil) {
          if isTop { TextMark(x: Double(results.steps), y: 60, conditions(problem), anchor: .topRight) }
          for run in runs where family.members.contains(run.request.optimizer) {
            LineMark(y: results.losses(run, problem).map { $0.1 > 0 ? $0.1 : .nan })
              .foregroundStyle(by: run.request.optimizer.title)
          }
        }
        .xAxis("step").yAxis("loss above the smallest", scale: .log, domain: 1e-6...100)
      }
    }
  }
  .legend(.below)
}

/// As a chart writes it: the condition number at the start and at the minimum.
private func conditions(_ problem: ScaledProblem) -> String {
  let (start, minimum) = (shortPower(problem.conditionAtStart), shortPower(problem.conditionAtMinimum))
  return "\\kappa: \(start) \\rightarrow \(minimum)"
}

/// A condition number in two digits.
private func shortPower(_ number: Double) -> String {
  guard number >= 1e3 else { return short(number.rounded()) }
  let exponent = Int((log(number) / log(10.0)).rounded(.down))
  return "\(short((number / pow(10.0, Double(exponent)) * 10).rounded() / 10))\\cdot{}10^{\(exponent)}"
}
