import Foundation
import NumericCore
import Techniques
import Testing

/// All metrics against scikit-learn's, to 1e-12. Where ours is undefined, the test says what scikit-learn has instead.
struct MetricTests {
  private static let reference = Result { try ScikitLearnMetrics.read() }

  @Test("Metrics of two classes are scikit-learn's", arguments: ScikitLearnMetrics.names)
  func binary(_ name: String) throws {
    let test = try Self.reference.get().test(name)
    let counts = BinaryCounts(predicted: test.scores.map { $0 >= 0.5 }, actual: test.isPositive)
    expectSame(counts, test.binary)
  }

  @Test("Rankings are scikit-learn's", arguments: ScikitLearnMetrics.names)
  func rankings(_ name: String) throws {
    let test = try Self.reference.get().test(name)
    let ranked = try RankedScores(test.scores, isPositive: test.isPositive)
    expectSame(ranked.rocArea, test.ranking.rocArea)
    // Without positives scikit-learn's average precision is 0.
    expectSame(ranked.averagePrecision, test.ranking.averagePrecision, undefined: 0)
    if let roc = ranked.rocCurve {
      #expect(roc.dropFirst().map(\.threshold) == test.curves.thresholds)
      expectSame(roc.map(\.falsePositiveRate), test.curves.falsePositiveRates.compactMap { $0 })
      expectSame(roc.map(\.truePositiveRate), test.curves.truePositiveRates.compactMap { $0 })
    } else {
      #expect(Set(test.isPositive).count < 2)
    }
    if let curve = ranked.precisionRecallCurve {
      #expect(curve.map(\.threshold) == test.curves.thresholds)
      expectSame(curve.map(\.precision), test.curves.precisions)
      expectSame(curve.map(\.recall), test.curves.recalls)
    } else {
      #expect(!test.isPositive.contains(true))
    }
  }

  @Test("Scores of probabilities are scikit-learn's", arguments: ScikitLearnMetrics.names)
  func forecasts(_ name: String) throws {
    let test = try Self.reference.get().test(name)
    expectSame(try ProbabilityForecasts(test.scores, isPositive: test.isPositive), test.forecasts)
    let rows = Matrix(columns: [1 - Vector(test.scores), Vector(test.scores)])
    expectSame(try logLoss(rows, labels: test.actual, margin: .ulpOfOne), test.forecasts.logLoss)
  }

  @Test("Metrics of several classes are scikit-learn's", arguments: 0..<3)
  func severalClasses(_ index: Int) throws {
    let test = try Self.reference.get().multiclass[index]
    let table = ConfusionMatrix(predicted: test.predicted, actual: test.actual, classes: test.classes)
    #expect(table.counts == test.counts)
    expectSame(table.accuracy, test.accuracy)
    expectSame(table.matthewsCorrelation, test.matthewsCorrelation)
    expectSame(table.cohensKappa, test.cohensKappa)
    // scikit-learn leaves out a class without samples.
    if table.actualCounts.contains(0) {
      #expect(table.balancedAccuracy == nil)
    } else {
      expectSame(table.balancedAccuracy, test.balancedAccuracy)
    }
    let metrics: [(String, (BinaryCounts) -> Double?)] = [
      ("precision", \.precision), ("recall", \.recall), ("f1", \.f1),
    ]
    for (name, metric) in metrics {
      for average in ConfusionMatrix.Average.allCases {
        expectSame(table.average(metric, average, replacing: 0), test.averages["\(name).\(average.rawValue)"])
      }
    }
  }

  @Test("A million scores, and a million of which many tie", arguments: 0..<2)
  func millions(_ index: Int) throws {
    let test = try Self.reference.get().millions[index]
    let (count, levels) = (1_000_000, Double(test.levels))
    let scores = (0..<count).map { levels == 0 ? uniform($0) : floor(uniform($0) * levels) / levels }
    let isPositive = (0..<count).map { uniform(count + $0) < 0.2 * scores[$0] }
    expectSame(BinaryCounts(predicted: scores.map { $0 >= 0.5 }, actual: isPositive), test.binary)
    let ranked = try RankedScores(scores, isPositive: isPositive)
    expectSame(ranked.rocArea, test.ranking.rocArea)
    expectSame(ranked.averagePrecision, test.ranking.averagePrecision)
    expectSame(try ProbabilityForecasts(scores, isPositive: isPositive), test.forecasts)
  }

  @Test func balancedWeightsAreScikitLearns() throws {
    let test = try Self.reference.get().classWeights
    expectSame(balancedClassWeights(test.labels, classes: 5).compactMap { $0 }, test.weights)
    #expect(balancedClassWeights([0, 0, 2], classes: 3) == [0.5, nil, 1])
  }

  private func expectSame(_ ours: BinaryCounts, _ theirs: ScikitLearnMetrics.Binary) {
    #expect([ours.trueNegatives, ours.falsePositives, ours.falseNegatives, ours.truePositives] == theirs.counts)
    expectSame(ours.accuracy, theirs.accuracy)
    expectSame(ours.precision, theirs.precision, undefined: 0)
    expectSame(ours.recall, theirs.recall, undefined: 0)
    expectSame(ours.specificity, theirs.specificity, undefined: 0)
    expectSame(ours.f1, theirs.f1, undefined: 0)
    expectSame(ours.f(beta: 2), theirs.f2, undefined: 0)
    expectSame(ours.f(beta: 0.5), theirs.fHalf, undefined: 0)
    // With one class scikit-learn takes the recall of that class.
    expectSame(ours.balancedAccuracy, theirs.balancedAccuracy, undefined: ours.recall ?? ours.specificity)
    expectSame(ours.matthewsCorrelation, theirs.matthewsCorrelation, undefined: 0)
    expectSame(ours.confusion.matthewsCorrelation, theirs.matthewsCorrelation, undefined: 0)
    expectSame(ours.cohensKappa, theirs.cohensKappa)
  }

  private func expectSame(_ ours: ProbabilityForecasts, _ theirs: ScikitLearnMetrics.Forecasts) {
    expectSame(ours.logLoss(margin: .ulpOfOne), theirs.logLoss)
    expectSame(ours.brierScore, theirs.brierScore)
    let bins = ours.calibration(bins: 10)
    expectSame(bins.map(\.shareOfPositives), theirs.shares)
    expectSame(bins.map(\.meanProbability), theirs.means)
  }

  private func expectSame(
    _ ours: Double?, _ theirs: Double?, undefined: Double? = nil, _ location: SourceLocation = #_sourceLocation
  ) {
    switch (ours ?? undefined, theirs) {
    case (nil, nil): break
    case (let ours?, let theirs?):
      #expect(abs(ours - theirs) <= 1e-12 * max(1, abs(theirs)), sourceLocation: location)
    default:
      Issue.record(
        "Ours is \(String(describing: ours)), theirs \(String(describing: theirs)).", sourceLocation: location)
    }
  }

  private func expectSame(_ ours: [Double], _ theirs: [Double], _ location: SourceLocation = #_sourceLocation) {
    #expect(Vector(ours).isClose(to: Vector(theirs), relative: 1e-12, absolute: 1e-12), sourceLocation: location)
  }
}

/// What needs no reference.
struct MetricEdgeTests {
  @Test func theLecturesTable() {
    let found = BinaryCounts(truePositives: 1, falsePositives: 0, falseNegatives: 1, trueNegatives: 998)
    #expect(found.accuracy == 0.999)
    #expect(found.precision == 1)
    #expect(found.recall == 0.5)
    let never = BinaryCounts(truePositives: 0, falsePositives: 0, falseNegatives: 2, trueNegatives: 998)
    #expect(never.accuracy == 0.998)
    #expect(never.precision == nil)
    #expect(never.recall == 0)
    #expect(never.f1 == 0)
  }

  @Test func whatIsDividedByNothingIsUndefined() {
    let nothing = BinaryCounts(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
    let metrics: [(BinaryCounts) -> Double?] = [
      \.prevalence, \.accuracy, \.precision, \.recall, \.specificity, \.f1, \.balancedAccuracy, \.matthewsCorrelation,
      \.cohensKappa,
    ]
    for metric in metrics { #expect(metric(nothing) == nil) }
    let onlyNegatives = BinaryCounts(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 3)
    #expect(onlyNegatives.accuracy == 1)
    #expect(onlyNegatives.cohensKappa == nil)
    #expect(onlyNegatives.f1 == nil)
  }

  @Test func anAverageIsUndefinedWithAClassThatCounts() {
    let table = ConfusionMatrix(counts: [[2, 0, 0], [2, 0, 0], [0, 0, 0]])
    #expect(table.average(\.precision, .micro) == 0.5)
    #expect(table.average(\.precision, .macro) == nil)
    #expect(table.average(\.recall, .weighted) == 0.5)
    #expect(table.average(\.recall, .macro) == nil)
    #expect(table.average(\.recall, .macro, replacing: 0) == 1.0 / 3)
    #expect(ConfusionMatrix(counts: []).average(\.recall, .macro) == nil)
  }

  @Test func aCertainMistakeCostsInfinitelyMuch() throws {
    let forecasts = try ProbabilityForecasts([1, 0.5], isPositive: [false, true])
    #expect(forecasts.logLoss() == .infinity)
    #expect(try ProbabilityForecasts([], isPositive: []).logLoss() == nil)
    #expect(try ProbabilityForecasts([1, 0], isPositive: [true, false]).logLoss() == 0)
  }

  @Test func calibrationByHand() throws {
    let forecasts = try ProbabilityForecasts([0.1, 0.25, 0.5, 0.9], isPositive: [false, true, true, true])
    let bins = forecasts.calibration(bins: 2)
    #expect(bins.map(\.samples) == [3, 1])
    #expect(abs(bins[0].meanProbability - 0.85 / 3) < 1e-15)
    #expect(abs((forecasts.calibrationError(bins: 2) ?? 0) - (0.75 * (2 - 0.85) / 3 + 0.25 * 0.1)) < 1e-15)
  }

  @Test func theCheapestThresholdFollowsTheCosts() throws {
    let ranked = try RankedScores([0.9, 0.8, 0.6, 0.3], isPositive: [true, false, true, false])
    #expect(ranked.cheapestThreshold(falsePositive: 1, falseNegative: 10) == (0.6, 1))
    #expect(ranked.cheapestThreshold(falsePositive: 10, falseNegative: 1) == (0.9, 1))
    #expect(ranked.cheapestThreshold(falsePositive: 1, falseNegative: 0) == (nil, 0))
    #expect(ranked.cheapestThreshold(falsePositive: 0, falseNegative: 0) == (nil, 0))
    #expect(ranked.cheapestThreshold(falsePositive: 0, falseNegative: 1) == (0.6, 0))
    // A threshold may be infinite, too; then it isn't the same as predicting nothing.
    let certain = try RankedScores([.infinity, 0], isPositive: [true, false])
    #expect(certain.cheapestThreshold(falsePositive: 1, falseNegative: 1) == (.infinity, 0))
    let nothing = try RankedScores([], isPositive: [])
    #expect(nothing.cheapestThreshold(falsePositive: 1, falseNegative: 1) == (nil, 0))
  }

  @Test func withoutSamplesOrWithOneClassNothingIsRanked() throws {
    let nothing = try RankedScores([], isPositive: [])
    #expect(nothing.cuts == [] && nothing.rocCurve == nil && nothing.rocArea == nil)
    #expect(nothing.precisionRecallCurve == nil && nothing.averagePrecision == nil)
    let found = try RankedScores([0.2, 0.7], isPositive: [true, true])
    #expect(found.rocCurve == nil && found.rocArea == nil && found.averagePrecision == 1)
    let none = try ProbabilityForecasts([], isPositive: [])
    #expect(none.brierScore == nil && none.calibration(bins: 3) == [] && none.calibrationError(bins: 3) == nil)
    #expect(try logLoss(Matrix(rows: 0, columns: 2, repeating: 0), labels: []) == nil)
    #expect(balancedClassWeights([], classes: 2) == [nil, nil])
  }

  @Test func countsAtACutAreThoseOfItsThreshold() throws {
    let (scores, classes) = ([0.3, 0.9, 0.3, 0.6], [true, true, false, false])
    let ranked = try RankedScores(scores, isPositive: classes)
    #expect(ranked.cuts.map(\.threshold) == [0.9, 0.6, 0.3])
    for cut in ranked.cuts {
      #expect(ranked.counts(at: cut) == BinaryCounts(predicted: scores.map { $0 >= cut.threshold }, actual: classes))
    }
  }

  @Test("A tie counts one half, whatever the scores", arguments: [1e-300, 1, -5, .infinity, -.infinity])
  func ties(_ score: Double) throws {
    let ranked = try RankedScores([score, score, score], isPositive: [true, false, false])
    #expect(ranked.rocArea == 0.5)
    #expect(ranked.cuts.count == 1)
    #expect(ranked.averagePrecision == 1.0 / 3)
  }

  @Test func bothZerosTieAndSignsAreKept() throws {
    let ranked = try RankedScores([-1, 0.0, -0.0, 2], isPositive: [false, true, false, true])
    #expect(ranked.cuts.map(\.threshold) == [2, 0, -1])
    #expect(ranked.rocArea == 0.875)
  }

  @Test("Many scores are sorted as few are", arguments: [1.0, 1e-300, 1e300])
  func sorting(_ scale: Double) throws {
    let scores = (0..<5000).map { (uniform($0) - 0.5) * scale }
    let ranked = try RankedScores(scores, isPositive: scores.indices.map { $0 % 3 == 0 })
    #expect(ranked.positives == scores.indices.filter { $0 % 3 == 0 }.map { scores[$0] }.sorted(by: >))
    #expect(ranked.negatives == scores.indices.filter { $0 % 3 != 0 }.map { scores[$0] }.sorted(by: >))
  }

  @Test func whatIsNoScoreIsRefused() {
    #expect(throws: MetricError.notANumber(index: 1)) { try RankedScores([1, .nan], isPositive: [true, false]) }
    #expect(throws: MetricError.noProbability(1.5, index: 0)) {
      try ProbabilityForecasts([1.5, 0], isPositive: [true, false])
    }
    #expect(throws: MetricError.notANumber(index: 1)) {
      try logLoss(Matrix(rows: [[0.5, 0.5], [.nan, 0.5]]), labels: [1, 0])
    }
    #expect(MetricError.noProbability(1.5, index: 0).description.hasPrefix("Probability 0, counted from 0, is 1.5;"))
  }
}

/// A number from 0 to 1 that looks random: the script's SplitMix64.
private func uniform(_ index: Int) -> Double {
  var z = UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
}
