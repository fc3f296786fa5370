import AnswerChecks
import BatchSizeQuestions
import NumericCore

extension WrongAnswers {
  /// The time to an accuracy (5.7), with the mistakes asked for.
  public func timeToAccuracy(
    accuracies: Vector<Double>, samples: Int, batchSize: Int, secondsPerUpdate: Double, target: Double
  ) throws -> Double {
    var epochs = accuracies.count
    if let place = place(accuracies, target) {
      epochs = makes("counted-from-zero") ? place : place + 1
    } else if !makes("never-is-the-end") {
      return .infinity
    }
    return Double(epochs) * secondsPerEpoch(samples, batchSize, secondsPerUpdate)
  }

  private func secondsPerEpoch(_ samples: Int, _ batchSize: Int, _ secondsPerUpdate: Double) -> Double {
    if makes("epochs-for-seconds") { return 1 }
    if makes("update-a-sample") { return Double(samples) * secondsPerUpdate }
    let updates = makes("last-batch-dropped") ? samples / batchSize : (samples + batchSize - 1) / batchSize
    return Double(updates) * secondsPerUpdate
  }

  /// The epoch, counted from 0.
  private func place(_ accuracies: Vector<Double>, _ target: Double) -> Int? {
    func isReached(_ accuracy: Double) -> Bool { makes("strictly-above") ? accuracy > target : accuracy >= target }
    guard let first = accuracies.firstIndex(where: isReached) else { return nil }
    if makes("best-epoch") { return accuracies.argMax() }
    guard makes("for-good") else { return first }
    let lastBelow = accuracies.lastIndex { !isReached($0) }
    return lastBelow.map { min($0 + 1, accuracies.count - 1) } ?? first
  }
}

let timeToAccuracyMisconceptions = [
  Misconception(
    "5.7", "epochs-for-seconds",
    "You count epochs. Batch sizes are compared by time here: multiply by the updates of an epoch and their seconds.",
    source: Origin.myrvoll("Batch, mini-batch, SGD, which compares convergence per epoch"), section: Section.time),
  Misconception(
    "5.7", "counted-from-zero",
    "You are an epoch short: the first accuracy is the one after epoch 1, and has index 0.",
    source: Origin.common("an index is taken for a count"), section: Section.time),
  Misconception(
    "5.7", "update-a-sample",
    "You count an update a sample. An epoch has N / M updates, rounded up.",
    source: Origin.common("the seconds of an update are taken for those of a sample"), section: Section.time),
  Misconception(
    "5.7", "last-batch-dropped",
    "You round the updates of an epoch down. The last batch takes an update too: round up.",
    source: Origin.common("integer division rounds down"), section: Section.epochs),
  Misconception(
    "5.7", "strictly-above",
    "You wait until accuracy is above the target. Reaching it exactly counts.",
    source: Origin.common("> in place of >="), section: Section.time),
  Misconception(
    "5.7", "best-epoch",
    "You give the time of the best epoch. Asked for is the first that reached the target.",
    source: Origin.common("the maximum is looked up, as for early stopping"), section: Section.time),
  Misconception(
    "5.7", "for-good",
    "You wait until accuracy stays above the target. The first time counts, even if it falls below again.",
    source: Origin.common("the last crossing is taken for the first"), section: Section.time),
  Misconception(
    "5.7", "never-is-the-end",
    "Where the target is never reached you give the time of the whole run, as if its end had reached it. Return infinity.",
    source: Origin.common("the loop ends, and its counter is returned"), section: Section.time),
]
