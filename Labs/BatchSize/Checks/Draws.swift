import BatchSizeQuestions
import NumericCore

extension Philox4x32x10 {
  /// A number in the range with so few decimals that it reads well.
  mutating func decimal(in range: Range<Double>, places: Int = 1) -> Double {
    let scale = pow(10, Double(places))
    return (uniform(in: range) * scale).rounded() / scale
  }

  /// A number of this size with either sign: away from zero, so that every mistake in it shows.
  mutating func signed(in sizes: Range<Double>, places: Int = 1) -> Double {
    let size = decimal(in: sizes, places: places)
    return bernoulli(0.5) ? size : -size
  }

  /// Numbers of either sign, `[count]`.
  mutating func vector(_ count: Int, in sizes: Range<Double> = 0.3..<3) -> Vector<Double> {
    Vector(count: count) { _ in signed(in: sizes) }
  }

  /// One of these.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[integer(below: elements.count)] }

  /// A random linear problem and a batch of it.
  mutating func batch(samples: Int, inputs: Int, count: Int, batchSize: Int) -> BatchInput {
    BatchInput(
      features: Matrix(rows: samples, columns: inputs) { _, _ in signed(in: 0.3..<3) },
      targets: vector(samples), weights: vector(inputs),
      // From the back of the data, so that no sample stands where it stands in the batch.
      batch: sampleWithoutReplacement(count, below: samples - count).map { $0 + count }, batchSize: batchSize)
  }
}
