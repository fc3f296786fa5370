import LabKit
import NumericCore
import OptimizersQuestions
import Plotting

/// What turning the bowl off the axes does to each method.
let rotation = Experiment<Setting>(
  "rotation", "Steps to converge by the angle of the Hessian's axes: who depends on the coordinates?"
) { setting in
  let angles = setting.at(quick: [0.0, 5, 15, 30, 45], lecture: (0...18).map { 2.5 * Double($0) })
  let search = SettingsSearch(
    perDecade: setting.at(quick: 3, lecture: 6), refinements: setting.at(quick: 1, lecture: 2))
  let results = try RotationExperiment(angles: angles, conditionNumber: setting.conditionNumber, search: search)
    .results(setting.optimizers, by: setting.runner)
  let caption =
    "Steps until the loss first is 10^{-6} of the start's, condition number \(short(setting.conditionNumber)); the start "
    + "turns with the bowl. Each method at its best settings for each angle. "
    + setting.at(quick: "Quick scale: five angles, coarse search.", lecture: "")
  return drawing(rotationFigure(results, caption: caption), gaps: results.gaps, table: rotationTable(results))
}

/// The experiment's sizes.
struct RotationExperiment {
  var angles: [Double]
  var conditionNumber: Double
  var search: SettingsSearch
  var cap = 20_000

  struct Results {
    var angles: [Double]
    /// By method: one an angle, nothing where the cap was not enough.
    var finishes: [(optimizer: OptimizerName, finishes: [Finish?])] = []
    var gaps: [Gap] = []
  }

  /// The fewest steps of each method at each angle.
  func results(_ names: [OptimizerName], by runner: any TrajectoryRunner) throws -> Results {
    var results = Results(angles: angles)
    for (name, finishes) in zip(names, try names.sideBySide { try finishes($0, by: runner) }) {
      switch finishes {
      case .failure(let gap): results.gaps.append(gap)
      case .success(let finishes): results.finishes.append((name, finishes))
      }
    }
    return results
  }

  private func finishes(_ name: OptimizerName, by runner: any TrajectoryRunner) throws -> Result<[Finish?], Gap> {
    var finishes: [Finish?] = []
    for angle in angles {
      let race = Race(conditionNumber: conditionNumber, rotatedBy: angle, reduction: 1e-6, cap: cap)
      let memories = name.knownSettings(conditionNumber: conditionNumber).map { [$0] }
      let finish: Result<Finish?, Gap>
      if let settings = memories?.first {
        finish = try runner.run([race.request(name, settings)])[0].map { run in
          run.end == .reachedTarget ? Finish(settings: settings, steps: run.steps) : nil
        }
      } else {
        finish = try search.fewestSteps(name, in: race, memories: name.memories, by: runner)
      }
      switch finish {
      case .failure(let gap): return .failure(gap)
      case .success(let finish): finishes.append(finish)
      }
    }
    return .success(finishes)
  }
}

/// A row a method and angle.
func rotationTable(_ results: RotationExperiment.Results) -> Table {
  var table = Table("optimizer", "degrees", "steps", "learning rate")
  for (name, finishes) in results.finishes {
    for (angle, finish) in zip(results.angles, finishes) {
      table.append(
        .text(name.rawValue), .number(angle), finish.map { .integer($0.steps) } ?? .text(""),
        finish.map { .number($0.settings.learningRate) } ?? .text(""))
    }
  }
  return table
}

/// The families side by side.
func rotationFigure(_ results: RotationExperiment.Results, caption: String) -> Figure {
  let names = results.finishes.map(\.optimizer) + results.gaps.map(\.optimizer)
  return Figure(caption: caption, columns: min(Family.having(names).count, 2), sharedX: true, sharedY: true) {
    for family in Family.having(names) {
      Chart(family.title) {
        for (name, finishes) in results.finishes where family.members.contains(name) {
          LineMark(x: results.angles, y: finishes.map { $0.map { Double($0.steps) } ?? .nan })
            .foregroundStyle(by: name.title)
            .symbol(style(of: name.title).symbol, size: 0.7)
        }
      }
      .xAxis("angle in degrees", domain: -1...46, ticks: .values([0, 15, 30, 45])).yAxis("steps", scale: .log)
    }
  }
}
