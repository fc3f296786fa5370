import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.9 The cheapest threshold, by counting** (2 points).
  ///
  /// Scores needn't be probabilities. Try each different score as the threshold (a sample at it is predicted to be
  /// positive), and also to predict nobody positive. Which costs least on these samples? Where several cost the same,
  /// take the one that predicts the fewest positives.
  ///
  /// - Parameters:
  ///   - scores: in any order, `[samples]`.
  ///   - isPositive: the true class of each sample, `[samples]`.
  ///   - costOfFalsePositive: c, positive.
  ///   - costOfFalseNegative: C, positive.
  /// - Returns: the threshold, nil where nobody is predicted to be positive; and the cost of all samples together there.
  public func cheapestThreshold(
    scores: Vector<Double>, isPositive: [Bool], costOfFalsePositive: Double, costOfFalseNegative: Double
  ) throws -> CheapestThreshold {
    throw NotAttempted("6.9")
  }
}
