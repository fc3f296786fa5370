import BatchSizeQuestions
import NumericCore

extension ReferenceAnswers {
  /// The variance of a mini-batch's gradient (5.4).
  public func gradientVariance(gradients: Vector<Double>, batchSize: Int) throws -> GradientVariance {
    let (n, m) = (Double(gradients.count), Double(batchSize))
    let withReplacement = variance(gradients, .population) / m
    return GradientVariance(
      withReplacement: withReplacement, withoutReplacement: withReplacement * (n - m) / (n - 1))
  }

  /// The learning rate of linear scaling with warm-up (5.5).
  public func learningRate(
    update: Int, baseRate: Double, baseBatchSize: Int, batchSize: Int, warmUpUpdates: Int
  ) throws -> Double {
    let scaled = baseRate * Double(batchSize) / Double(baseBatchSize)
    guard update < warmUpUpdates else { return scaled }
    return baseRate + (scaled - baseRate) * Double(update) / Double(warmUpUpdates)
  }

  /// The noise at one batch size over that at a smaller one (5.8).
  public func noiseRatio(samples: Int, smaller: Int, larger: Int) throws -> Double {
    func variance(_ batchSize: Int) -> Double { Double(samples - batchSize) / Double(batchSize) }
    return (variance(larger) / variance(smaller)).squareRoot()
  }
}
