import AnswerChecks
import NumericCore
import Techniques
import Testing

@testable import SkewedClassesLab

/// The remedies once more, by the techniques alone, one split after the other.
@Suite struct RemediesTests {
  private static let setting = Setting(
    scale: .quick, seed: 1, data: .generated(samples: 3000, seed: 1),
    answers: FigureAnswers(.questions(ReferenceFigureAnswers())))
  private static let results = Result { try remedies.drawing(in: setting).results["remedies"] }

  private struct Missing: Error {}

  private func result(_ remedy: String, _ metric: String) throws -> Double {
    guard case .record(let all)? = try Self.results.get(), case .record(let metrics)? = all[remedy],
      case .number(let number)? = metrics[metric]
    else { throw Missing() }
    return number
  }

  private func splits() throws -> [(split: DataSplit, plain: TrainedSplit)] {
    try (0..<10).map { seed in
      let split = DataSplit(
        Self.setting.data, draws: Self.setting.draws("remedies").stream("split", seed))
      return (split, try TrainedSplit(split))
    }
  }

  private func counts(_ scored: Scored, _ threshold: Double) -> BinaryCounts {
    BinaryCounts(predicted: scored.scores.map { $0 >= threshold }, actual: scored.isPositive)
  }

  @Test("The threshold for F1 is chosen on validation samples, and judged on others")
  func chosenThreshold() throws {
    let values = try splits().map { _, plain in
      let ranked = try RankedScores(plain.validation.scores, isPositive: plain.validation.isPositive)
      let best = ranked.cuts.max { (ranked.counts(at: $0).f1 ?? 0) < (ranked.counts(at: $1).f1 ?? 0) }
      return counts(plain.test, try #require(best).threshold).f1 ?? 0
    }
    #expect(abs(try result("best-f1", "f1") - Vector(values).mean()) < 1e-12)
  }

  @Test("Weights and a moved threshold are compared split by split")
  func wins() throws {
    let pairs = try splits().map { split, plain -> (Double, Double) in
      let training = split.training
      let (positives, negatives) = (training.positives, training.isPositive.count - training.positives)
      let count = Double(training.isPositive.count)
      let weights = training.weights((count / Double(2 * negatives), count / Double(2 * positives)))
      let weighted = try TrainedSplit(split, sampleWeights: weights)
      let threshold = 1 / (1 + Double(negatives) / Double(positives))
      return (
        try #require(counts(weighted.test, 0.5).balancedAccuracy),
        try #require(counts(plain.test, threshold).balancedAccuracy)
      )
    }
    #expect(try result("weights-over-moved-threshold", "balanced-accuracy") == Double(pairs.count { $0.0 > $0.1 }))
    #expect(abs(try result("class-weights", "balanced-accuracy") - Vector(pairs.map(\.0)).mean()) < 1e-12)
    #expect(abs(try result("moved-threshold", "balanced-accuracy") - Vector(pairs.map(\.1)).mean()) < 1e-12)
  }

  @Test("A threshold changes neither the ranking nor the probabilities")
  func unchanged() throws {
    for metric in ["average-precision", "brier-score"] {
      let plain = try result("nothing", metric)
      #expect(try result("moved-threshold", metric) == plain && result("best-f1", metric) == plain)
    }
    #expect(try result("class-weights", "brier-score") > 2 * result("nothing", "brier-score"))
    #expect(abs(try result("oversampling", "recall") - result("class-weights", "recall")) < 0.05)
  }
}
