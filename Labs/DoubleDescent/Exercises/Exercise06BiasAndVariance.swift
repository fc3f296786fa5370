import DoubleDescentQuestions
import NumericCore

extension MyAnswers {
  /// **7.6 Bias and variance** (2 points).
  ///
  /// Many models were fitted, each to training data of its own, and all predict at the same test points. The true values
  /// there are known, without noise. At a point, the bias is the mean prediction minus the true value, and the variance the
  /// mean squared distance of the predictions from their mean. Both are to be such that squared bias and variance add up to
  /// the mean squared error exactly, for any number of fits.
  ///
  /// Source: "Neural networks and the bias/variance dilemma" (Geman, Bienenstock, Doursat, 1992).
  ///
  /// - Parameters:
  ///   - predictions: a row a fit, `[fits, points]`.
  ///   - truth: `[points]`.
  /// - Returns: squared bias, variance and mean squared error, each as a mean over the points.
  public func biasAndVariance(predictions: Matrix<Double>, truth: Vector<Double>) throws -> BiasAndVariance {
    throw NotAttempted("7.6")
  }
}
