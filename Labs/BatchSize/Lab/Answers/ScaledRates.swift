import AnswerChecks
import BatchSizeQuestions
import DeepLearning
import LabKit
import NumericCore

#if canImport(Techniques)
  import Techniques
#endif

/// Linear scaling with warm-up: from which rate and batch size, and how long the warm-up lasts.
struct ScalingRule: Sendable {
  var baseRate: Double
  var baseBatchSize: Int

  /// A tenth of all updates; a batch that isn't larger than the base's has no larger rate, and needs none.
  func warmUp(of updates: Int, batchSize: Int) -> Int { batchSize > baseBatchSize ? updates / 10 : 0 }

  /// The rate after the warm-up.
  func fullRate(batchSize: Int) -> Double { baseRate * Double(batchSize) / Double(baseBatchSize) }

  /// The rate of each update as a student's 5.5 gives it, or else as the project's techniques do.
  func rates(batchSize: Int, updates: Int, by student: StudentAnswers?) throws -> Result<[Double], MissingAnswer> {
    guard let student else { return techniqueRates(batchSize: batchSize, updates: updates) }
    let inputs = (0..<updates).map { update in
      ScheduleInput(
        update: update, baseRate: baseRate, baseBatchSize: baseBatchSize, batchSize: batchSize,
        warmUpUpdates: warmUp(of: updates, batchSize: batchSize))
    }
    return try student.outputs(of: "5.5", inputs: inputs) { output in
      output.finiteNumber.flatMap { $0 >= 0 ? $0 : nil }
    }
  }

  private func techniqueRates(batchSize: Int, updates: Int) -> Result<[Double], MissingAnswer> {
    #if canImport(Techniques)
      let schedule = LinearWarmUp(
        steps: warmUp(of: updates, batchSize: batchSize),
        startFactor: min(Double(baseBatchSize) / Double(batchSize), 1),
        then: ConstantRate(fullRate(batchSize: batchSize)))
      return .success((0..<updates).map(schedule.learningRate))
    #else
      return .failure(.unasked("5.5"))
    #endif
  }
}

/// A learning rate for each update.
struct ListedRates: LearningRateSchedule {
  var rates: [Double]

  func learningRate(at step: Int) -> Double { rates[step] }
}
