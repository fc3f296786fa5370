import DoubleDescentQuestions
import NumericCore
import Techniques

/// Risk curves of all suspects, two each, in an order that the seed decides.
func curveCases(_ generator: inout Philox4x32x10) throws -> [RiskCurveInput] {
  var cases = try Suspect.allCases.flatMap { suspect in
    try (0..<2).map { _ in try riskCurve(of: suspect, &generator) }
  }
  generator.shuffleInPlace(&cases)
  return cases
}

/// Widths around the number of samples, its half, and its sum with the test samples.
private let widths = [2, 3, 5, 6, 8, 11, 15]

private func riskCurve(of suspect: Suspect, _ generator: inout Philox4x32x10) throws -> RiskCurveInput {
  let (samples, tests, features) = (6, 5, 15)
  let weights = generator.vector(features, in: 0.2..<1)
  let (x, testX) = (generator.matrix(samples, features), generator.matrix(tests, features))
  func noisy(_ targets: Vector<Double>) -> Vector<Double> {
    targets.map { (($0 + generator.signed(in: 0.3..<1)) * 10).rounded() / 10 }
  }
  let data = CurveData(
    features: x, targets: noisy(x.dot(weights)), testFeatures: testX, testTargets: noisy(testX.dot(weights)))
  let errors = try widths.map { try errorPair(of: suspect, data, width: $0) }
  return RiskCurveInput(
    data: data, widths: widths, training: Vector(errors.map(\.training)), test: Vector(errors.map(\.test)))
}

private func errorPair(of suspect: Suspect, _ data: CurveData, width: Int) throws -> (training: Double, test: Double) {
  let rows = suspect == .halfTheSamples ? data.features.rows / 2 : data.features.rows
  let features = data.features[columns: 0..<width][rows: 0..<rows]
  let targets = Vector(data.targets.prefix(rows))
  var testFeatures = data.testFeatures[columns: 0..<width]
  if suspect == .otherTestFeatures {
    let last = data.testFeatures.columns - 1
    testFeatures = Matrix(rows: testFeatures.rows, columns: width) { data.testFeatures[$0, last - $1] }
  }
  let weights: Vector<Double>
  switch suspect {
  case .minimumNorm, .halfTheSamples, .otherTestFeatures, .trainingTwice:
    weights = try leastSquares(features, targets).solution
  case .truncated: weights = try leastSquares(features, targets, tolerance: 0.2).solution
  case .ridge:
    // A penalty stands below the features as more samples, whose targets are 0.
    let root = (2 * Double(rows) * 0.05).squareRoot()
    weights = try leastSquares(
      features.stacked(above: Matrix(diagonal: Vector(repeating: root, count: width))),
      Vector(Array(targets) + Array(repeating: 0, count: width))
    ).solution
  case .firstFeatures:
    let first = try leastSquares(features[columns: 0..<min(width, rows)], targets).solution
    weights = Vector(count: width) { $0 < first.count ? first[$0] : 0 }
  case .testInTraining:
    weights = try leastSquares(
      features.stacked(above: testFeatures), Vector(Array(targets) + Array(data.testTargets))
    ).solution
  }
  func error(_ features: Matrix<Double>, _ targets: Vector<Double>) -> Double {
    let residuals = targets - features.dot(weights)
    return residuals.dot(residuals) / Double(targets.count)
  }
  let training = error(features, targets)
  return (training, suspect == .trainingTwice ? training : error(testFeatures, data.testTargets))
}
