import NumericCore

/// Probabilities of being positive, with what came true: how good they are as probabilities.
public struct ProbabilityForecasts: Sendable {
  /// The probability of each sample, from 0 to 1.
  public let probabilities: [Double]
  /// Whether it is positive.
  public let isPositive: [Bool]

  /// As many probabilities as samples.
  ///
  /// - Throws: `MetricError` where a number is no probability.
  public init(_ probabilities: [Double], isPositive: [Bool]) throws(MetricError) {
    require(
      probabilities.count == isPositive.count,
      "There are \(probabilities.count) probabilities for \(isPositive.count) samples.")
    for (index, value) in probabilities.enumerated() where !(value >= 0 && value <= 1) {
      throw value.isNaN ? .notANumber(index: index) : .noProbability(value, index: index)
    }
    self.probabilities = probabilities
    self.isPositive = isPositive
  }

  /// -1/n Σ (y log p + (1 - y) log(1 - p)), in nats; nil without samples.
  ///
  /// A sample that was certain and wrong makes it infinite.
  ///
  /// - Parameter margin: probabilities are kept this far from 0 and 1, from 0 to 1/2; 0 by default. scikit-learn's
  ///   `log_loss` takes 2.2e-16, and so is never infinite.
  public func logLoss(margin: Double = 0) -> Double? {
    require(margin >= 0 && margin <= 0.5, "The margin of a log loss lies between 0 and 1/2; \(margin) doesn't.")
    return mean { probability, isPositive in
      -log(isPositive ? max(probability, margin) : 1 - min(probability, 1 - margin))
    }
  }

  /// 1/n Σ (p - y)², from 0 to 1; nil without samples.
  ///
  /// Source: "Verification of forecasts expressed in terms of probability" (Brier, 1950), for two classes half of its number.
  public var brierScore: Double? {
    mean { probability, isPositive in
      let error = probability - (isPositive ? 1 : 0)
      return error * error
    }
  }

  private func mean(_ term: (Double, Bool) -> Double) -> Double? {
    guard !probabilities.isEmpty else { return nil }
    return Vector(count: probabilities.count) { term(probabilities[$0], isPositive[$0]) }.mean()
  }
}

extension ProbabilityForecasts {
  /// Samples of similar probability.
  public struct Bin: Hashable, Sendable {
    /// How many samples it has.
    public let samples: Int
    /// The mean of their probabilities.
    public let meanProbability: Double
    /// The share of them that is positive.
    public let shareOfPositives: Double
  }

  /// Samples in bins of equal width over 0 to 1, without the empty ones. Probabilities are right where the share of positives
  /// is the mean probability.
  ///
  /// A probability on an edge belongs to the lower bin, as in scikit-learn's `calibration_curve`.
  ///
  /// - Parameter count: how many bins, at least one.
  public func calibration(bins count: Int) -> [Bin] {
    require(count > 0, "Calibration needs a bin or more.")
    let edges = (1..<max(count, 1)).map { Double($0) / Double(count) }
    var sums = Array(repeating: (samples: 0, probability: 0.0, positives: 0), count: count)
    for (probability, isPositive) in zip(probabilities, isPositive) {
      let bin = edges.firstIndexNotBelow(probability)
      sums[bin].samples += 1
      sums[bin].probability += probability
      sums[bin].positives += isPositive ? 1 : 0
    }
    return sums.filter { $0.samples > 0 }.map {
      Bin(
        samples: $0.samples, meanProbability: $0.probability / Double($0.samples),
        shareOfPositives: Double($0.positives) / Double($0.samples))
    }
  }

  /// Σ over bins of (samples / all samples) |mean probability - share of positives|; nil without samples.
  ///
  /// Source: "Obtaining well calibrated probabilities using Bayesian binning" (Naeini, Cooper, Hauskrecht, 2015).
  public func calibrationError(bins count: Int) -> Double? {
    guard !probabilities.isEmpty else { return nil }
    return calibration(bins: count).reduce(0) {
      $0 + Double($1.samples) / Double(probabilities.count) * abs($1.meanProbability - $1.shareOfPositives)
    }
  }
}

extension [Double] {
  /// Where a number belongs in rising edges: the first that is not below it, or the count.
  fileprivate func firstIndexNotBelow(_ number: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// -1/n Σ log p(y) for any number of classes, in nats; nil without samples.
///
/// - Parameters:
///   - probabilities: `[samples, classes]`, each row adding up to 1, which isn't checked.
///   - labels: the class of each sample, from 0.
///   - margin: see `ProbabilityForecasts.logLoss`.
/// - Throws: `MetricError` where what was predicted for a sample's own class is no probability.
public func logLoss(
  _ probabilities: Matrix<Double>, labels: [Int], margin: Double = 0
) throws(MetricError) -> Double? {
  require(probabilities.rows == labels.count, "There are \(probabilities.rows) rows for \(labels.count) samples.")
  guard !labels.isEmpty else { return nil }
  requireClasses(labels, below: probabilities.columns)
  let predicted = labels.indices.map { probabilities[$0, labels[$0]] }
  return try ProbabilityForecasts(predicted, isPositive: labels.map { _ in true }).logLoss(margin: margin)
}

/// Weights that make all classes count the same: n / (classes · samples of the class), as scikit-learn's "balanced".
///
/// A class without samples has no weight: nil.
///
/// - Parameters:
///   - labels: the class of each sample, from 0 to `classes` - 1.
///   - classes: how many there are.
/// - Source: "Logistic regression in rare events data" (King, Zeng, 2001).
public func balancedClassWeights(_ labels: [Int], classes: Int) -> [Double?] {
  requireClasses(labels, below: classes)
  var counts = [Int](repeating: 0, count: classes)
  for label in labels { counts[label] += 1 }
  return counts.map { ratio(labels.count, classes * $0) }
}
