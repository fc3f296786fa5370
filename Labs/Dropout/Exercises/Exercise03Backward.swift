import DropoutQuestions
import NumericCore

extension MyAnswers {
  /// **3.3 Backward through inverted dropout** (1 point).
  ///
  /// The gradient of the loss with respect to x, from the one with respect to the outputs mask · x.
  ///
  /// - Parameters:
  ///   - activations: x, `[samples, units]`; some of them are 0, as after ReLU.
  ///   - mask: of the forward pass, 1/p or 0, `[samples, units]`.
  ///   - outputGradient: ∂L/∂outputs, `[samples, units]`.
  /// - Returns: ∂L/∂x, `[samples, units]`.
  public func dropoutBackward(activations: Matrix<Double>, mask: Matrix<Double>, outputGradient: Matrix<Double>) throws
    -> Matrix<Double>
  {
    throw NotAttempted("3.3")
  }
}
