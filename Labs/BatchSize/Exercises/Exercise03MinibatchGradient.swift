import BatchSizeQuestions
import NumericCore

extension MyAnswers {
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
  public func minibatchGradient(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, batch: [Int], batchSize: Int
  ) throws -> Vector<Double> {
    throw NotAttempted("5.3")
  }
}
