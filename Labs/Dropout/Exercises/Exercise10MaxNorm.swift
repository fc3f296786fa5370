import DropoutQuestions
import NumericCore

extension MyAnswers {
  /// **3.10 Max-norm** (1 point).
  ///
  /// The weights into each unit, a column of W, have a Euclidean norm of at most c. A column that is longer is shortened
  /// to norm c; one that isn't stays as it is.
  ///
  /// Source: "Dropout: A Simple Way to Prevent Neural Networks from Overfitting" (Srivastava and others, 2014), section
  /// 5.1.
  ///
  /// - Parameters:
  ///   - weights: W, `[inputs, outputs]`.
  ///   - limit: c, positive.
  /// - Returns: the weights afterwards, `[inputs, outputs]`.
  public func maxNorm(weights: Matrix<Double>, limit: Double) throws -> Matrix<Double> {
    throw NotAttempted("3.10")
  }
}
