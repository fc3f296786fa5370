import BatchSizeQuestions
import NumericCore

extension MyAnswers {
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
  public func fullGradient(samples: Int, weights: Vector<Double>, workers: Workers) throws -> Vector<Double> {
    throw NotAttempted("5.6")
  }
}
