import BatchSizeQuestions
import NumericCore

extension MyAnswers {
  /// **5.1 Updates** (1 point).
  ///
  /// An epoch goes through all N samples once, in batches of M; where M doesn't divide N, the last batch of the epoch
  /// has fewer. Every batch, that one too, is one update. How many updates do so many epochs make?
  ///
  /// - Parameters:
  ///   - samples: N, 1 or more.
  ///   - batchSize: M, from 1 to N.
  ///   - epochs: 1 or more.
  /// - Returns: the number of updates.
  public func updates(samples: Int, batchSize: Int, epochs: Int) throws -> Int {
    throw NotAttempted("5.1")
  }
}
