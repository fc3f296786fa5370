import NumericCore

/// What the figure `monte-carlo` asks of an answers program: images on their way through thinned networks, with masks of
/// 3.1 behind the first hidden layer and the forward pass of 3.2 behind the second; 3.5 averages what comes out.
public struct ThinnedPassesInput: Codable, Sendable {
  /// What the first hidden layer gives, before dropout, `[samples, units]`.
  public var activations: Matrix<Double>
  /// The second hidden layer, which is followed by ReLU.
  public var hidden: DenseLayer
  /// The layer of the logits.
  public var output: DenseLayer
  /// p of both hidden layers.
  public var keepProbability: Double
  /// How many thinned networks.
  public var masks: Int
  /// Of the draws, 0 or more.
  public var seed: Int

  /// Images, the layers that they have still before them, and how often they pass.
  public init(
    activations: Matrix<Double>, hidden: DenseLayer, output: DenseLayer, keepProbability: Double, masks: Int, seed: Int
  ) {
    self.activations = activations
    self.hidden = hidden
    self.output = output
    self.keepProbability = keepProbability
    self.masks = masks
    self.seed = seed
  }

  /// The averages over the first 1, 2, 4, ... thinned networks.
  ///
  /// - Throws: `WrongShape` where an answer's matrix has another shape than was asked for; what the answers throw.
  func averages(by answers: any DropoutQuestions) throws -> [ThinnedAverage] {
    var passes: [Matrix<Double>] = []
    var logits = Matrix<Double>.zeros(activations.rows, output.biases.count)
    var averages: [ThinnedAverage] = []
    for index in 1...max(masks, 1) {
      passes.append(try self.logits(throughNetwork: index, by: answers))
      logits = logits + passes[index - 1]
      guard index & (index - 1) == 0 else { continue }
      averages.append(
        ThinnedAverage(
          masks: index, probabilities: try predictions(of: passes, by: answers), logits: logits / Double(index)))
    }
    return averages
  }

  /// What the ensemble of these networks says of each sample, `[samples, classes]`.
  private func predictions(of passes: [Matrix<Double>], by answers: any DropoutQuestions) throws -> Matrix<Double> {
    let rows = try (0..<activations.rows).map { row in
      try answers.ensemblePrediction(logits: Matrix(rows: passes.map { $0.row(row) }))
    }
    for row in rows where row.count != output.biases.count {
      throw WrongShape(
        description: "ensemblePrediction returned \(row.count) numbers instead of \(output.biases.count).")
    }
    return Matrix(rows: rows)
  }

  private func logits(throughNetwork index: Int, by answers: any DropoutQuestions) throws -> Matrix<Double> {
    var generator = Philox4x32x10(seed: UInt64(max(seed, 0)), stream: "thinned").stream("network", index)
    let mask = try answers.dropoutMask(
      samples: activations.rows, units: activations.columns, keepProbability: keepProbability, using: &generator)
    try WrongShape.check(mask, of: "dropoutMask", like: activations)
    let sums = maximum(hidden.sums(mask * activations), 0)
    // The draws have a stream of their own: they don't depend on how many a student's mask took.
    var uniform = Philox4x32x10(seed: UInt64(max(seed, 0)), stream: "thinned draws").stream("network", index)
    let draws = Matrix<Double>.uniform(rows: sums.rows, columns: sums.columns, using: &uniform)
    let pass = try answers.dropoutForward(activations: sums, draws: draws, keepProbability: keepProbability)
    try WrongShape.check(pass.outputs, of: "dropoutForward", like: sums)
    return output.sums(pass.outputs)
  }
}

/// A dense layer's parameters.
public struct DenseLayer: Codable, Sendable, Equatable {
  /// W, `[inputs, outputs]`.
  public var weights: Matrix<Double>
  /// b, `[outputs]`.
  public var biases: Vector<Double>

  /// A layer of these weights and biases.
  public init(weights: Matrix<Double>, biases: Vector<Double>) {
    self.weights = weights
    self.biases = biases
  }

  /// x W + b, `[samples, outputs]`.
  public func sums(_ inputs: Matrix<Double>) -> Matrix<Double> { inputs.dot(weights).adding(biases, to: .rows) }
}

/// What so many thinned networks give together.
public struct ThinnedAverage: Codable, Sendable, Equatable {
  /// How many.
  public var masks: Int
  /// The mean of their probabilities, `[samples, classes]`.
  public var probabilities: Matrix<Double>
  /// The mean of their logits, `[samples, classes]`.
  public var logits: Matrix<Double>

  /// Means over thinned networks.
  public init(masks: Int, probabilities: Matrix<Double>, logits: Matrix<Double>) {
    self.masks = masks
    self.probabilities = probabilities
    self.logits = logits
  }
}

/// An answer's matrix of a shape that nobody asked for.
struct WrongShape: Error, CustomStringConvertible {
  let description: String

  static func check(_ matrix: Matrix<Double>, of function: String, like other: Matrix<Double>) throws(WrongShape) {
    guard matrix.hasSameShape(as: other) else {
      throw WrongShape(
        description: "\(function) returned a \(matrix.shapeDescription) instead of \(other.rows) × \(other.columns).")
    }
  }
}
