import NumericCore

/// Exercises 5.6, 5.7 and 5.9: sums in parallel, and reading runs.
public protocol RunQuestions: Sendable {
  /// **5.6 The full gradient from shards** (2 points).
  ///
  /// The samples 0 to N - 1 are cut in K shards, one a worker: ranges in order, without gap or overlap, whose sizes differ
  /// by one at most. Every worker gives the mean gradient of its own shard. Put them together to the mean gradient of all
  /// samples. It equals the gradient computed at once, to rounding.
  ///
  /// - Parameters:
  ///   - samples: N, 1 or more.
  ///   - shards: K, from 1 to N.
  ///   - meanGradient: gives the mean gradient of a range of samples, `[dimensions]`. Ask it once a shard.
  /// - Returns: the mean gradient of all samples, `[dimensions]`.
  func gradientFromShards(samples: Int, shards: Int, meanGradient: (Range<Int>) throws -> Vector<Double>) throws
    -> Vector<Double>

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
  func timeToAccuracy(
    accuracies: Vector<Double>, samples: Int, batchSize: Int, secondsPerUpdate: Double, target: Double
  ) throws -> Double

  /// **5.9 Diagnose: which mistake made this run?** (3 points).
  ///
  /// Somebody fitted t = w x with one weight by mini-batch descent: w ← w - η g, where g is the mean of (w x - t) x over
  /// the samples of the batch. The order of each epoch is given, and is cut in batches of M samples, the last with what is
  /// left. One of the suspects was at work. You see the weight before the first update and after each. Say which it was.
  ///
  /// - Parameters:
  ///   - features: x, `[samples]`.
  ///   - targets: t, `[samples]`.
  ///   - orders: the indices of all samples in the order of each epoch, an epoch a list.
  ///   - batchSize: M.
  ///   - learningRate: η.
  ///   - weights: the weight before the first update, and after each.
  /// - Returns: the suspect whose run this is.
  func batchSuspect(
    features: Vector<Double>, targets: Vector<Double>, orders: [[Int]], batchSize: Int, learningRate: Double,
    weights: Vector<Double>
  ) throws -> BatchSuspect
}

/// Who may have made a run: mini-batch descent, or a slip in it.
public enum BatchSuspect: String, Codable, Sendable, CaseIterable {
  /// No mistake.
  case noMistake
  /// g is the sum over the batch.
  case sumForAverage
  /// g is the sum over the batch divided by M, in the last batch of an epoch too.
  case nominalDivisor
  /// A last batch with fewer than M samples is left out.
  case lastBatchDropped
  /// Every epoch takes the order of the first.
  case shuffledOnce
  /// The features are in the epoch's order, the targets in the order in which they are stored.
  case labelsLeftBehind
}
