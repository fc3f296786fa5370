import BatchSizeQuestions
import NumericCore

extension MyAnswers {
  /// **5.7 Time to accuracy** (1 point).
  ///
  /// A run with batch size M reached these test accuracies, one after each epoch over N samples. An update takes so many
  /// seconds. After how many seconds of training had it reached the target for the first time? Only the ends of epochs
  /// count: that is where accuracy was measured. 5.1 says how many updates an epoch has.
  ///
  /// - Parameters:
  ///   - accuracies: after epochs 1, 2, 3, ..., each from 0 to 1.
  ///   - samples: N, 1 or more.
  ///   - batchSize: M, from 1 to N.
  ///   - secondsPerUpdate: positive.
  ///   - target: reached where an accuracy is as large or larger.
  /// - Returns: the seconds; infinity where the target was never reached.
  public func timeToAccuracy(
    accuracies: Vector<Double>, samples: Int, batchSize: Int, secondsPerUpdate: Double, target: Double
  ) throws -> Double {
    throw NotAttempted("5.7")
  }
}
