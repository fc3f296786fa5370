extension RankedScores {
  /// A point of the receiver operating characteristic.
  public struct ROCPoint: Hashable, Sendable {
    /// What a score has to reach; infinite at the first point, where nothing is predicted positive.
    public let threshold: Double
    /// The share of negatives that are taken for positives.
    public let falsePositiveRate: Double
    /// The share of positives that are found: the recall.
    public let truePositiveRate: Double
  }

  /// The receiver operating characteristic: from (0, 0) to (1, 1), a point a different score; nil where a class is missing.
  ///
  /// As scikit-learn's `roc_curve` with `drop_intermediate=False`.
  public var rocCurve: [ROCPoint]? {
    guard !positives.isEmpty, !negatives.isEmpty else { return nil }
    var points = [ROCPoint(threshold: .infinity, falsePositiveRate: 0, truePositiveRate: 0)]
    forEachCut { cut, _ in
      points.append(
        ROCPoint(
          threshold: cut.threshold, falsePositiveRate: Double(cut.falsePositives) / Double(negatives.count),
          truePositiveRate: Double(cut.truePositives) / Double(positives.count)))
    }
    return points
  }

  /// The area under the receiver operating characteristic; nil where a class is missing.
  ///
  /// It is the probability that a positive scores more than a negative, a tie counting one half, and counted so: in whole
  /// numbers, without rounding before the one division.
  ///
  /// Source: "The meaning and use of the area under a receiver operating characteristic (ROC) curve" (Hanley, McNeil, 1982).
  public var rocArea: Double? {
    guard !positives.isEmpty, !negatives.isEmpty else { return nil }
    var twice = 0
    forEachCut { cut, last in
      twice += (cut.falsePositives - last.falsePositives) * (cut.truePositives + last.truePositives)
    }
    return Double(twice) / (2 * Double(positives.count) * Double(negatives.count))
  }

  /// A point of the precision-recall curve.
  public struct PrecisionRecallPoint: Hashable, Sendable {
    /// What a score has to reach.
    public let threshold: Double
    /// How many of the predicted positives are positive.
    public let precision: Double
    /// The share of positives that are found.
    public let recall: Double
  }

  /// The precision-recall curve: a point a different score, the largest first; nil where there are no positives.
  ///
  /// As scikit-learn's `precision_recall_curve`, in the other order, and without the point (recall 0, precision 1) that it
  /// adds: no threshold has that precision.
  public var precisionRecallCurve: [PrecisionRecallPoint]? {
    guard !positives.isEmpty else { return nil }
    var points: [PrecisionRecallPoint] = []
    forEachCut { cut, _ in
      points.append(
        PrecisionRecallPoint(
          threshold: cut.threshold,
          precision: Double(cut.truePositives) / Double(cut.truePositives + cut.falsePositives),
          recall: Double(cut.truePositives) / Double(positives.count)))
    }
    return points
  }

  /// Σ (recall - recall before) precision over the cuts; nil where there are no positives.
  ///
  /// A sum of steps, not of trapezia: between two points of this curve a straight line would be too good.
  ///
  /// Source: "The relationship between precision-recall and ROC curves" (Davis, Goadrich, 2006).
  public var averagePrecision: Double? {
    guard !positives.isEmpty else { return nil }
    // What rounding takes off the sum is kept and added in the end: there may be ten million terms.
    var (sum, lost) = (0.0, 0.0)
    forEachCut { cut, last in
      guard cut.truePositives > last.truePositives else { return }
      let term =
        Double(cut.truePositives - last.truePositives) * Double(cut.truePositives)
        / Double(cut.truePositives + cut.falsePositives)
      let next = sum + term
      lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
      sum = next
    }
    return (sum + lost) / Double(positives.count)
  }

  /// The threshold at which mistakes cost least, with what they cost there; the largest of several, and nil where it is
  /// cheapest to predict nothing positive.
  ///
  /// For probabilities that are right, it is near costOfFalsePositive / (costOfFalsePositive + costOfFalseNegative).
  ///
  /// - Parameters:
  ///   - falsePositive: what a negative costs that is taken for a positive, finite, 0 or more.
  ///   - falseNegative: what a positive costs that is missed, finite, 0 or more.
  public func cheapestThreshold(falsePositive: Double, falseNegative: Double) -> (threshold: Double?, cost: Double) {
    for cost in [falsePositive, falseNegative] {
      require(cost >= 0 && cost.isFinite, "A cost is finite, and 0 or more; \(cost) isn't.")
    }
    var best = (threshold: Double?.none, cost: falseNegative * Double(positives.count))
    forEachCut { cut, _ in
      let cost =
        falsePositive * Double(cut.falsePositives) + falseNegative * Double(positives.count - cut.truePositives)
      if cost < best.cost { best = (cut.threshold, cost) }
    }
    return best
  }
}
