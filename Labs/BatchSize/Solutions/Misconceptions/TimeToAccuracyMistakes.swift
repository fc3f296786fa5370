import AnswerChecks
import BatchSizeQuestions
import NumericCore

extension WrongAnswers {
  /// The times to an accuracy (5.7), with the mistakes asked for.
  public func timeToAccuracy(first: AccuracyCurve, second: AccuracyCurve, samples: Int, target: Double) throws
    -> TimeToAccuracy
  {
    let (firstEpochs, secondEpochs) = (epochs(first, target), epochs(second, target))
    let pace = makes("pace-of-the-first") ? first.secondsPerUpdate : second.secondsPerUpdate
    let firstTime = firstEpochs * secondsPerEpoch(samples, first.batchSize, first.secondsPerUpdate)
    let secondTime = secondEpochs * secondsPerEpoch(samples, second.batchSize, pace)
    let winner: TimeToAccuracy.Winner =
      if makes("winner-by-epochs") {
        earlier(firstEpochs, secondEpochs)
      } else if makes("winner-by-accuracy") {
        earlier(-(first.accuracies.last ?? 0), -(second.accuracies.last ?? 0))
      } else {
        earlier(firstTime, secondTime)
      }
    return TimeToAccuracy(
      first: firstTime.isFinite ? firstTime : nil, second: secondTime.isFinite ? secondTime : nil, winner: winner)
  }

  private func earlier(_ first: Double, _ second: Double) -> TimeToAccuracy.Winner {
    if first < second { return .first }
    return second < first || makes("no-draw") ? .second : .neither
  }

  /// After so many epochs the target was reached.
  private func epochs(_ curve: AccuracyCurve, _ target: Double) -> Double {
    guard let place = place(curve.accuracies, target) else {
      return makes("never-is-the-end") ? Double(curve.accuracies.count) : .infinity
    }
    return Double(makes("counted-from-zero") ? place : place + 1)
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
    "Where the target is never reached you give the time of the whole run, as if its end had reached it. Return nil.",
    source: Origin.common("the loop ends, and its counter is returned"), section: Section.time),
  Misconception(
    "5.7", "winner-by-epochs",
    """
    Your times are right, but your winner is the run that took fewer epochs. An epoch of small batches takes longer: \
    compare seconds.
    """,
    source: Origin.myrvoll("Batch, mini-batch, SGD, which compares convergence per epoch"), section: Section.time),
  Misconception(
    "5.7", "winner-by-accuracy",
    "Your winner is the run that ended with the higher accuracy. Asked for is who reached the target first.",
    source: Origin.common("runs are compared by where they end"), section: Section.time),
  Misconception(
    "5.7", "no-draw",
    "Where both take the same time, or none arrives, you name the second. There is no winner then: return neither.",
    source: Origin.common("an else that also takes what is equal"), section: Section.time),
  Misconception(
    "5.7", "pace-of-the-first",
    "You take the first run's seconds per update for both. A larger batch takes longer over an update.",
    source: Origin.dey("So what batch size do I choose?: a computer that slows down with M, which is easily forgotten"),
    section: Section.time),
]
