import BatchSizeQuestions
import NumericCore

extension ReferenceAnswers {
  /// The number of updates (5.1).
  public func updates(samples: Int, batchSize: Int, epochs: Int) throws -> Int {
    epochs * ((samples + batchSize - 1) / batchSize)
  }

  /// The mini-batches of some epochs (5.2).
  public func minibatches(samples: Int, batchSize: Int, epochs: Int, generator: inout Philox4x32x10) throws
    -> [[[Int]]]
  {
    (0..<epochs).map { _ in
      let order = generator.permutation(samples)
      return stride(from: 0, to: samples, by: batchSize).map { start in
        Array(order[start..<min(start + batchSize, samples)])
      }
    }
  }

  /// The gradient of a mini-batch (5.3).
  public func minibatchGradient(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, batch: [Int], batchSize: Int
  ) throws -> Vector<Double> {
    var sum = Vector<Double>.zeros(weights.count)
    for sample in batch {
      let x = features.row(sample)
      sum = sum + (x.dot(weights) - targets[sample]) * x
    }
    return sum / Double(batch.count)
  }
}
