import AnswerChecks
import LabKit
import NumericCore
import OptimizersQuestions
import Plotting

/// How many steps a method needs on narrower and narrower bowls, each at its best settings.
let stepsByConditionNumber = Experiment<Setting>(
  "steps-by-condition-number", "Steps to a millionth of the loss by condition number, each method at its best settings."
) { setting in
  var experiment = StepsByConditionNumber(rotation: setting.rotation)
  if setting.scale == .quick { experiment.shorten() }
  let results = try experiment.results(setting.optimizers, by: setting.runner)
  let caption =
    "Steps until the loss first is 10^{-6} of the start's; a curve ends where \(experiment.cap) steps are not enough. "
    + "Gradient descent, momentum and Nesterov at the settings that formulas give, the others at the best of a search. "
    + setting.at(quick: "Quick scale: few points, coarse search.", lecture: "")
  return drawing(
    stepsFigure(results, caption: caption), gaps: results.gaps, table: stepsTable(results),
    results: ["steps-by-condition-number.slopes": .record(results.slopes.mapValues(Value.number))],
    others: [SeriesStyle(name: momentum09, color: .orange, dash: .dotted, symbol: .ring)])
}

private let momentum09 = "Momentum, a = 0.9"

/// The experiment's sizes.
struct StepsByConditionNumber {
  var conditionNumbers = [3] + logarithmicSteps(pow(10, 0.75)...1e4, perDecade: 4)
  var rotation: Double
  var cap = 100_000
  var search = SettingsSearch()

  /// The short form.
  mutating func shorten() {
    conditionNumbers = [3, 10, 30, 100, 300, 1000, 3000, 10_000]
    cap = 50_000
    search = SettingsSearch(perDecade: 2, refinements: 1)
  }

  struct Curve {
    var title: String
    var optimizer: OptimizerName
    /// One a condition number; nothing where the cap was not enough.
    var finishes: [Finish?]
  }

  struct Results {
    var conditionNumbers: [Double]
    var curves: [Curve] = []
    var gaps: [Gap] = []
  }

  /// A curve a method, and one more for momentum that is left at 0.9.
  func results(_ names: [OptimizerName], by runner: any TrajectoryRunner) throws -> Results {
    var results = Results(conditionNumbers: conditionNumbers)
    for (name, finishes) in zip(names, try names.sideBySide { try finishes($0, by: runner) }) {
      switch finishes {
      case .failure(let gap): results.gaps.append(gap)
      case .success(let finishes):
        results.curves.append(Curve(title: name.title, optimizer: name, finishes: finishes))
        guard name == .momentum else { continue }
        if case .success(let fixed) = try fixedMomentum(by: runner) {
          results.curves.append(Curve(title: momentum09, optimizer: name, finishes: fixed))
        }
      }
    }
    return results
  }

  private func finishes(_ name: OptimizerName, by runner: any TrajectoryRunner) throws -> Result<[Finish?], Gap> {
    try each { race, conditionNumber in
      guard let settings = name.knownSettings(conditionNumber: conditionNumber) else {
        return try search.fewestSteps(name, in: race, memories: name.memories, by: runner)
      }
      return try runner.run([race.request(name, settings)])[0].map { run in
        run.end == .reachedTarget ? Finish(settings: settings, steps: run.steps) : nil
      }
    }
  }

  private func fixedMomentum(by runner: any TrajectoryRunner) throws -> Result<[Finish?], Gap> {
    try each { race, _ in
      try search.fewestSteps(.momentum, in: race, memories: OptimizerName.momentum.memories, by: runner)
    }
  }

  private func each(_ race: (Race, Double) throws -> Result<Finish?, Gap>) throws -> Result<[Finish?], Gap> {
    var finishes: [Finish?] = []
    for conditionNumber in conditionNumbers {
      let one = Race(conditionNumber: conditionNumber, rotatedBy: rotation, reduction: 1e-6, cap: cap)
      switch try race(one, conditionNumber) {
      case .failure(let gap): return .failure(gap)
      case .success(let finish): finishes.append(finish)
      }
    }
    return .success(finishes)
  }
}

extension StepsByConditionNumber.Results {
  /// The slope of log steps over log condition number from 30 on, by method.
  var slopes: [String: Double] {
    curves.reduce(into: [:]) { slopes, curve in
      let points = zip(conditionNumbers, curve.finishes).compactMap { condition, finish in
        finish.map { (log(condition), log(Double($0.steps))) }
      }.filter { $0.0 >= log(30) }
      guard curve.title == curve.optimizer.title, points.count > 1 else { return }
      slopes[curve.optimizer.rawValue] = slope(of: points)
    }
  }
}

/// The slope of the least-squares line.
func slope(of points: [(x: Double, y: Double)]) -> Double {
  let (x, y) = (Vector(points.map(\.x)), Vector(points.map(\.y)))
  let centered = x - x.mean()
  return centered.dot(y) / centered.dot(centered)
}

/// The steps with the settings that needed them.
func stepsTable(_ results: StepsByConditionNumber.Results) -> Table {
  var table = Table(
    "curve", "condition number", "steps", "learning rate", "momentum", "rho", "beta1", "beta2", "epsilon")
  for curve in results.curves {
    for (conditionNumber, finish) in zip(results.conditionNumbers, curve.finishes) {
      let named = finish.map { curve.optimizer.hyperparameters($0.settings) } ?? [:]
      func cell(_ key: String) -> Table.Cell {
        if case .number(let number)? = named[key] { .number(number) } else { .text("") }
      }
      table.append(
        .text(curve.title), .number(conditionNumber), finish.map { .integer($0.steps) } ?? .text(""),
        cell("learningRate"), cell("momentum"), cell("rho"), cell("beta1"), cell("beta2"), cell("epsilon"))
    }
  }
  return table
}

/// The families on double logarithmic axes, with the slopes that theory gives.
func stepsFigure(_ results: StepsByConditionNumber.Results, caption: String) -> Figure {
  let names = results.curves.map(\.optimizer) + results.gaps.map(\.optimizer)
  let ends = [results.conditionNumbers.min() ?? 3, results.conditionNumbers.max() ?? 1e4]
  return Figure(caption: caption, columns: min(Family.having(names).count, 2), sharedX: true, sharedY: true) {
    for family in Family.having(names) {
      Chart(family.title) {
        for (exponent, label) in [(1.0, "\\propto \\kappa"), (0.5, "\\propto \\sqrt\\kappa")] {
          // N = 1/4 κ ln 10⁶ for gradient descent, and 1/4 √κ ln 10⁶ for momentum, for large κ.
          let steps = ends.map { pow($0, exponent) * log(1e6) / 4 }
          LineMark(x: ends, y: steps).foregroundStyle(.gray).lineStyle(width: 0.6)
          let place = ends[0] * pow(ends[1] / ends[0], 0.75)
          TextMark(x: place, y: pow(place, exponent) * log(1e6) / 4, label, anchor: .topLeft).foregroundStyle(.gray)
        }
        for curve in results.curves where family.members.contains(curve.optimizer) {
          LineMark(x: results.conditionNumbers, y: curve.finishes.map { $0.map { Double($0.steps) } ?? .nan })
            .foregroundStyle(by: curve.title).symbol(style(of: curve.title).symbol, size: 0.7)
        }
      }
      .xAxis("condition number \\kappa", scale: .log).yAxis("steps", scale: .log)
    }
  }
}
