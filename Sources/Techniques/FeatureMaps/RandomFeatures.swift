import NumericCore

/// A fixed map from inputs to features, on which a linear model is then fitted.
public protocol FeatureMap: Sendable {
  /// How many features it makes.
  var count: Int { get }
  /// The features of samples, `[samples, inputs]` to `[samples, count]`.
  func features(of samples: Matrix<Double>) -> Matrix<Double>
}

/// φ(x) = max(0, v·x) with random directions v, uniform on the unit sphere: a layer of rectifiers that isn't trained.
///
/// The first features of a larger map from the same generator are those of a smaller one, so a curve over the width changes
/// nothing but the width.
///
/// Source: "Reconciling modern machine-learning practice and the classical bias-variance trade-off" (Belkin, Hsu, Ma, Mandal,
/// 2019), supplement.
public struct RandomReLUFeatures: FeatureMap {
  /// v, a row a feature.
  public let directions: Matrix<Double>

  /// Takes the directions as they come, a row a feature, and brings each to length 1; none is 0.
  public init(directions: Matrix<Double>) {
    let lengths = directions.reduced(over: .columns) { $0.norm }
    require(lengths.allSatisfy { $0 > 0 }, "A direction of a feature map has a length above 0; one here hasn't.")
    self.directions = directions.dividing(.columns, by: lengths)
  }

  /// Draws the directions.
  ///
  /// - Parameters:
  ///   - inputs: how long an input is, at least 1.
  ///   - count: how many features, at least 1.
  ///   - draws: where they come from.
  public init<Draws: RandomNumberGenerator>(inputs: Int, count: Int, draws: inout Draws) {
    require(inputs > 0 && count > 0, "A feature map needs inputs and features.")
    self.init(directions: .normal(rows: count, columns: inputs, using: &draws))
  }

  /// How many features it makes.
  public var count: Int { directions.rows }

  /// max(0, v·x), `[samples, inputs]` to `[samples, count]`.
  public func features(of samples: Matrix<Double>) -> Matrix<Double> {
    maximum(samples.dot(directions, transposingRight: true), 0)
  }
}

/// φ(x) = √2 cos(v·x + b), with normal v of standard deviation 1/bandwidth and b uniform between 0 and 2π.
///
/// The mean of φ(x) φ(y) over many features is exp(-|x - y|² / (2 bandwidth²)), the Gaussian kernel. The first features of a
/// larger map from the same generator are those of a smaller one.
///
/// Source: "Random features for large-scale kernel machines" (Rahimi, Recht, 2007).
public struct RandomFourierFeatures: FeatureMap {
  /// v, a row a feature.
  public let frequencies: Matrix<Double>
  /// b.
  public let phases: Vector<Double>

  /// Takes frequencies and phases as they come.
  ///
  /// - Parameters:
  ///   - frequencies: v, a row a feature.
  ///   - phases: b, one a feature.
  public init(frequencies: Matrix<Double>, phases: Vector<Double>) {
    require(
      frequencies.rows == phases.count,
      "Each feature has a frequency and a phase; \(frequencies.rows) frequencies have \(phases.count) phases.")
    (self.frequencies, self.phases) = (frequencies, phases)
  }

  /// Draws frequencies and phases.
  ///
  /// - Parameters:
  ///   - inputs: how long an input is, at least 1.
  ///   - count: how many features, at least 1.
  ///   - bandwidth: the distance over which functions vary, above 0.
  ///   - draws: where they come from.
  public init<Draws: RandomNumberGenerator>(inputs: Int, count: Int, bandwidth: Double, draws: inout Draws) {
    require(inputs > 0 && count > 0, "A feature map needs inputs and features.")
    require(bandwidth > 0 && bandwidth.isFinite, "A bandwidth is above 0; \(bandwidth) isn't.")
    var frequencies: [Double] = []
    var phases: [Double] = []
    for _ in 0..<count {
      for _ in 0..<inputs { frequencies.append(draws.normal(mean: 0, standardDeviation: 1 / bandwidth)) }
      phases.append(2 * .pi * draws.uniform())
    }
    self.init(
      frequencies: Matrix(rows: count, columns: inputs, elements: frequencies), phases: Vector(phases))
  }

  /// How many features it makes.
  public var count: Int { frequencies.rows }

  /// √2 cos(v·x + b), `[samples, inputs]` to `[samples, count]`.
  public func features(of samples: Matrix<Double>) -> Matrix<Double> {
    cos(samples.dot(frequencies, transposingRight: true).adding(phases, to: .rows)) * 2.0.squareRoot()
  }
}
