import InitializersQuestions
import NumericCore

extension MyAnswers {
  /// **2.9 How many hidden units can ever differ?** (2 points).
  ///
  /// A network with one hidden layer of tanh units and linear outputs is trained by gradient descent on the squared
  /// error, in exact arithmetic, without dropout, and with one learning rate for all weights. Some hidden units compute
  /// the same outputs at every step of the training, whatever the training data are; such units count as one. Any two
  /// others differ for some data. How many different units does the network have?
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
