import BatchSizeQuestions
import NumericCore

extension MyAnswers {
  /// **5.5 Linear scaling with warm-up** (2 points).
  ///
  /// A learning rate η₀ is known to work at batch size M₀. At batch size M the rule of linear scaling takes η₀ M/M₀. At
  /// large M the first updates would diverge at that rate, so it is approached in a straight line: update t, counted from
  /// 0, takes η₀ + (η₀ M/M₀ - η₀) t/n where t < n, and η₀ M/M₀ from t = n on.
  ///
  /// Source: "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour" (Goyal et al., 2017), section 2.
  ///
  /// - Parameters:
  ///   - update: t, 0 or more.
  ///   - baseRate: η₀, positive.
  ///   - baseBatchSize: M₀, 1 or more.
  ///   - batchSize: M, 1 or more.
  ///   - warmUpUpdates: n, 0 or more; with 0 there is no warm-up.
  /// - Returns: the learning rate of that update.
  public func learningRate(update: Int, baseRate: Double, baseBatchSize: Int, batchSize: Int, warmUpUpdates: Int) throws
    -> Double
  {
    throw NotAttempted("5.5")
  }
}
