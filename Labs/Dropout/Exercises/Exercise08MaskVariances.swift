import DropoutQuestions
import NumericCore

extension MyAnswers {
  /// **3.8 The variance that a mask adds** (2 points).
  ///
  /// A unit has the activation a. A plain mask multiplies it by 1 with probability p and by 0 otherwise; an inverted mask
  /// by 1/p or 0. What is the variance of each product? And of the keep probabilities on a grid, which gives each the
  /// largest variance?
  ///
  /// - Parameters:
  ///   - activation: a.
  ///   - keepProbability: p, above 0 and at most 1.
  ///   - grid: keep probabilities in rising order, each above 0 and below 1.
  /// - Returns: both variances at p, and for each the place of the grid, as a probability, where it is largest.
  public func maskVariances(activation: Double, keepProbability: Double, grid: Vector<Double>) throws -> MaskVariances {
    throw NotAttempted("3.8")
  }
}
