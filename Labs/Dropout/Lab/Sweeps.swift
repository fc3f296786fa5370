import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// Test error against the keep probability of hidden units.
let keepProbability = Experiment<Setting>(
  "keep-probability", "Test error against the keep probability, over several seeds."
) { setting in
  let keeps = setting.at(quick: [0.2, 0.35, 0.5, 0.65, 0.8, 1], lecture: (1...10).map { Double($0) / 10 })
  let epochs = setting.at(quick: 20, lecture: 60)
  let seeds = setting.at(quick: 2, lecture: 5)
  let errors = try setting.errors(
    "keep-probability", of: keeps.map { Learner(hidden: [setting.width], hiddenKeep: $0, epochs: epochs) },
    seeds: seeds)
  var table = Table("keep probability", "seed", "test error")
  for (keep, row) in zip(keeps, errors) {
    for (seed, error) in row.enumerated() { table.append(.number(keep), .integer(seed), .number(error)) }
  }
  let means = errors.map(mean)
  let best = Vector(means).argMin()
  let chart = Chart {
    AreaMark(x: keeps, lower: errors.map { $0.min() ?? .nan }, upper: errors.map { $0.max() ?? .nan })
      .foregroundStyle(by: "mean, smallest and largest of \(seeds) seeds")
    LineMark(x: keeps, y: means).foregroundStyle(by: "mean, smallest and largest of \(seeds) seeds")
    PointMark(x: keeps, y: means).foregroundStyle(by: "mean, smallest and largest of \(seeds) seeds")
  }
  .xAxis("keep probability of the hidden units", domain: 0...1.05)
  .yAxis("share of wrong test answers")
  .caption(
    "One hidden layer of \(setting.width), \(epochs) epochs on \(setting.trainingCount) images, no dropout of inputs. "
      + "Smallest mean \(percent(means[best])) at \(keeps[best]); \(percent(means[keeps.count - 1])) without dropout. "
      + setting.provenance)
  return Drawing(
    Figure(chart), table: table,
    results: [
      "keepProbability.best": .number(keeps[best]), "keepProbability.bestError": .number(means[best]),
      "keepProbability.errorWithout": .number(means[keeps.count - 1]),
    ])
}

/// What dropout gains or costs by hidden width.
let width = Experiment<Setting>("width", "What dropout gains or costs in error, by hidden width.") { setting in
  let widths = setting.at(quick: [4, 8, 16, 32, 64, 128], lecture: [4, 8, 16, 32, 64, 128, 256, 512])
  let epochs = setting.at(quick: 20, lecture: 60)
  let seeds = setting.at(quick: 2, lecture: 4)
  let keeps = [1.0, 0.5]
  let errors = try setting.errors(
    "width",
    of: keeps.flatMap { keep in widths.map { Learner(hidden: [$0], hiddenKeep: keep, epochs: epochs) } }, seeds: seeds)
  let (without, with) = (Array(errors[..<widths.count]), Array(errors[widths.count...]))
  var table = Table("hidden units", "keep probability", "seed", "test error")
  for (keep, rows) in zip(keeps, [without, with]) {
    for (units, row) in zip(widths, rows) {
      for (seed, error) in row.enumerated() {
        table.append(.integer(units), .number(keep), .integer(seed), .number(error))
      }
    }
  }
  let gains = zip(without, with).map { mean($0) - mean($1) }
  let x = widths.map(Double.init)
  let chart = Chart {
    for (name, rows) in [("without dropout", without), ("keep probability 0.5", with)] {
      AreaMark(x: x, lower: rows.map { $0.min() ?? .nan }, upper: rows.map { $0.max() ?? .nan })
        .foregroundStyle(by: name)
      LineMark(x: x, y: rows.map(mean)).foregroundStyle(by: name)
    }
  }
  .xAxis("hidden units", scale: .log)
  .yAxis("share of wrong test answers")
  .caption(
    "One hidden layer, \(epochs) epochs on \(setting.trainingCount) images; lines are means, bands all of \(seeds) seeds. "
      + "With \(widths[0]) units dropout \(change(gains[0])), with \(widths[widths.count - 1]) it "
      + "\(change(gains[widths.count - 1])). " + setting.provenance)
  return Drawing(
    Figure(chart), table: table,
    results: Dictionary(
      uniqueKeysWithValues: zip(widths, gains).map { ("width.gain.\($0)", Value.number($1)) }))
}

/// A change of the error in words.
private func change(_ gain: Double) -> String {
  "\(gain < 0 ? "adds" : "saves") \(percent(abs(gain)).dropLast(2)) points"
}

private func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }

extension Setting {
  /// Test errors, a row a learner and an entry a seed. The same seed starts all learners alike.
  func errors(_ figure: String, of learners: [Learner], seeds: Int) throws -> [[Double]] {
    let (training, test) = samples
    let runs = learners.flatMap { learner in (0..<seeds).map { (learner, $0) } }
    let sweep = Sweep(figure, steps: runs.reduce(0) { $0 + $1.0.epochs }, progress: progress)
    let errors = try sweep.results(of: runs) { run, step in
      try run.0.network(trainedOn: training, draws: draws(figure).stream("seed", run.1)) { _ in step() }
        .error(on: test)
    }
    return learners.indices.map { Array(errors[$0 * seeds..<($0 + 1) * seeds]) }
  }
}
