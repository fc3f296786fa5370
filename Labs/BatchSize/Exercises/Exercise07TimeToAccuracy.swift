import BatchSizeQuestions
import NumericCore

extension MyAnswers {
  /// **5.7 Time to accuracy** (2 points).
  ///
  /// Two runs with different batch sizes learned from the same N samples. Of each you know the accuracy after every epoch,
  /// and how many seconds an update takes. After how many seconds of training did each reach the target for the first time,
  /// and which was there first? Only the ends of epochs count: that is where accuracy was measured. 5.1 says how many
  /// updates an epoch has.
  ///
  /// - Parameters:
  ///   - first: a run.
  ///   - second: another.
  ///   - samples: N, 1 or more.
  ///   - target: reached where an accuracy is as large or larger.
  /// - Returns: the seconds of both, nil where the target was never reached, and the winner: the run that took fewer
  ///   seconds, or alone arrived; `neither` where both took the same or none arrived.
  public func timeToAccuracy(first: AccuracyCurve, second: AccuracyCurve, samples: Int, target: Double) throws
    -> TimeToAccuracy
  {
    throw NotAttempted("5.7")
  }
}
