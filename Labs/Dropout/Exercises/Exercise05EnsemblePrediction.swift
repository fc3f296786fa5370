import DropoutQuestions
import NumericCore

extension MyAnswers {
  /// **3.5 What an ensemble predicts** (1 point).
  ///
  /// Each network turns its logits z into probabilities, exp(zᵢ) / Σ exp(zⱼ). The ensemble predicts the average of these
  /// probabilities over the networks.
  ///
  /// - Parameter logits: a row a network, `[networks, classes]`.
  /// - Returns: the ensemble's probabilities, `[classes]`.
  public func ensemblePrediction(logits: Matrix<Double>) throws -> Vector<Double> {
    throw NotAttempted("3.5")
  }
}
