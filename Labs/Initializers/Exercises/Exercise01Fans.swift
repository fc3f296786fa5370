import InitializersQuestions
import NumericCore

extension MyAnswers {
  /// **2.1 Fan-in and fan-out** (1 point).
  ///
  /// The fan-in is the number of inputs that a unit sums, the fan-out the number of units that an input goes to. Here
  /// weights
  /// lie as `[inputs, outputs]`; some texts and libraries have them the other way round. Biases count in neither.
  ///
  /// - Parameter weights: W of one dense layer, `[inputs, outputs]`.
  /// - Returns: fan-in and fan-out.
  public func fans(weights: Matrix<Double>) throws -> Fans {
    throw NotAttempted("2.1")
  }
}
