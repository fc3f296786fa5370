import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.8 The threshold that costs ask for** (2 points).
  ///
  /// Somebody predicts the probability p of being positive. A false positive costs c, a false negative C; what is right
  /// costs nothing. Above which p is it cheaper to say "positive"?
  ///
  /// In training, each positive counted w times. That multiplies the odds p / (1 - p) by w, so what comes out has to be
  /// divided again, or the threshold moved: find the threshold for the probabilities as they come out.
  ///
  /// Source: "The foundations of cost-sensitive learning" (Elkan, 2001), theorem 1 and section 2.
  ///
  /// - Parameters:
  ///   - costOfFalsePositive: c, positive.
  ///   - costOfFalseNegative: C, positive.
  ///   - positiveWeight: w, positive; 1 is ordinary training.
  /// - Returns: the threshold, between 0 and 1.
  public func costThreshold(costOfFalsePositive: Double, costOfFalseNegative: Double, positiveWeight: Double) throws
    -> Double
  {
    throw NotAttempted("6.8")
  }
}
