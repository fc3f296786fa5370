import NumericCore
import SparsityQuestions

extension MyAnswers {
  /// **4.8 What λ Σ w² does to curvature** (2 points).
  ///
  /// Near its minimum w* a loss is a bowl whose Hessian has the eigenvalues d. Add λ Σ w². What are the eigenvalues of
  /// the new Hessian, by which factor is each component of w* along an eigenvector multiplied in the new minimum, and
  /// what is the new condition number, the largest eigenvalue over the smallest?
  ///
  /// - Parameters:
  ///   - eigenvalues: d, positive, in any order.
  ///   - strength: λ, 0 or more.
  /// - Returns: the new eigenvalues and the factors, each in the order of d, and the new condition number.
  public func conditioning(eigenvalues: Vector<Double>, strength: Double) throws -> PenalizedCurvature {
    throw NotAttempted("4.8")
  }
}
