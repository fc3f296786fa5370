import NumericCore
import SparsityQuestions

extension MyAnswers {
  /// **4.11 A step under a max-norm** (1 point).
  ///
  /// Take a step of gradient descent, W - η G. Then the weights into each unit, a column, are brought back to where
  /// their Euclidean norm is at most c: a column that is longer than c is multiplied so that its norm is c, and one
  /// that is not stays as it is. A penalty would pull at all columns; this is a projection.
  ///
  /// Source: "Dropout: A simple way to prevent neural networks from overfitting" (Srivastava, Hinton, Krizhevsky,
  /// Sutskever, Salakhutdinov, 2014), section 5.1.
  ///
  /// - Parameters:
  ///   - weights: W, `[inputs, outputs]`.
  ///   - gradient: G, `[inputs, outputs]`.
  ///   - learningRate: η, positive.
  ///   - limit: c, positive.
  /// - Returns: the weights after the step, `[inputs, outputs]`.
  public func maxNormStep(
    weights: Matrix<Double>, gradient: Matrix<Double>, learningRate: Double, limit: Double
  ) throws -> Matrix<Double> {
    throw NotAttempted("4.11")
  }
}
