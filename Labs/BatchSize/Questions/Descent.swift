import NumericCore

/// A whole descent to do with a student's mini-batches (5.2) and their gradients (5.3): what the figure of paths is drawn
/// from.
public struct DescentRequest: Codable, Sendable {
  /// x, `[samples, inputs]`.
  public var features: Matrix<Double>
  /// t, `[samples]`.
  public var targets: Vector<Double>
  /// w at the start, `[inputs]`.
  public var start: Vector<Double>
  /// M.
  public var batchSize: Int
  /// How often descent goes through the samples.
  public var epochs: Int
  /// η.
  public var learningRate: Double
  /// The seed of the generator that shuffles.
  public var seed: UInt64

  /// A descent to do.
  public init(
    features: Matrix<Double>, targets: Vector<Double>, start: Vector<Double>, batchSize: Int, epochs: Int,
    learningRate: Double, seed: UInt64
  ) {
    self.features = features
    self.targets = targets
    self.start = start
    self.batchSize = batchSize
    self.epochs = epochs
    self.learningRate = learningRate
    self.seed = seed
  }

  /// What shuffles the samples.
  public var generator: Philox4x32x10 { Philox4x32x10(seed: seed, stream: "descent") }

  /// The weights before the first update and after each: w ← w - η g.
  ///
  /// - Throws: what the answers throw, or where they return something that no update can be made of.
  public func path(by answers: any BatchSizeQuestions) throws -> [Vector<Double>] {
    var generator = generator
    let batches = try answers.minibatches(
      samples: targets.count, batchSize: batchSize, epochs: epochs, generator: &generator)
    var path = [start]
    for batch in batches.joined() {
      guard !batch.isEmpty, batch.allSatisfy((0..<targets.count).contains) else { throw UnusableAnswer.batch }
      let weights = path[path.count - 1]
      let gradient = try answers.minibatchGradient(
        features: features, targets: targets, weights: weights, batch: batch, batchSize: batchSize)
      guard gradient.count == weights.count else { throw UnusableAnswer.gradient }
      path.append(weights - learningRate * gradient)
    }
    return path
  }
}

/// Answers that descent can't go on with.
enum UnusableAnswer: Error, CustomStringConvertible {
  case batch
  case gradient

  var description: String {
    switch self {
    case .batch: "5.2 returned a batch that is empty or has an index outside of the samples."
    case .gradient: "5.3 returned a gradient with another number of elements than there are weights."
    }
  }
}
