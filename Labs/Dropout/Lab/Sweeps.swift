import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// Test error against the keep probability of hidden units.
let keepProbability = Experiment<Setting>(
  "keep-probability", "Test error against the keep probability, over several seeds.", restsOn: [.answers, .data]
) { setting in
  let percentages = setting.at(
    quick: [20, 35, 50, 65, 80, 100], lecture: Array(stride(from: 10, through: 100, by: 10)))
  let keeps = percentages.map { Double($0) / 100 }
  let epochs = setting.at(quick: 20, lecture: 60)
  let seeds = setting.at(quick: 3, lecture: 8)
  let samples = try setting.samples()
  let learners = keeps.map { Learner(hidden: [setting.width], hiddenKeep: $0, epochs: epochs) }
  let errors: [Spread]
  switch try setting.errors("keep-probability", of: learners, seeds: seeds, samples) {
  case .success(let found): errors = found
  case .failure(let missing): return drawing(without: missing, setting)
  }
  var table = Table("keep probability", "seed", "test error")
  for (keep, spread) in zip(keeps, errors) {
    for (seed, error) in spread.values.enumerated() { table.append(.number(keep), .integer(seed), .number(error)) }
  }
  let best = Vector(errors.means).argMin()
  let name = "mean, and all of \(seeds) seeds"
  let chart = Chart {
    AreaMark(x: keeps, lower: errors.lowest, upper: errors.highest).foregroundStyle(by: name)
    LineMark(x: keeps, y: errors.means).foregroundStyle(by: name)
    PointMark(x: keeps, y: errors.means).foregroundStyle(by: name)
  }
  .xAxis("keep probability of the hidden units", domain: 0...1.05)
  .yAxis("share of wrong test answers")
  .caption(
    "One hidden layer of \(setting.width), \(epochs) epochs on \(samples.trainingCount) images, no dropout of inputs. "
      + comparison(best: keeps[best], errors[best], without: errors[keeps.count - 1]) + setting.answers.credit(["3.1"])
      + " " + setting.provenance)
  return Drawing(
    Figure(chart), table: table,
    results: [
      "keep-probability": .record([
        "best": .number(keeps[best]),
        "test-error": .record(Dictionary(uniqueKeysWithValues: zip(keeps, errors).map { ("\($0)", $1.result) })),
      ])
    ])
}

/// Which keep probability had the smallest error, beside none dropped.
private func comparison(best: Double, _ error: Spread, without: Spread) -> String {
  if best == 1 { return "The smallest mean is the one without dropout, \(percent(error.mean))." }
  return "The smallest mean is \(percent(error.mean)) at \(best), against \(percent(without.mean)) without dropout."
}

/// What dropout gains or costs by hidden width.
let width = Experiment<Setting>(
  "width", "What dropout gains or costs in error, by hidden width.", restsOn: [.answers, .data]
) {
  setting in
  let widths = setting.at(quick: [4, 8, 16, 32, 64, 128], lecture: [4, 8, 16, 32, 64, 128, 256, 512])
  let epochs = setting.at(quick: 20, lecture: 60)
  let seeds = setting.at(quick: 3, lecture: 8)
  let samples = try setting.samples()
  let keeps = [1.0, 0.5]
  let learners = keeps.flatMap { keep in widths.map { Learner(hidden: [$0], hiddenKeep: keep, epochs: epochs) } }
  let errors: [Spread]
  switch try setting.errors("width", of: learners, seeds: seeds, samples) {
  case .success(let found): errors = found
  case .failure(let missing): return drawing(without: missing, setting)
  }
  let (without, with) = (Array(errors[..<widths.count]), Array(errors[widths.count...]))
  let gains = zip(without, with).map { $0.mean - $1.mean }
  let caption =
    "One hidden layer, \(epochs) epochs on \(samples.trainingCount) images; lines are means, bands all of \(seeds) seeds. "
    + "With \(widths[0]) units dropout \(change(gains[0])), with \(widths[widths.count - 1]) it "
    + "\(change(gains[widths.count - 1])). \(turningPoint(widths, gains))" + setting.answers.credit(["3.1"]) + " "
    + setting.provenance
  let results = widths.indices.map { index in
    (
      "\(widths[index])",
      Value.record([
        "without-dropout": without[index].result, "with-dropout": with[index].result, "gain": .number(gains[index]),
      ])
    )
  }
  return Drawing(
    Figure(widthChart(widths, without, with).caption(caption)), table: widthTable(widths, without, with),
    results: ["width": .record(Dictionary(uniqueKeysWithValues: results))])
}

private func widthChart(_ widths: [Int], _ without: [Spread], _ with: [Spread]) -> Chart {
  let x = widths.map(Double.init)
  return Chart {
    for (name, spreads) in [("without dropout", without), ("keep probability 0.5", with)] {
      AreaMark(x: x, lower: spreads.lowest, upper: spreads.highest).foregroundStyle(by: name)
      LineMark(x: x, y: spreads.means).foregroundStyle(by: name)
      PointMark(x: x, y: spreads.means).foregroundStyle(by: name)
    }
  }
  .xAxis("hidden units", scale: .log, ticks: .labelled(x, widths.map { "\($0)" }))
  .yAxis("share of wrong test answers")
}

private func widthTable(_ widths: [Int], _ without: [Spread], _ with: [Spread]) -> Table {
  var table = Table("hidden units", "keep probability", "seed", "test error")
  for (keep, spreads) in [(1.0, without), (0.5, with)] {
    for (units, spread) in zip(widths, spreads) {
      for (seed, error) in spread.values.enumerated() {
        table.append(.integer(units), .number(keep), .integer(seed), .number(error))
      }
    }
  }
  return table
}

/// A change of the error in words.
private func change(_ gain: Double) -> String {
  "\(gain < 0 ? "adds" : "saves") \(rounded(100 * abs(gain), 1)) points"
}

/// From which width on dropout saves errors, where there is one.
private func turningPoint(_ widths: [Int], _ gains: [Double]) -> String {
  let saving = zip(widths, gains).reversed().prefix { $0.1 > 0 }
  guard let (first, _) = saving.last else { return "The widest network doesn't gain." }
  return saving.count == widths.count ? "Every width gains." : "It saves errors from \(first) units on."
}

extension Setting {
  /// Test errors, a spread a learner. The same seed starts all learners alike.
  func errors(_ figure: String, of learners: [Learner], seeds: Int, _ samples: ImageSamples) throws
    -> Answered<[Spread]>
  {
    let masks: any DropoutMasks<Float>
    switch try self.masks(for: learners) {
    case .success(let found): masks = found
    case .failure(let missing): return .failure(missing)
    }
    let runs = learners.flatMap { learner in (0..<seeds).map { (learner, $0) } }
    let sweep = Sweep(figure, steps: runs.reduce(0) { $0 + $1.0.epochs }, progress: progress)
    let errors = try sweep.results(of: runs) { run, step in
      let draws = draws(figure).stream("seed", run.1)
      return try run.0.network(trainedOn: samples.training, masks: masks, draws: draws) { _ in step() }
        .error(on: samples.test)
    }
    return .success(learners.indices.map { Spread(values: Array(errors[$0 * seeds..<($0 + 1) * seeds])) })
  }
}
