import InitializersQuestions
import NumericCore

extension MyAnswers {
  /// **2.6 An orthogonal matrix from a Gaussian one** (2 points).
  ///
  /// Take the factors A = QR with a positive diagonal of R, and return Q. A tall matrix (rows ≥ columns) gives
  /// orthonormal columns. For a wide one, factor its transpose and transpose back: its rows become orthonormal. `qr` of
  /// NumericCore returns a positive diagonal already.
  ///
  /// - Parameter gaussian: A, `[inputs, outputs]`, of full rank.
  /// - Returns: a matrix of the same shape.
  public func orthogonal(gaussian: Matrix<Double>) throws -> Matrix<Double> {
    throw NotAttempted("2.6")
  }
}
