import NumericCore
import SkewedClassesQuestions

extension ReferenceAnswers {
  /// The threshold that costs ask for (6.8).
  public func costThreshold(costOfFalsePositive: Double, costOfFalseNegative: Double, positiveWeight: Double) throws
    -> Double
  {
    let weighted = positiveWeight * costOfFalsePositive
    return weighted / (weighted + costOfFalseNegative)
  }

  /// The cheapest threshold, by counting (6.9).
  public func cheapestThreshold(
    scores: Vector<Double>, isPositive: [Bool], costOfFalsePositive: Double, costOfFalseNegative: Double
  ) throws -> CheapestThreshold {
    let positives = isPositive.count { $0 }
    var best = CheapestThreshold(cost: costOfFalseNegative * Double(positives), threshold: nil)
    for threshold in thresholds(scores) {
      let counts = try counts(scores: scores, isPositive: isPositive, threshold: threshold)
      let cost =
        costOfFalsePositive * Double(counts.falsePositives) + costOfFalseNegative * Double(counts.falseNegatives)
      if cost < best.cost { best = CheapestThreshold(cost: cost, threshold: threshold) }
    }
    return best
  }

  /// Class weights (6.10).
  public func classWeights(labels: [Int], classes: Int) throws -> [Double?] {
    (0..<classes).map { aClass in
      let samples = labels.count { $0 == aClass }
      return samples == 0 ? nil : Double(labels.count) / Double(classes * samples)
    }
  }

  /// Micro, macro, weighted (6.11).
  public func averagedF1(confusion: [[Int]]) throws -> AveragedF1 {
    let counts = confusion.indices.map { FourCounts(of: $0, in: confusion) }
    let scores = try counts.map { try fMeasure(counts: $0, beta: 1) }
    let sum = counts.reduce(FourCounts.none) { $0 + $1 }
    let samples = counts.reduce(0) { $0 + $1.positives }
    guard samples > 0 else { return AveragedF1(micro: nil, macro: nil, weighted: nil) }
    let known = scores.compactMap { $0 }
    var weighted = 0.0
    for (counts, score) in zip(counts, scores) { weighted += Double(counts.positives) * (score ?? 0) }
    return AveragedF1(
      micro: try fMeasure(counts: sum, beta: 1),
      macro: known.count < scores.count ? nil : known.reduce(0, +) / Double(known.count),
      weighted: weighted / Double(samples))
  }
}

extension FourCounts {
  /// One class of a confusion matrix against all others.
  init(of aClass: Int, in confusion: [[Int]]) {
    let found = confusion[aClass][aClass]
    let actual = confusion[aClass].reduce(0, +)
    let predicted = confusion.reduce(0) { $0 + $1[aClass] }
    let all = confusion.joined().reduce(0, +)
    self.init(
      truePositives: found, falsePositives: predicted - found, falseNegatives: actual - found,
      trueNegatives: all - actual - predicted + found)
  }

  /// No samples.
  static var none: FourCounts {
    FourCounts(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
  }

  /// The counts of both.
  static func + (left: FourCounts, right: FourCounts) -> FourCounts {
    FourCounts(
      truePositives: left.truePositives + right.truePositives,
      falsePositives: left.falsePositives + right.falsePositives,
      falseNegatives: left.falseNegatives + right.falseNegatives,
      trueNegatives: left.trueNegatives + right.trueNegatives)
  }
}
