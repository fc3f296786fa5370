import InitializersQuestions
import NumericCore

extension MyAnswers {
  /// **2.9 How many hidden units can ever differ?** (2 points).
  ///
  /// A network with one hidden layer is trained by gradient descent in exact arithmetic, without dropout. Two hidden
  /// units that
  /// get the same inputs and send the same weights to all outputs have the same gradients, and stay alike for ever.
  /// Count the
  /// units that are different from each other, where units that stay alike count once.
  ///
  /// - Parameters:
  ///   - firstWeights: W₁, `[inputs, hidden]`.
  ///   - firstBiases: b₁, `[hidden]`.
  ///   - secondWeights: W₂, `[hidden, outputs]`.
  /// - Returns: the number of different hidden units.
  public func distinctUnits(firstWeights: Matrix<Double>, firstBiases: Vector<Double>, secondWeights: Matrix<Double>)
    throws -> Int
  {
    throw NotAttempted("2.9")
  }
}
