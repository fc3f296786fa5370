/// Scores in order, those of positive samples and those of negative ones: what every curve over thresholds is made of.
///
/// A sample is predicted to be positive where its score is at least the threshold. Samples with the same score stand or fall
/// together, so a curve has a point a different score, not a point a sample.
public struct RankedScores: Sendable {
  /// The scores of positives, the largest first.
  public let positives: [Double]
  /// The scores of negatives, the largest first.
  public let negatives: [Double]

  /// Sorts the scores.
  ///
  /// - Parameters:
  ///   - scores: the larger, the more likely positive; infinities are scores as well.
  ///   - isPositive: the class of each sample.
  /// - Throws: `MetricError.notANumber` where a score is none.
  public init(_ scores: [Double], isPositive: [Bool]) throws(MetricError) {
    require(scores.count == isPositive.count, "There are \(scores.count) scores for \(isPositive.count) samples.")
    if let index = scores.firstIndex(where: \.isNaN) { throw .notANumber(index: index) }
    var keys: (positives: [UInt64], negatives: [UInt64]) = ([], [])
    for (score, isPositive) in zip(scores, isPositive) {
      if isPositive { keys.positives.append(sortKey(of: score)) } else { keys.negatives.append(sortKey(of: score)) }
    }
    positives = sortedKeys(keys.positives).map(score(of:))
    negatives = sortedKeys(keys.negatives).map(score(of:))
  }

  /// The counts at a threshold, of all different scores from the largest down.
  public struct Cut: Hashable, Sendable {
    /// What a score has to reach.
    public let threshold: Double
    /// Positives with such a score.
    public let truePositives: Int
    /// Negatives with such a score.
    public let falsePositives: Int
  }

  /// Goes through the cuts, with their places in both lists.
  ///
  /// - Parameter body: the cut, and the one before it.
  @inline(__always)
  func forEachCut(_ body: (Cut, Cut) -> Void) {
    var last = Cut(threshold: .infinity, truePositives: 0, falsePositives: 0)
    var (found, mistaken) = (0, 0)
    positives.withUnsafeBufferPointer { positives in
      negatives.withUnsafeBufferPointer { negatives in
        while found < positives.count || mistaken < negatives.count {
          let threshold = max(
            found < positives.count ? positives[found] : -.infinity,
            mistaken < negatives.count ? negatives[mistaken] : -.infinity)
          while found < positives.count, positives[found] == threshold { found += 1 }
          while mistaken < negatives.count, negatives[mistaken] == threshold { mistaken += 1 }
          let cut = Cut(threshold: threshold, truePositives: found, falsePositives: mistaken)
          body(cut, last)
          last = cut
        }
      }
    }
  }

  /// A cut for each different score, from the largest down.
  public var cuts: [Cut] {
    var cuts: [Cut] = []
    forEachCut { cut, _ in cuts.append(cut) }
    return cuts
  }

  /// The four counts at a cut.
  public func counts(at cut: Cut) -> BinaryCounts {
    BinaryCounts(
      truePositives: cut.truePositives, falsePositives: cut.falsePositives,
      falseNegatives: positives.count - cut.truePositives, trueNegatives: negatives.count - cut.falsePositives)
  }
}

/// Why a metric can't be worked out from its input.
public enum MetricError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A score or a probability is not a number; the index counts from 0.
  case notANumber(index: Int)
  /// A probability lies outside of 0 to 1; the index counts from 0.
  case noProbability(Double, index: Int)

  /// One sentence.
  public var description: String {
    switch self {
    case .notANumber(let index): "Score \(index), counted from 0, is not a number."
    case .noProbability(let value, let index):
      "Probability \(index), counted from 0, is \(value); it has to lie between 0 and 1."
    }
  }
}
