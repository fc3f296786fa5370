import InitializersQuestions
import NumericCore

extension MyAnswers {
  /// **2.10 Predict: how deep until the signal is gone?** (2 points).
  ///
  /// All layers have `width` inputs and as many units, weights with mean 0 and this variance, and no biases. After how
  /// many layers is the mean square of the activations, averaged over units and samples, at or below `share` times that
  /// of the input? Answer before you run it. Your answer is compared with a run of wide layers.
  ///
  /// - Parameters:
  ///   - width: the fan-in of each layer.
  ///   - weightVariance: Var[w], positive, so small that the signal shrinks.
  ///   - activation: identity or rectifier.
  ///   - share: from 0 to 1, both excluded.
  /// - Returns: the number of layers.
  public func predictedLayers(width: Int, weightVariance: Double, activation: SignalActivation, share: Double) throws
    -> Int
  {
    throw NotAttempted("2.10")
  }
}
