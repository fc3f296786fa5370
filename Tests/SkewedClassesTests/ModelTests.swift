import LabKit
import NumericCore
import Techniques
import Testing

@testable import SkewedClassesLab

@Suite struct ModelTests {
  private let data = SkewedData.generated(samples: 2000, seed: 5)

  @Test func theMeanPredictionIsTheShareOfPositives() throws {
    let predictions = try LogisticModel(data).probabilities(data.features)
    #expect(abs(predictions.mean - data.prevalence) < 1e-9)
    #expect(predictions.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test func withBalancedWeightsTheWeightedMeanIsOneHalf() throws {
    let negatives = Double(data.isPositive.count - data.positives)
    let count = Double(data.isPositive.count)
    let weights = data.weights((negative: count / (2 * negatives), positive: count / (2 * Double(data.positives))))
    let predictions = try LogisticModel(data, sampleWeights: weights).probabilities(data.features)
    let mean = zip(weights, predictions).reduce(0) { $0 + $1.0 * $1.1 } / weights.sum()
    #expect(abs(mean - 0.5) < 1e-9)
  }

  /// Weight 3 is the same as standing there three times.
  @Test func aWeightIsANumberOfCopies() throws {
    let part = data[Array(0..<300)]
    let copied = part[(0..<300).flatMap { part.isPositive[$0] ? [$0, $0, $0] : [$0] }]
    let weights = part.weights((negative: 1, positive: 3))
    // Both standardize by their own means, so only the border is the same, not the penalty: it is small.
    let weighted = try LogisticModel(part, sampleWeights: weights).probabilities(part.features)
    let repeated = try LogisticModel(copied).probabilities(part.features)
    #expect(zip(weighted, repeated).allSatisfy { abs($0 - $1) < 1e-2 })
  }

  @Test func oversampledPositivesCountAsMuchAsNegatives() {
    let weights = data.oversampled(draws: Philox4x32x10(seed: 1, stream: "copies"))
    let positives = zip(weights, data.isPositive).filter(\.1).reduce(0) { $0 + $1.0 }
    #expect(abs(weights.sum() - 2000) < 1e-9 && abs(positives - 1000) < 1e-9)
    #expect(Set(zip(weights, data.isPositive).filter { !$0.1 }.map(\.0)).count == 1)
  }

  /// Features that say nothing about the classes: a model knows its own samples by heart, and can only guess others.
  @Test func nobodyIsScoredByAModelThatHasSeenThem() throws {
    var draws = Philox4x32x10(seed: 9, stream: "noise")
    let noise = SkewedData(
      title: "noise", features: .normal(rows: 80, columns: 60, standardDeviation: 1, using: &draws),
      isPositive: (0..<80).map { $0 % 2 == 0 }, dataset: Manifest.Dataset(name: "noise"))
    func area(_ scored: Scored) throws -> Double {
      try #require(try RankedScores(scored.scores, isPositive: scored.isPositive).rocArea)
    }
    let known = try LogisticModel(noise).probabilities(noise.features)
    #expect(try area(Scored(scores: known, isPositive: noise.isPositive)) > 0.95)
    #expect(try area(scoredOutOfFold(noise, draws: Philox4x32x10(seed: 1, stream: "folds"))) < 0.7)
  }

  @Test func allPositivesAreKeptAmongFewerNegatives() throws {
    let scored = try scoredOutOfFold(data, draws: Philox4x32x10(seed: 1, stream: "folds"))
    #expect(scored.isPositive.count == 2000 && scored.positives == data.positives)
    let few = scored.keeping(negatives: 30, draws: Philox4x32x10(seed: 1, stream: "few"))
    #expect(few.negatives == 30 && few.positives == scored.positives)
    #expect(Set(few.scores).isSubset(of: scored.scores))
  }

  /// The accuracy of always negative overtakes where precision falls below 1/2.
  @Test(arguments: FixedClassifier.all.dropLast().indices)
  func alwaysNegativeOvertakesAtAPrecisionOfOneHalf(_ place: Int) throws {
    let classifier = FixedClassifier.all[place]
    let bound = classifier.overtakenBelow
    for (prevalence, isAhead) in [(bound * 1.02, true), (bound / 1.02, false)] {
      let counts = classifier.counts(prevalence: prevalence)
      let accuracies = ReferenceFigureAnswers().accuracies(counts: counts)
      let precision = try #require(ReferenceFigureAnswers().precisionAndRecall(counts: counts).precision)
      #expect((try #require(accuracies.accuracy) > 1 - prevalence) == isAhead)
      #expect((precision > 0.5) == isAhead)
    }
  }
}
