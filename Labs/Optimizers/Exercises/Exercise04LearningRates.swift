import NumericCore
import OptimizersQuestions

extension MyAnswers {
  /// **1.4 Learning rates of gradient descent** (2 points).
  ///
  /// Along an eigenvector with eigenvalue λ, a step multiplies the distance to the minimum by 1 - η λ. Find the
  /// learning rate below which every such factor is smaller than 1 in size, and the one for which the largest of them
  /// is as small as it can be.
  ///
  /// - Parameter eigenvalues: the eigenvalues of H, all positive, in any order.
  /// - Returns: the bound of stability, and the best fixed learning rate.
  public func learningRates(eigenvalues: Vector<Double>) throws -> LearningRates {
    throw NotAttempted("1.4")
  }
}
