import COpenBLAS

/// One bare product of a training step: c <- a b, in single precision, row after row, either side transposed or not.
///
/// The memory belongs to `StepMemory`, which lives as long as it is used. Threads share what they read and never what they
/// write, which is why a product may call itself `Sendable`.
struct Product: @unchecked Sendable {
  var transposesLeft = false
  var transposesRight = false
  let rows: Int
  let columns: Int
  let inner: Int
  let left: MatrixPlace
  let right: MatrixPlace
  let result: MatrixPlace
  /// How far the left side moves from one step's batch to the next; only samples move.
  var stepOfLeft = 0

  /// - Parameter batch: which of the batches the step takes.
  func perform(batch: Int) {
    cblas_sgemm(
      CblasRowMajor, transposesLeft ? CblasTrans : CblasNoTrans, transposesRight ? CblasTrans : CblasNoTrans,
      Int32(rows), Int32(columns), Int32(inner), 1, left.start + batch * stepOfLeft, left.stride, right.start,
      right.stride,
      0, result.start, result.stride)
  }
}

/// Where a matrix lies, and how many numbers one of its rows is from the next.
struct MatrixPlace {
  let start: UnsafeMutablePointer<Float>
  let stride: Int32

  /// The part that begins at this row and column.
  func from(row: Int = 0, column: Int = 0) -> MatrixPlace {
    MatrixPlace(start: start + row * Int(stride) + column, stride: stride)
  }
}

/// The matrices of a training step of the network 784 -> 200 -> 10, filled with numbers that are no zeros.
final class StepMemory: @unchecked Sendable {
  static let (inputs, hidden, outputs) = (784, 200, 10)

  let batch: Int
  /// How many batches of samples there are: the steps take them in turns, as training does, so that samples come from where
  /// training finds them.
  let batches: Int
  /// [batches * batch, inputs]
  let samples: MatrixPlace
  /// [inputs, hidden] and [hidden, outputs]
  let firstWeights, secondWeights: MatrixPlace
  /// [batch, hidden] and [batch, outputs]
  let activations, answers: MatrixPlace
  /// The gradients with respect to `activations` and `answers`.
  let activationDelta, answerDelta: MatrixPlace
  /// The gradients of the weights: for each thread its own, as some arrangements need.
  let firstGradients, secondGradients: [MatrixPlace]

  private let numbers: UnsafeMutablePointer<Float>

  /// As many samples as the training that is measured beside: 2,048 or eight batches.
  static func batches(of batch: Int) -> Int { max(8, 2048 / batch) }

  init(batch: Int, threads: Int) {
    batches = Self.batches(of: batch)
    let (inputs, hidden, outputs) = (Self.inputs, Self.hidden, Self.outputs)
    let shapes =
      [
        (batches * batch, inputs), (inputs, hidden), (hidden, outputs), (batch, hidden), (batch, outputs),
        (batch, hidden),
        (batch, outputs),
      ] + (0..<threads).flatMap { _ in [(inputs, hidden), (hidden, outputs)] }
    // Whole pages, so that no two matrices share a cache line.
    let sizes = shapes.map { ($0.0 * $0.1 + 1023) / 1024 * 1024 }
    let total = sizes.reduce(0, +)
    numbers = UnsafeMutableRawPointer.allocate(byteCount: total * 4, alignment: 4096)
      .bindMemory(to: Float.self, capacity: total)
    for index in 0..<total { numbers[index] = Float(index % 997) / 997 - 0.4 }
    var places: [MatrixPlace] = []
    var start = numbers
    for (shape, size) in zip(shapes, sizes) {
      places.append(MatrixPlace(start: start, stride: Int32(shape.1)))
      start += size
    }
    self.batch = batch
    (samples, firstWeights, secondWeights) = (places[0], places[1], places[2])
    (activations, answers, activationDelta, answerDelta) = (places[3], places[4], places[5], places[6])
    firstGradients = (0..<threads).map { places[7 + 2 * $0] }
    secondGradients = (0..<threads).map { places[8 + 2 * $0] }
  }

  deinit { numbers.deallocate() }
}

extension StepMemory {
  /// Samples to answers: both products of the forward pass, for some samples of the batch.
  func forward(_ rows: Range<Int>) -> [Product] {
    [
      Product(
        rows: rows.count, columns: Self.hidden, inner: Self.inputs, left: samples.from(row: rows.lowerBound),
        right: firstWeights, result: activations.from(row: rows.lowerBound), stepOfLeft: batch * Self.inputs),
      Product(
        rows: rows.count, columns: Self.outputs, inner: Self.hidden, left: activations.from(row: rows.lowerBound),
        right: secondWeights, result: answers.from(row: rows.lowerBound)),
    ]
  }

  /// The gradient with respect to the activations, for some samples.
  func backward(_ rows: Range<Int>) -> Product {
    Product(
      transposesRight: true, rows: rows.count, columns: Self.hidden, inner: Self.outputs,
      left: answerDelta.from(row: rows.lowerBound), right: secondWeights,
      result: activationDelta.from(row: rows.lowerBound))
  }

  /// Some rows (inputs) and columns (hidden units) of the first weights' gradient, summed over some samples.
  func firstGradient(
    inputs: Range<Int> = 0..<inputs, hidden: Range<Int> = 0..<hidden, samples rows: Range<Int>, copy: Int = 0
  ) -> Product {
    Product(
      transposesLeft: true, rows: inputs.count, columns: hidden.count, inner: rows.count,
      left: samples.from(row: rows.lowerBound, column: inputs.lowerBound),
      right: activationDelta.from(row: rows.lowerBound, column: hidden.lowerBound),
      result: firstGradients[copy].from(row: inputs.lowerBound, column: hidden.lowerBound),
      stepOfLeft: batch * Self.inputs)
  }

  /// Some rows (hidden units) of the second weights' gradient, summed over some samples.
  func secondGradient(hidden: Range<Int> = 0..<hidden, samples rows: Range<Int>, copy: Int = 0) -> Product {
    Product(
      transposesLeft: true, rows: hidden.count, columns: Self.outputs, inner: rows.count,
      left: activations.from(row: rows.lowerBound, column: hidden.lowerBound),
      right: answerDelta.from(row: rows.lowerBound),
      result: secondGradients[copy].from(row: hidden.lowerBound))
  }
}
