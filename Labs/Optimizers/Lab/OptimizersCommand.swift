import AnswerChecks
import ArgumentParser
import LabKit
import NumericCore
import OptimizersQuestions

/// The command line of the optimizer lab.
struct OptimizersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimizers", abstract: "Draws the figures of the lecture on optimizers.")

  @OptionGroup var common: LabOptions

  @Option(parsing: .unconditional, help: "Condition number of the quadratic, 1 or more.")
  var conditionNumber = Setting.Defaults.conditionNumber

  @Option(name: .customLong("optimizer"), help: "Draw this optimizer alone; may be given several times.")
  var optimizers: [String] = []

  @Option(
    parsing: .unconditional,
    help: "One learning rate for all optimizers of conditioning, trajectories, loss and landscapes.")
  var learningRate: Double?

  @Option(parsing: .unconditional, help: "Steps of trajectories and loss, 1 to 100000.")
  var steps: Int?

  @Option(parsing: .unconditional, help: "Where trajectories and loss start: w1,w2.")
  var start: String?

  @Option(parsing: .unconditional, help: "Angle of the quadratic's axes in degrees.")
  var rotation = Setting.Defaults.rotation

  /// Draws the chosen figures.
  func draw() throws {
    let lab = Lab("optimizers", experiments: optimizerExperiments, tolerances: optimizerTolerances)
    // A damaged data file stops only who draws from it.
    let needsData = common.draws([featureScales])
    let samples =
      needsData
      ? try LabelledSamples.wisconsinOrFootballers(seed: common.seed) : footballers(count: 500, seed: common.seed)
    let setting = try setting(samples: samples)
    try lab.run(common, command: otherOptions, dataset: needsData ? samples.dataset : nil) {
      try setting.running(common.answers)
    }
  }

  /// The setting that the options describe.
  ///
  /// - Throws: `LabError.usage` where a value makes no sense.
  func setting(samples: LabelledSamples) throws(LabError) -> Setting {
    var setting = Setting(scale: common.scale, seed: common.seed, samples: samples)
    setting.conditionNumber = try checkedConditionNumber()
    setting.rotation = try checkedRotation()
    setting.optimizers = try chosenOptimizers()
    setting.learningRate = try checkedLearningRate()
    setting.steps = try checkedSteps()
    if let start { setting.start = try Self.point(start) }
    return setting
  }

  /// The options beyond the common ones, as they were given.
  var otherOptions: [String] {
    var words: [String] = []
    if conditionNumber != Setting.Defaults.conditionNumber { words.append("--condition-number \(conditionNumber)") }
    if rotation != Setting.Defaults.rotation { words.append("--rotation \(rotation)") }
    words += optimizers.map { "--optimizer \($0)" }
    if let learningRate { words.append("--learning-rate \(learningRate)") }
    if let steps { words.append("--steps \(steps)") }
    if let start { words.append("--start \(start)") }
    return words
  }
}

extension OptimizersCommand {
  private func checkedConditionNumber() throws(LabError) -> Double {
    guard conditionNumber >= 1, conditionNumber <= 1e8 else {
      throw .usage("--condition-number is \(conditionNumber); give a number from 1 to 1e8.")
    }
    return conditionNumber
  }

  private func checkedRotation() throws(LabError) -> Double {
    guard rotation.isFinite, abs(rotation) <= 360 else {
      throw .usage("--rotation is \(rotation); give degrees from -360 to 360.")
    }
    return rotation
  }

  private func checkedLearningRate() throws(LabError) -> Double? {
    guard let learningRate else { return nil }
    guard learningRate > 0, learningRate.isFinite else {
      throw .usage("--learning-rate is \(learningRate); give a number above 0.")
    }
    return learningRate
  }

  private func checkedSteps() throws(LabError) -> Int? {
    guard let steps else { return nil }
    guard (1...100_000).contains(steps) else { throw .usage("--steps is \(steps); give a number from 1 to 100000.") }
    return steps
  }

  private func chosenOptimizers() throws(LabError) -> [OptimizerName] {
    for name in optimizers where OptimizerName(rawValue: name) == nil {
      let known = OptimizerName.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("There is no optimizer \"\(name)\"; the optimizers are \(known).")
    }
    guard !optimizers.isEmpty else { return OptimizerName.allCases }
    return OptimizerName.allCases.filter { optimizers.contains($0.rawValue) }
  }

  private static func point(_ text: String) throws(LabError) -> Vector<Double> {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    guard numbers.count == 2, let first = numbers[0], let second = numbers[1],
      abs(first) <= 1e6, abs(second) <= 1e6
    else { throw .usage("--start is \"\(text)\"; give two numbers up to 1e6 with a comma between, as -9,-4.") }
    return [first, second]
  }
}
