import DeepLearning
import NumericCore

/// A regression to learn and one to test with. Features are standardized by the training part.
struct RegressionData: Sendable {
  /// X, `[samples, features]`.
  var features: Matrix<Double>
  /// y, `[samples]`.
  var targets: Vector<Double>
  /// X of the test part.
  var testFeatures: Matrix<Double>
  /// y of the test part.
  var testTargets: Vector<Double>
  /// The mean of the training targets, which is taken off both parts.
  var targetMean: Double
  /// The weights that the targets were made with; nothing where nobody knows them.
  var trueWeights: Vector<Double>?

  /// The features whose true weights aren't 0.
  var support: Set<Int>? { trueWeights.map { weights in Set(weights.indices.filter { weights[$0] != 0 }) } }

  /// Standardizes the features by the training part and takes its means off.
  init(
    features: Matrix<Double>, targets: Vector<Double>, testFeatures: Matrix<Double>, testTargets: Vector<Double>,
    trueWeights: Vector<Double>? = nil
  ) {
    let scaler = Standardizer(fitting: features)
    self.features = scaler.transform(features)
    self.testFeatures = scaler.transform(testFeatures)
    targetMean = targets.mean()
    self.targets = targets - targetMean
    self.testTargets = testTargets - targetMean
    self.trueWeights = trueWeights
  }

  /// The mean squared error on the test part, over that of the training mean.
  func testError(of weights: Vector<Double>) -> Double {
    let residuals = testTargets - testFeatures.dot(weights)
    return residuals.dot(residuals) / testTargets.dot(testTargets)
  }

  /// The share of test samples whose label has another sign than the prediction.
  func wrongSigns(of weights: Vector<Double>) -> Double {
    let predictions = testFeatures.dot(weights) + targetMean
    let wrong = zip(predictions, testTargets + targetMean).count { ($0 >= 0) != ($1 >= 0) }
    return Double(wrong) / Double(testTargets.count)
  }
}

/// Made-up regressions of which few features matter.
struct SparseRegression: Sendable {
  /// How many samples there are to learn from.
  var samples: Int
  /// How many features there are.
  var features: Int
  /// The weights that aren't 0.
  var weights: [Double]
  /// The correlation of neighbouring features.
  var correlation: Double
  /// The deviation of the noise in the targets.
  var noise: Double

  /// Features are normal with variance 1, and those k apart are correlated by the k-th power; the weights lie evenly among
  /// them.
  func data(testSamples: Int, draws: Philox4x32x10) -> RegressionData {
    var draws = draws
    var truth = Vector<Double>.zeros(features)
    for (place, weight) in weights.enumerated() { truth[place * features / weights.count] = weight }
    let total = samples + testSamples
    let fresh = Matrix<Double>.normal(rows: total, columns: features, using: &draws)
    let share = (1 - correlation * correlation).squareRoot()
    var columns = [fresh.column(0)]
    for index in 1..<features { columns.append(correlation * columns[index - 1] + share * fresh.column(index)) }
    let x = Matrix(columns: columns)
    let y = x.dot(truth) + Vector<Double>.normal(total, mean: 0, standardDeviation: noise, using: &draws)
    return RegressionData(
      features: x[rows: 0..<samples], targets: Vector(y.prefix(samples)), testFeatures: x[rows: samples..<total],
      testTargets: Vector(y.suffix(testSamples)), trueWeights: truth)
  }

  /// The regression of the figures: few of 40 features matter, and some of those hardly do.
  static let lecture = SparseRegression(
    samples: 100, features: 40, weights: [3, -2, 1.5, -1, 0.5], correlation: 0.5, noise: 2)
}

extension Measurements {
  /// A random half to learn from, with as many of each label as in the whole.
  func split(draws: Philox4x32x10) -> RegressionData {
    var draws = draws
    let split = Split.stratified(by: labels.map { $0 > 0 ? 1 : 0 }, testFraction: 0.5, using: &draws)
    return RegressionData(
      features: features[rows: split.training], targets: Vector(split.training.map { labels[$0] }),
      testFeatures: features[rows: split.test], testTargets: Vector(split.test.map { labels[$0] }))
  }
}
