import BatchSizeQuestions
import NumericCore

extension MyAnswers {
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
  public func batchSuspect(
    features: Vector<Double>, targets: Vector<Double>, orders: [[Int]], batchSize: Int, learningRate: Double,
    weights: Vector<Double>
  ) throws -> BatchSuspect {
    throw NotAttempted("5.9")
  }
}
