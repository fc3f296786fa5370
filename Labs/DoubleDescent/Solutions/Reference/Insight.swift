import DoubleDescentQuestions
import NumericCore

extension ReferenceAnswers {
  /// What is left of pure noise (7.9).
  public func predictedErrors(samples: Int, widths: [Int], deviation: Double) throws -> [NoiseErrors] {
    widths.map { width in
      let share = Double(min(width, samples)) / Double(samples)
      return NoiseErrors(
        training: deviation * deviation * (1 - share), fresh: deviation * deviation * (1 + share))
    }
  }

  /// Who made the risk curve (7.10).
  public func suspect(data: CurveData, widths: [Int], training: Vector<Double>, test: Vector<Double>) throws
    -> Suspect
  {
    let distances = try Suspect.allCases.map { suspect in
      let curve = try suspect.curve(of: data, widths: widths)
      return (suspect, (curve.training - training).norm + (curve.test - test).norm)
    }
    return distances.min { $0.1 < $1.1 }?.0 ?? .minimumNorm
  }
}

extension Suspect {
  /// The curve by this suspect's rule: a training and a test error for each width.
  public func curve(of data: CurveData, widths: [Int]) throws -> (training: Vector<Double>, test: Vector<Double>) {
    let pairs = try widths.map { try errors(of: data, width: $0) }
    return (Vector(pairs.map(\.training)), Vector(pairs.map(\.test)))
  }

  private func errors(of data: CurveData, width: Int) throws -> (training: Double, test: Double) {
    let features = data.features[columns: 0..<width]
    let all = data.testFeatures.columns
    let testFeatures =
      self == .otherTestFeatures
      ? Matrix(columns: (0..<width).map { data.testFeatures.column(all - 1 - $0) })
      : data.testFeatures[columns: 0..<width]
    let weights = try weights(features, data.targets, testFeatures, data.testTargets)
    let seen = self == .halfTheSamples ? features.rows / 2 : features.rows
    let training = square(Vector((data.targets - features.dot(weights)).prefix(seen))).mean()
    let test = square(data.testTargets - testFeatures.dot(weights)).mean()
    return (training, self == .trainingTwice ? training : test)
  }

  private func weights(
    _ features: Matrix<Double>, _ targets: Vector<Double>, _ testFeatures: Matrix<Double>, _ testTargets: Vector<Double>
  ) throws -> Vector<Double> {
    func shortest(_ features: Matrix<Double>, _ targets: Vector<Double>, _ tolerance: Double) throws -> Vector<Double> {
      try ReferenceAnswers().minimumNorm(
        features: features, targets: Matrix(columns: [targets]), tolerance: tolerance
      ).column(0)
    }
    let n = features.rows
    switch self {
    case .minimumNorm, .otherTestFeatures, .trainingTwice: return try shortest(features, targets, 1e-12)
    case .ridge:
      return try ReferenceAnswers().ridge(features: features, targets: Matrix(columns: [targets]), strength: 0.05)
        .column(0)
    case .truncated: return try shortest(features, targets, 0.2)
    case .firstFeatures:
      let used = min(n, features.columns)
      let first = try shortest(features[columns: 0..<used], targets, 1e-12)
      return Vector(Array(first) + Array(repeating: 0, count: features.columns - used))
    case .halfTheSamples: return try shortest(features[rows: 0..<n / 2], Vector(targets.prefix(n / 2)), 1e-12)
    case .testInTraining:
      return try shortest(features.stacked(above: testFeatures), Vector(Array(targets) + Array(testTargets)), 1e-12)
    }
  }
}
