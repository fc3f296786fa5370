import NumericCore

/// Input of 2.8.
public struct SamplingInput: Codable, Sendable {
  /// The fan-in.
  public var inputs: Int
  /// The fan-out.
  public var outputs: Int
  /// Of the generator that is given.
  public var seed: UInt64

  /// A layer and a seed.
  public init(inputs: Int, outputs: Int, seed: UInt64) {
    self.inputs = inputs
    self.outputs = outputs
    self.seed = seed
  }
}

/// What 2.8 is judged by: properties of the drawn weights, rounded so that any order of draws gives the same.
public struct DrawnWeights: Codable, Sendable, Equatable {
  /// Rows of the matrix.
  public var rows: Int
  /// Columns of the matrix.
  public var columns: Int
  /// The mean times the root of the fan-in, to the nearest tenth.
  public var mean: Double
  /// The standard deviation times the root of the fan-in, to the nearest tenth.
  public var spread: Double
  /// The mean fourth power over the squared variance, to the nearest half: 3 for a normal distribution.
  public var kurtosis: Double
  /// 1 where the same generator gives the same weights again, otherwise 0.
  public var repeats: Int
  /// 1 where a generator of another seed gives other weights, otherwise 0.
  public var followsSeed: Int
  /// 1 where the generator has moved on, so that the next layer gets other weights, otherwise 0.
  public var movesOn: Int
}

extension SamplingInput {
  /// Draws thrice, and looks at what comes.
  func report(on draw: (inout Philox4x32x10) throws -> Matrix<Double>) throws -> DrawnWeights {
    let fresh = Philox4x32x10(seed: seed, stream: "weights")
    var (first, second) = (fresh, fresh)
    var other = Philox4x32x10(seed: seed &+ 1, stream: "weights")
    let (weights, again, others) = (try draw(&first), try draw(&second), try draw(&other))
    let root = Double(inputs).squareRoot()
    let numbers = Vector(weights.elements)
    let mean = numbers.mean()
    let deviations = numbers - mean
    let variance = (deviations * deviations).mean()
    let fourth = (deviations * deviations * deviations * deviations).mean()
    // Equal weights have no shape; rounding may leave a speck of variance.
    let isSpread = variance * Double(inputs) > 1e-12
    return DrawnWeights(
      rows: weights.rows, columns: weights.columns, mean: Self.rounded(mean * root, to: 10),
      spread: Self.rounded(variance.squareRoot() * root, to: 10),
      kurtosis: isSpread ? Self.rounded(fourth / (variance * variance), to: 2) : 0, repeats: weights == again ? 1 : 0,
      followsSeed: weights == others ? 0 : 1, movesOn: first == fresh ? 0 : 1)
  }

  private static func rounded(_ number: Double, to parts: Double) -> Double {
    // Adding 0 turns -0 into 0.
    (number * parts).rounded() / parts + 0
  }
}
