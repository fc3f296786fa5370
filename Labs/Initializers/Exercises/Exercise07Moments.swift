import InitializersQuestions
import NumericCore

extension MyAnswers {
  /// **2.7 What a layer does to mean squares** (2 points).
  ///
  /// z = Σ wᵢ xᵢ over the fan-in. The weights have mean 0 and are independent of each other and of the inputs; the bias
  /// is 0. z is taken as normal. Wanted are the variance of z, and the second moment E[y²] of y = max(z, 0).
  ///
  /// - Parameters:
  ///   - fanIn: the number of inputs of a unit.
  ///   - inputMean: E[x], the same for all inputs; after a rectifier it isn't 0.
  ///   - inputVariance: Var[x], 0 or more.
  ///   - weightVariance: Var[w], positive.
  /// - Returns: Var[z] and E[y²].
  public func layerMoments(fanIn: Int, inputMean: Double, inputVariance: Double, weightVariance: Double) throws
    -> LayerMoments
  {
    throw NotAttempted("2.7")
  }
}
