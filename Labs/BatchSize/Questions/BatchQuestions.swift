import NumericCore

/// Exercises 5.1 to 5.3: what a mini-batch is, and the gradient that it gives.
public protocol BatchQuestions: Sendable {
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
  func updates(samples: Int, batchSize: Int, epochs: Int) throws -> Int

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
  func minibatches(samples: Int, batchSize: Int, epochs: Int, generator: inout Philox4x32x10) throws -> [[[Int]]]

  /// **5.3 The gradient of a mini-batch** (2 points).
  ///
  /// A linear model y = x · w is fitted to targets t. The loss of a batch B is the mean over its samples of
  /// 1/2 (x · w - t)², so its gradient is 1/|B| Σ (x · w - t) x, the sum over the samples of B. It estimates the
  /// gradient over all samples, whatever the size of B.
  ///
  /// - Parameters:
  ///   - features: x, a sample a row, `[samples, inputs]`.
  ///   - targets: t, `[samples]`.
  ///   - weights: w, `[inputs]`.
  ///   - batch: the indices of B's samples, one at least.
  ///   - batchSize: M, the size of a full batch. The last batch of an epoch may have fewer samples.
  /// - Returns: the gradient of the batch, `[inputs]`.
  func minibatchGradient(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, batch: [Int], batchSize: Int
  ) throws -> Vector<Double>
}
