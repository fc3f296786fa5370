import AnswerChecks
import NumericCore
import SkewedClassesQuestions

extension Philox4x32x10 {
  /// A whole number in the range.
  mutating func whole(_ range: ClosedRange<Int>) -> Int { range.lowerBound + integer(below: range.count) }

  /// Counts of which none is zero and no two are equal, so that every exchange shows.
  mutating func counts() -> FourCounts {
    let all = sampleWithoutReplacement(4, below: 30).map { $0 + 2 }
    return FourCounts(
      truePositives: all[0], falsePositives: all[1], falseNegatives: all[2], trueNegatives: 40 + all[3])
  }

  /// Samples with scores of one decimal. Positives score more on the whole; at least two scores are shared by both
  /// classes, once with the positive first and once with the negative.
  mutating func scored(positives: Int, negatives: Int) -> ScoresInput {
    var samples: [(score: Int, isPositive: Bool)] = []
    for _ in 0..<positives { samples.append((whole(3...9), true)) }
    for _ in 0..<negatives { samples.append((whole(1...7), false)) }
    shuffleInPlace(&samples)
    samples = [(4, true), (4, false), (6, false), (6, true), (8, false)] + samples + [(9, true), (2, false)]
    return ScoresInput(
      scores: Vector(samples.map { Double($0.score) / 10 }), isPositive: samples.map(\.isPositive))
  }
}
