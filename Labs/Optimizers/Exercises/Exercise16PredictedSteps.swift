import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.16 Predict: how many steps does gradient descent need?** (2 points).
  ///
  /// Gradient descent runs on a quadratic with these eigenvalues, at its best fixed learning rate (1.4 asks for it).
  /// It starts where both extreme directions are off by the same loss. How many steps until the loss, measured from
  /// its minimum, is at or below `reduction` times its first value? Answer before you run it. Your answer is compared
  /// with the run.
  ///
  /// - Parameters:
  ///   - smallestEigenvalue: λ_min, positive.
  ///   - largestEigenvalue: λ_max, above λ_min.
  ///   - reduction: from 0 to 1, both excluded; 1e-6 is a millionth of the first loss.
  /// - Returns: the number of steps.
  public func predictedSteps(smallestEigenvalue: Double, largestEigenvalue: Double, reduction: Double) throws -> Int {
    throw NotAttempted("1.16")
  }
}
