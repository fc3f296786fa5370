import BatchSizeQuestions
import NumericCore

extension MyAnswers {
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
  public func gradientFromShards(samples: Int, shards: Int, meanGradient: (Range<Int>) throws -> Vector<Double>) throws
    -> Vector<Double>
  {
    throw NotAttempted("5.6")
  }
}
