import AnswerChecks
import BatchSizeQuestions
import DeepLearning
import LabKit
import NumericCore

/// Linear scaling with warm-up: from which rate and batch size, and how long the warm-up lasts.
struct ScalingRule: Sendable {
  var baseRate: Double
  var baseBatchSize: Int

  /// A tenth of all updates; a batch that isn't larger than the base's has no larger rate, and needs none.
  func warmUp(of updates: Int, batchSize: Int) -> Int { batchSize > baseBatchSize ? updates / 10 : 0 }

  /// The rate of each update as a student's 5.5 gives it, or else as the project does.
  func rates(batchSize: Int, updates: Int, by student: StudentAnswers?) throws -> Answered<[Double]> {
    guard let student else { return ReferenceFigureAnswers.rates(self, batchSize: batchSize, updates: updates) }
    let inputs = (0..<updates).map { update in
      ScheduleInput(
        update: update, baseRate: baseRate, baseBatchSize: baseBatchSize, batchSize: batchSize,
        warmUpUpdates: warmUp(of: updates, batchSize: batchSize))
    }
    return try student.outputs(of: "5.5", inputs: inputs) { output in
      output.finiteNumber.flatMap { $0 >= 0 ? $0 : nil }
    }
  }
}

/// A learning rate for each update.
struct ListedRates: LearningRateSchedule {
  var rates: [Double]

  func learningRate(at step: Int) -> Double { rates[step] }
}
