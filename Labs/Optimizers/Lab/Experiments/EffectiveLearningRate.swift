import LabKit
import NumericCore
import OptimizersQuestions
import Plotting

/// What each adaptive method makes of a steep and a flat coordinate.
let effectiveLearningRate = Experiment<Setting>(
  "effective-learning-rate", "The rate that each adaptive method gives a steep and a flat coordinate, by step."
) { setting in
  let adaptive = setting.optimizers.filter { Family.rates.members.contains($0) || Family.both.members.contains($0) }
  let results = try EffectiveRates.results(adaptive, by: setting.runner)
  let caption =
    "Measured from the steps taken: −\\Delta{}w / g, both coordinates at once. The gradient falls as in a run that "
    + "converges, g = 10 e^{-t/60} on the steep coordinate and 0.1 e^{-t/60} on the flat one. \\eta = 0.1 (Adadelta 1)."
  return drawing(
    effectiveRatesFigure(results, caption: caption), gaps: results.gaps, table: effectiveRatesTable(results))
}

/// Gradients that fall as in a converging run, and what each method makes of them.
struct EffectiveRates {
  static let slopes: Vector<Double> = [10, 0.1]
  static let coordinates = ["steep", "flat"]
  static let steps = 200

  /// By method: -Δw / g at every step, `[steps, coordinates]`.
  var rates: [(optimizer: OptimizerName, rates: Matrix<Double>)] = []
  var gaps: [Gap] = []

  /// g at step t, counted from 1.
  static let gradients = Matrix<Double>(rows: steps, columns: 2) { slopes[$1] * exp(-Double($0 + 1) / 60) }

  /// Runs each method on the gradients.
  static func results(_ names: [OptimizerName], by runner: any TrajectoryRunner) throws -> EffectiveRates {
    var results = EffectiveRates()
    for name in names {
      let settings =
        name == .adadelta
        ? OptimizerSettings(learningRate: 1, epsilon: 1e-6) : OptimizerSettings(learningRate: 0.1)
      switch try runner.steps(name, settings: settings, gradients: gradients) {
      case .failure(let gap): results.gaps.append(gap)
      case .success(let path):
        let rates = Matrix<Double>(rows: steps, columns: 2) { step, coordinate in
          let before = step > 0 ? path[step - 1][coordinate] : 0
          return (before - path[step][coordinate]) / gradients[step, coordinate]
        }
        results.rates.append((name, rates))
      }
    }
    return results
  }
}

/// A row a method and step.
func effectiveRatesTable(_ results: EffectiveRates) -> Table {
  var table = Table("optimizer", "step", "steep rate", "flat rate")
  for (name, rates) in results.rates {
    for step in 0..<rates.rows {
      table.append(
        .text(name.rawValue), .integer(step + 1), .number(rates[step, 0]), .number(rates[step, 1]))
    }
  }
  return table
}

/// A column a coordinate, a row a family.
func effectiveRatesFigure(_ results: EffectiveRates, caption: String) -> Figure {
  let names = results.rates.map(\.optimizer) + results.gaps.map(\.optimizer)
  return Figure(caption: Family.rows(names) + caption, columns: 2, sharedX: true, sharedY: true) {
    for family in Family.having(names) {
      for (coordinate, title) in EffectiveRates.coordinates.enumerated() {
        Chart(family == Family.having(names).first ? "The \(title) coordinate" : nil) {
          for (name, rates) in results.rates where family.members.contains(name) {
            LineMark(x: (1...rates.rows).map(Double.init), y: Array(rates.column(coordinate)))
              .foregroundStyle(by: name.title)
          }
        }
        .xAxis("step").yAxis("effective learning rate", scale: .log)
      }
    }
  }
  .legend(.below)
}
