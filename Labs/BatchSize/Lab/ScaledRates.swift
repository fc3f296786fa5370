import AnswerChecks
import BatchSizeQuestions
import DeepLearning
import LabKit
import NumericCore

#if canImport(Techniques)
  import Techniques
#endif

/// Who gives the learning rates of linear scaling with warm-up: the project's techniques, or exercise 5.5.
enum ScaledRates: Sendable {
  /// The project's techniques.
  case techniques
  /// A student's answers program.
  case answers(AnswersRunner)
  /// Nobody: why, in a few words.
  case missing(String)

  /// The techniques where this copy of the project has them.
  static var ofTheHouse: ScaledRates {
    #if canImport(Techniques)
      .techniques
    #else
      .missing("exercise 5.5 isn't asked without --answers mine")
    #endif
  }

  /// The rates of the student's folder.
  static func ofMyAnswers() throws -> ScaledRates {
    let lab: LabFolder
    do { lab = try Workspace.current().lab("batch-size") } catch { throw LabError.usage(error.description) }
    let program = try StudentProgram.build(lab, isOptimized: true)
    if program.refused["5.5"] != nil { return .missing("exercise 5.5 does not compile") }
    return .answers(AnswersRunner(program: program.path, limits: Limits(cpuSeconds: 20)))
  }

  /// The rate of each update, or in a few words why there are none.
  func rates(_ rule: ScalingRule, batchSize: Int, updates: Int) throws -> Result<[Double], MissingRates> {
    switch self {
    case .missing(let reason): return .failure(MissingRates(reason: reason))
    case .techniques: return techniqueRates(rule, batchSize: batchSize, updates: updates)
    case .answers(let runner):
      let inputs = try (0..<updates).map { update in
        try Value(
          encoding: ScheduleInput(
            update: update, baseRate: rule.baseRate, baseBatchSize: rule.baseBatchSize, batchSize: batchSize,
            warmUpUpdates: rule.warmUp(of: updates, batchSize: batchSize)))
      }
      let rates = try runner.ask("5.5", inputs: inputs).replies.compactMap { reply -> Double? in
        guard case .output(.number(let rate)) = reply, rate.isFinite, rate >= 0 else { return nil }
        return rate
      }
      return rates.count == updates
        ? .success(rates) : .failure(MissingRates(reason: "exercise 5.5 gave no usable rates"))
    }
  }

  private func techniqueRates(_ rule: ScalingRule, batchSize: Int, updates: Int) -> Result<[Double], MissingRates> {
    #if canImport(Techniques)
      let following = ConstantRate(rule.baseRate * Double(batchSize) / Double(rule.baseBatchSize))
      let share = min(Double(rule.baseBatchSize) / Double(batchSize), 1)
      let schedule = LinearWarmUp(
        steps: rule.warmUp(of: updates, batchSize: batchSize), startFactor: share, then: following)
      return .success((0..<updates).map(schedule.learningRate))
    #else
      return .failure(MissingRates(reason: "this copy has no techniques"))
    #endif
  }
}

/// From which rate and batch size is scaled, and how long the warm-up lasts.
struct ScalingRule: Sendable {
  var baseRate: Double
  var baseBatchSize: Int

  /// A tenth of all updates; a batch that isn't larger than the base's has no larger rate, and needs none.
  func warmUp(of updates: Int, batchSize: Int) -> Int { batchSize > baseBatchSize ? updates / 10 : 0 }
}

/// Why there are no scaled rates.
struct MissingRates: Error {
  var reason: String
}

/// A learning rate for each update.
struct ListedRates: LearningRateSchedule {
  var rates: [Double]

  func learningRate(at step: Int) -> Double { rates[step] }
}
