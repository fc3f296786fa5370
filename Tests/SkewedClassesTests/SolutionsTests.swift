import NumericCore
import SkewedClassesQuestions
import SkewedClassesSolutions
import Techniques
import Testing

@testable import SkewedClassesLab

/// Numbers that can be looked up or worked out by hand.
@Suite struct KnownAnswersTests {
  private let answers = ReferenceAnswers()

  @Test func theLecturesTable() throws {
    let lecture = FourCounts(truePositives: 1, falsePositives: 0, falseNegatives: 1, trueNegatives: 998)
    let accuracies = try answers.accuracies(counts: lecture)
    #expect(accuracies == Accuracies(accuracy: 0.999, baseline: 0.998, balanced: 0.75))
    #expect(try answers.precisionAndRecall(counts: lecture) == PrecisionAndRecall(precision: 1, recall: 0.5))
    let negative = FourCounts(truePositives: 0, falsePositives: 0, falseNegatives: 2, trueNegatives: 998)
    #expect(try answers.accuracies(counts: negative).accuracy == 0.998)
    #expect(try answers.precisionAndRecall(counts: negative) == PrecisionAndRecall(precision: nil, recall: 0))
  }

  /// The question that physicians were asked: 5 % false alarms, one ill in a thousand.
  @Test func aTestForARareDisease() throws {
    let precision = try answers.predictedPrecision(recall: 1, falsePositiveRate: 0.05, prevalence: 0.001)
    #expect(abs((precision ?? 0) - 0.019627) < 1e-6)
  }

  /// The example of scikit-learn's documentation: scores 0.1, 0.4, 0.35, 0.8 of two negatives and two positives.
  @Test func fourScores() throws {
    let (scores, classes): (Vector<Double>, [Bool]) = ([0.1, 0.4, 0.35, 0.8], [false, false, true, true])
    #expect(try answers.rocArea(scores: scores, isPositive: classes) == 0.75)
    #expect(abs((try answers.averagePrecision(scores: scores, isPositive: classes) ?? 0) - 5.0 / 6) < 1e-15)
  }

  @Test func microF1IsAccuracyWhereEachSampleHasOneClass() throws {
    let averages = try answers.averagedF1(confusion: [[7, 1, 0], [2, 3, 1], [1, 0, 2]])
    #expect(abs((averages.micro ?? 0) - 12.0 / 17) < 1e-15)
  }

  @Test func atTheCheapestThresholdNothingElseIsCheaper() throws {
    let (scores, classes): (Vector<Double>, [Bool]) = ([0.1, 0.4, 0.35, 0.8, 0.4], [false, false, true, true, true])
    let best = try answers.cheapestThreshold(
      scores: scores, isPositive: classes, costOfFalsePositive: 2, costOfFalseNegative: 3)
    for threshold in [0, 0.1, 0.35, 0.4, 0.8, 0.9] {
      let counts = try answers.counts(scores: scores, isPositive: classes, threshold: threshold)
      #expect(best.cost <= 2 * Double(counts.falsePositives) + 3 * Double(counts.falseNegatives))
    }
  }
}

/// Solutions are the formula as plainly as it can be written, Techniques the fast form of it: both must agree.
@Suite struct TechniquesEqualSolutionsTests {
  private let plain = ReferenceAnswers()
  private let fast = ReferenceFigureAnswers()

  /// Many samples, few different scores, or one; one class, or both; none at all.
  private static let samples: [(scores: Vector<Double>, isPositive: [Bool])] = {
    var draws = Philox4x32x10(seed: 6, stream: "samples")
    var samples: [(Vector<Double>, [Bool])] = [([], []), ([1], [true]), ([1], [false])]
    for (count, different, share) in [(60, 5, 0.3), (200, 1000, 0.05), (50, 1, 0.5), (30, 7, 0), (30, 7, 1)] {
      let scores = Vector(count: count) { _ in Double(draws.integer(below: different)) / 8 }
      samples.append((scores, scores.map { _ in draws.bernoulli(share) }))
    }
    return samples
  }()

  @Test(arguments: samples.indices)
  func ofScores(_ place: Int) throws {
    let (scores, classes) = Self.samples[place]
    #expect(
      close(
        try plain.rocArea(scores: scores, isPositive: classes), try fast.rocArea(scores: scores, isPositive: classes)))
    #expect(
      close(
        try plain.averagePrecision(scores: scores, isPositive: classes),
        try fast.averagePrecision(scores: scores, isPositive: classes)))
    #expect(
      try plain.rocPoints(scores: scores, isPositive: classes) == fast.rocPoints(scores: scores, isPositive: classes))
    for (falsePositive, falseNegative) in [(1.0, 1.0), (1, 10), (7, 2)] {
      let plain = try plain.cheapestThreshold(
        scores: scores, isPositive: classes, costOfFalsePositive: falsePositive, costOfFalseNegative: falseNegative)
      let fast = try fast.cheapestThreshold(
        scores: scores, isPositive: classes, costOfFalsePositive: falsePositive, costOfFalseNegative: falseNegative)
      #expect(plain == fast)
    }
    let counts = try plain.counts(scores: scores, isPositive: classes, threshold: 0.25)
    #expect(counts == fast.counts(scores: scores, isPositive: classes, threshold: 0.25))
    try agree(on: counts)
  }

  @Test func ofCounts() throws {
    for tp in [0, 1, 5] {
      for fp in [0, 3] {
        for fn in [0, 2] {
          for tn in [0, 7] {
            try agree(
              on: FourCounts(truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn))
          }
        }
      }
    }
  }

  @Test func ofClasses() throws {
    let labels = [0, 0, 2, 0, 2, 4]
    #expect(try plain.classWeights(labels: labels, classes: 5) == fast.classWeights(labels: labels, classes: 5))
    for table in [
      [[3, 1], [2, 4]], [[5, 1, 0], [2, 2, 0], [0, 0, 0]], [[3, 1, 1], [0, 2, 1], [0, 0, 0]], [[0]],
    ] {
      let (plain, fast) = (try plain.averagedF1(confusion: table), fast.averagedF1(confusion: table))
      #expect(close(plain.micro, fast.micro) && close(plain.macro, fast.macro) && close(plain.weighted, fast.weighted))
    }
  }

  @Test func ofRates() throws {
    for rates in [(0.9, 0.1, 0.02), (0, 0, 0.5), (0, 0.3, 0.5), (1, 0, 0.001)] {
      #expect(
        close(
          try plain.predictedPrecision(recall: rates.0, falsePositiveRate: rates.1, prevalence: rates.2),
          fast.predictedPrecision(recall: rates.0, falsePositiveRate: rates.1, prevalence: rates.2)))
    }
    let costs = (2.0, 30.0, 4.5)
    #expect(
      close(
        try plain.costThreshold(costOfFalsePositive: costs.0, costOfFalseNegative: costs.1, positiveWeight: costs.2),
        fast.costThreshold(costOfFalsePositive: costs.0, costOfFalseNegative: costs.1, positiveWeight: costs.2)))
  }

  private func agree(on counts: FourCounts) throws {
    let (plain, fast) = (plain, fast)
    let (accuracies, others) = (try plain.accuracies(counts: counts), fast.accuracies(counts: counts))
    #expect(close(accuracies.accuracy, others.accuracy) && close(accuracies.balanced, others.balanced))
    #expect(close(accuracies.baseline, others.baseline))
    #expect(try plain.precisionAndRecall(counts: counts) == fast.precisionAndRecall(counts: counts))
    for beta in [0.5, 1, 2] {
      #expect(close(try plain.fMeasure(counts: counts, beta: beta), fast.fMeasure(counts: counts, beta: beta)))
    }
  }

  /// Both undefined, or equal to rounding.
  private func close(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) < 1e-12
  }
}
