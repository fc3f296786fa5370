import NumericCore

/// Linear regression whose features come in two scales, under gradient descent from 0.
///
/// Features of scale 1 are learned first and matter little, so that soon they follow the noise; those of the small scale
/// matter more and are learned late. Each has its own U of falling bias and rising variance, one after the other.
///
/// Source: "Early stopping in deep networks: Double descent and how to eliminate it" (Heckel, Yilmaz, 2021).
struct TwoScales: Sendable {
  static let samples = 200
  static let largeCount = 40
  static let smallCount = 20
  static let small = 0.1
  /// The deviation of the noise in the targets.
  static let noise = 1.0
  /// η.
  static let rate = 0.05
  /// What each feature adds to the target's variance, over the variance that noise gives its coefficient.
  static let (largeSignal, smallSignal) = (1.0, 4.0)

  /// The scale that the late features have here. What they add to the target doesn't change with it.
  var smallScale: Double

  private var scales: Vector<Double> {
    Vector(count: Self.largeCount + Self.smallCount) { $0 < Self.largeCount ? 1 : smallScale }
  }

  /// The true weights: signal is scale times weight.
  private var weights: Vector<Double> {
    let unit = Self.noise * Self.noise / Double(Self.samples)
    return Vector(count: Self.largeCount + Self.smallCount) { index in
      index < Self.largeCount
        ? (Self.largeSignal * unit).squareRoot() : (Self.smallSignal * unit).squareRoot() / smallScale
    }
  }

  /// The error beyond the noise's own after each number of steps, for one draw.
  ///
  /// With XᵀX/n = V diag(d) Vᵀ, t steps have multiplied each component of the least-squares solution along V by
  /// 1 - (1 - ηd)^t.
  func testErrors(steps: [Int], draws: Philox4x32x10) throws -> [Double] {
    let (x, y) = data(draws: draws)
    let n = Double(Self.samples)
    let eigen = try symmetricEigen(x.dot(x, transposingLeft: true) / n)
    let pulled = eigen.vectors.dot(x.dot(Matrix(columns: [y]), transposingLeft: true) / n, transposingLeft: true)
      .column(0)
    return steps.map { step in
      let along = Vector(count: pulled.count) { index in
        let d = eigen.values[index]
        return pulled[index] / d * (1 - pow(1 - Self.rate * d, Double(step)))
      }
      return error(of: eigen.vectors.dot(along))
    }
  }

  /// The error beyond the noise's own of some weights: the mean over fresh samples of the squared distance from the truth.
  func error(of found: Vector<Double>) -> Double {
    let missed = (found - weights) * scales
    return missed.dot(missed)
  }

  /// A draw of features and targets.
  func data(draws: Philox4x32x10) -> (features: Matrix<Double>, targets: Vector<Double>) {
    var draws = draws
    let x = Matrix<Double>.normal(rows: Self.samples, columns: scales.count, using: &draws)
      .multiplying(.rows, by: scales)
    let noise = Vector<Double>.normal(Self.samples, mean: 0, standardDeviation: Self.noise, using: &draws)
    return (x, x.dot(weights) + noise)
  }

  /// The expected error of each kind of feature, were all at right angles: with q = (1 - ηs²)^t, bias signal q² and variance
  /// σ²/n (1 - q)² each.
  func expectedParts(steps: [Int]) -> (large: [Double], small: [Double]) {
    let unit = Self.noise * Self.noise / Double(Self.samples)
    func part(_ count: Int, _ signal: Double, _ scale: Double) -> [Double] {
      steps.map { step in
        let q = pow(1 - Self.rate * scale * scale, Double(step))
        return Double(count) * unit * (signal * q * q + (1 - q) * (1 - q))
      }
    }
    return (
      part(Self.largeCount, Self.largeSignal, 1), part(Self.smallCount, Self.smallSignal, smallScale)
    )
  }
}
