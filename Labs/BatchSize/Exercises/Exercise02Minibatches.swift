import BatchSizeQuestions
import NumericCore

extension MyAnswers {
  /// **5.2 Mini-batches** (2 points).
  ///
  /// In each epoch, put the indices 0 to N - 1 in a new random order and cut that order in batches of M. Every sample
  /// comes exactly once an epoch, so the last batch holds what is left. `generator.permutation(samples)` gives an order.
  /// Your batches are judged by their properties, so any way of shuffling with `generator` is fine.
  ///
  /// - Parameters:
  ///   - samples: N, 1 or more.
  ///   - batchSize: M, from 1 to N.
  ///   - epochs: 1 or more.
  ///   - generator: all randomness comes from here.
  /// - Returns: for each epoch its batches in order, and for each batch the indices of its samples.
  public func minibatches(samples: Int, batchSize: Int, epochs: Int, generator: inout Philox4x32x10) throws -> [[[Int]]]
  {
    throw NotAttempted("5.2")
  }
}
