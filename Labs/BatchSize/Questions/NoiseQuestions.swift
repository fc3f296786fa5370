import NumericCore

/// Exercises 5.4, 5.5 and 5.8: how noisy a mini-batch's gradient is, and what to do about the learning rate.
public protocol NoiseQuestions: Sendable {
  /// **5.4 The variance of a mini-batch's gradient** (2 points).
  ///
  /// You are given the gradients of all N samples with respect to one weight. A mini-batch's gradient is the mean of M of
  /// them. What is its variance over random batches, where samples are drawn with replacement, and where they are drawn
  /// without? Let σ² be the variance of the N gradients divided by N, and s² the one divided by N - 1. Then
  ///
  /// - with replacement: σ²/M;
  /// - without: σ²/M (N - M)/(N - 1), which is the same as s²/M (1 - M/N). Each variance has its own correction.
  ///
  /// Source: "Sampling Techniques" (Cochran, 1977), theorem 2.2.
  ///
  /// - Parameters:
  ///   - gradients: of all samples, `[samples]`, 2 or more.
  ///   - batchSize: M, from 1 to N.
  /// - Returns: both variances.
  func gradientVariance(gradients: Vector<Double>, batchSize: Int) throws -> GradientVariance

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
  func learningRate(update: Int, baseRate: Double, baseBatchSize: Int, batchSize: Int, warmUpUpdates: Int) throws
    -> Double

  /// **5.8 Predict: what a larger batch does to the noise** (2 points).
  ///
  /// Batches are drawn without replacement from N samples. The standard deviation of a mini-batch's gradient is measured
  /// over all possible batches of M₁ samples, then over all possible batches of M₂. What is the second divided by the
  /// first? Answer before you run it. Your answer is compared with the count over all batches.
  ///
  /// - Parameters:
  ///   - samples: N, 3 or more.
  ///   - smaller: M₁, from 1 to N - 1.
  ///   - larger: M₂, from M₁ + 1 to N.
  /// - Returns: the ratio, from 0 to 1.
  func noiseRatio(samples: Int, smaller: Int, larger: Int) throws -> Double
}

/// The variance of a mini-batch's gradient over random batches.
public struct GradientVariance: Codable, Sendable, Equatable {
  /// Where a sample may be drawn several times.
  public var withReplacement: Double
  /// Where it is drawn once at most.
  public var withoutReplacement: Double

  /// The two variances.
  public init(withReplacement: Double, withoutReplacement: Double) {
    self.withReplacement = withReplacement
    self.withoutReplacement = withoutReplacement
  }
}
