import NumericCore

/// Exercises 5.6, 5.7 and 5.9: sums in parallel, and reading runs.
public protocol RunQuestions: Sendable {
  /// **5.6 The full gradient from shards** (3 points).
  ///
  /// Model and loss are those of 5.3. Asked for is the gradient over all N samples, the mean, computed by K workers at the
  /// same time. Cut the samples 0 to N - 1 in K shards, one a worker: ranges in order, without gap or overlap, whose sizes
  /// differ by one at most. Where K exceeds N, some shards are empty. Then hand all shards over at once:
  /// `try workers.sideBySide(shards) { shard in ... }` runs your closure for every shard, in parallel, and returns what the
  /// closure returned, in the order of the shards. `shard.features` and `shard.targets` are the samples of that shard.
  /// Put the results together: they equal the gradient computed at once, to rounding.
  ///
  /// - Parameters:
  ///   - samples: N, 1 or more.
  ///   - weights: w, `[inputs]`.
  ///   - workers: have the data; `workers.count` is K, 1 or more.
  /// - Returns: the gradient over all samples, `[inputs]`.
  func fullGradient(samples: Int, weights: Vector<Double>, workers: Workers) throws -> Vector<Double>

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
  func timeToAccuracy(first: AccuracyCurve, second: AccuracyCurve, samples: Int, target: Double) throws
    -> TimeToAccuracy

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

/// What is known of a run, in 5.7.
public struct AccuracyCurve: Codable, Sendable, Equatable {
  /// M, from 1 to N.
  public var batchSize: Int
  /// What an update takes; positive.
  public var secondsPerUpdate: Double
  /// After epochs 1, 2, 3, ..., each from 0 to 1.
  public var accuracies: Vector<Double>

  /// A run's accuracies, and what they cost.
  public init(batchSize: Int, secondsPerUpdate: Double, accuracies: Vector<Double>) {
    self.batchSize = batchSize
    self.secondsPerUpdate = secondsPerUpdate
    self.accuracies = accuracies
  }
}

/// When two runs reached a target, and which was there first.
public struct TimeToAccuracy: Codable, Sendable, Equatable {
  /// Who was there in fewer seconds.
  public enum Winner: String, Codable, Sendable, CaseIterable {
    /// The first run.
    case first
    /// The second run.
    case second
    /// Both took the same time, or none arrived.
    case neither
  }

  /// Seconds of the first run; nil where it never arrived.
  public var first: Double?
  /// Seconds of the second run; nil where it never arrived.
  public var second: Double?
  /// The run that took fewer seconds.
  public var winner: Winner

  /// Two times and the winner.
  public init(first: Double?, second: Double?, winner: Winner) {
    self.first = first
    self.second = second
    self.winner = winner
  }

  /// Writes all three, nil too, so that an answer has the same shape whoever arrived.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(first, forKey: .first)
    try container.encode(second, forKey: .second)
    try container.encode(winner, forKey: .winner)
  }
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
