import NumericCore

/// What figures ask: fits of one problem with more and more random features, by 7.1 and 7.2, or 7.3 where there is a penalty;
/// and how many degrees of freedom they have, by 7.8.
public struct CurveInput: Codable, Sendable {
  /// X, `[samples, inputs]`.
  public var samples: Matrix<Double>
  /// Y, `[samples, outputs]`.
  public var targets: Matrix<Double>
  /// X of the test part, `[test samples, inputs]`.
  public var testSamples: Matrix<Double>
  /// The numbers of features, rising.
  public var widths: [Int]
  /// Each λ; 0 is the minimum-norm solution.
  public var strengths: [Double]
  /// The seed of the directions.
  public var seed: UInt64
  /// The name of the directions' draws.
  public var stream: String
  /// ℓ of random Fourier features, which no exercise asks for; nothing where features are those of 7.1.
  public var bandwidth: Double?

  /// A problem, and the fits that are wanted of it.
  public init(
    samples: Matrix<Double>, targets: Matrix<Double>, testSamples: Matrix<Double>, widths: [Int],
    strengths: [Double] = [0], seed: UInt64, stream: String, bandwidth: Double? = nil
  ) {
    self.samples = samples
    self.targets = targets
    self.testSamples = testSamples
    self.widths = widths
    self.strengths = strengths
    self.seed = seed
    self.stream = stream
    self.bandwidth = bandwidth
  }

  /// The directions of the most features, a row each; fewer features have the first of them.
  public var directions: Matrix<Double> {
    var draws = Philox4x32x10(seed: seed, stream: stream)
    return .normal(rows: widths.max() ?? 0, columns: samples.columns, using: &draws)
  }

  /// What Fourier features add to the product with a direction, a number for each direction.
  public var phases: Vector<Double> {
    var draws = Philox4x32x10(seed: seed, stream: stream + "/phases")
    return .uniform(widths.max() ?? 0, in: 0..<2 * .pi, using: &draws)
  }

  /// The features of some samples: 7.1's, or √2 cos(v·x / ℓ + b).
  private func features(
    of samples: Matrix<Double>, _ directions: Matrix<Double>, by answers: any DoubleDescentQuestions
  ) throws -> Matrix<Double> {
    guard let bandwidth else {
      let features = try answers.randomFeatures(samples: samples, directions: directions)
      guard features.rows == samples.rows, features.columns == directions.rows else {
        throw WrongFit(description: "The features have shape \(features.rows) × \(features.columns).")
      }
      return features
    }
    let products = samples.dot(directions / bandwidth, transposingRight: true)
    return 2.0.squareRoot() * cos(products.adding(phases, to: .rows))
  }

  /// The fits, for each width all strengths.
  public func fits(by answers: any DoubleDescentQuestions) throws -> [CurveFit] {
    let directions = directions
    let features = try features(of: samples, directions, by: answers)
    let testFeatures = try self.features(of: testSamples, directions, by: answers)
    return try widths.flatMap { width in
      let (used, usedInTest) = (features[columns: 0..<width], testFeatures[columns: 0..<width])
      return try strengths.map { strength in
        let weights =
          strength > 0
          ? try answers.ridge(features: used, targets: targets, strength: strength)
          : try answers.minimumNorm(
            features: used, targets: targets, tolerance: Self.tolerance(samples: samples.rows, width: width))
        guard weights.rows == width, weights.columns == targets.columns, weights.allFinite else {
          throw WrongFit(description: "The weights have shape \(weights.rows) × \(weights.columns), or aren't finite.")
        }
        return CurveFit(training: used.dot(weights), test: usedInTest.dot(weights), norm: weights.norm)
      }
    }
  }

  /// The degrees of freedom of the penalized fits, for each width all strengths.
  public func freedoms(by answers: any DoubleDescentQuestions) throws -> [Double] {
    let features = try features(of: samples, directions, by: answers)
    return try widths.flatMap { width in
      try strengths.map { try answers.degreesOfFreedom(features: features[columns: 0..<width], strength: $0) }
    }
  }

  /// What rounding leaves of singular values that are zero, as a share of the largest.
  public static func tolerance(samples: Int, width: Int) -> Double { Double(max(samples, width)) * 0x1p-52 }
}

/// One fit of a curve.
public struct CurveFit: Codable, Sendable, Equatable {
  /// The predictions on the training samples, `[samples, outputs]`.
  public var training: Matrix<Double>
  /// The predictions on the test samples, `[test samples, outputs]`.
  public var test: Matrix<Double>
  /// |W|.
  public var norm: Double

  /// Predictions, and how long the weights are.
  public init(training: Matrix<Double>, test: Matrix<Double>, norm: Double) {
    self.training = training
    self.test = test
    self.norm = norm
  }
}

/// A fit that no figure can be drawn from.
struct WrongFit: Error, CustomStringConvertible {
  var description: String
}
