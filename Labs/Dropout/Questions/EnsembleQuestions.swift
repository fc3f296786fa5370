import NumericCore

/// Exercises 3.5 to 3.7: many networks.
public protocol EnsembleQuestions: Sendable {
  /// **3.5 What an ensemble predicts** (1 point).
  ///
  /// Each network turns its logits z into probabilities, exp(zᵢ) / Σ exp(zⱼ). The ensemble predicts the average of these
  /// probabilities over the networks.
  ///
  /// - Parameter logits: a row a network, `[networks, classes]`.
  /// - Returns: the ensemble's probabilities, `[classes]`.
  func ensemblePrediction(logits: Matrix<Double>) throws -> Vector<Double>

  /// **3.6 The error of an ensemble** (1 point).
  ///
  /// The errors εᵢ of k networks have mean 0, variance v, and covariance c between any two. What is the expected square
  /// of the average error, (1/k) Σ εᵢ?
  ///
  /// Source: "Deep Learning" (Goodfellow, Bengio, Courville, 2016), section 7.11.
  ///
  /// - Parameters:
  ///   - variance: v = E[εᵢ²], positive.
  ///   - covariance: c = E[εᵢ εⱼ] for i ≠ j.
  ///   - networks: k, 1 or more.
  /// - Returns: the expected squared error of the ensemble.
  func ensembleError(variance: Double, covariance: Double, networks: Int) throws -> Double

  /// **3.7 How many thinned networks?** (2 points).
  ///
  /// Dropout keeps any subset of the units of each layer; none and all of them count too. How many different thinned
  /// networks is that? Exactly, with all digits: `ExactInteger` adds and multiplies integers of any size.
  ///
  /// - Parameter unitsByLayer: the number of units of each layer with dropout, each 1 or more.
  /// - Returns: the number of thinned networks.
  func thinnedNetworks(unitsByLayer: [Int]) throws -> ExactInteger
}
