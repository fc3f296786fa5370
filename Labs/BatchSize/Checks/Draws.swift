import AnswerChecks
import BatchSizeQuestions
import NumericCore

extension Philox4x32x10 {
  /// A random linear problem and a batch of it.
  mutating func batch(samples: Int, inputs: Int, count: Int, batchSize: Int) -> BatchInput {
    BatchInput(
      features: Matrix(rows: samples, columns: inputs) { _, _ in signed(in: 0.3..<3) },
      targets: vector(samples), weights: vector(inputs),
      // From the back of the data, so that no sample stands where it stands in the batch.
      batch: sampleWithoutReplacement(count, below: samples - count).map { $0 + count }, batchSize: batchSize)
  }
}
