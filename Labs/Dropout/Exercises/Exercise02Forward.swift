import DropoutQuestions
import NumericCore

extension MyAnswers {
  /// **3.2 Forward through inverted dropout** (1 point).
  ///
  /// Here the draws are given: a unit is kept where its draw u is below p. What is kept is divided by p.
  ///
  /// - Parameters:
  ///   - activations: x, `[samples, units]`.
  ///   - draws: u, `[samples, units]`, each from 0 to below 1.
  ///   - keepProbability: p, above 0 and at most 1.
  /// - Returns: the outputs, and the mask that backward needs: outputs = mask · x, element by element.
  public func dropoutForward(activations: Matrix<Double>, draws: Matrix<Double>, keepProbability: Double) throws
    -> DropoutPass
  {
    throw NotAttempted("3.2")
  }
}
