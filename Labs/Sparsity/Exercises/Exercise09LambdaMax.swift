import NumericCore
import SparsityQuestions

extension MyAnswers {
  /// **4.9 Lambda max** (1 point).
  ///
  /// The smallest λ at which all weights of the elastic net are 0. The data are as they were measured, not centred;
  /// the model has an intercept, which is not penalized.
  ///
  /// - Parameters:
  ///   - features: X, `[samples, features]`.
  ///   - targets: y, `[samples]`.
  ///   - l1Share: s, above 0 and at most 1.
  /// - Returns: that λ.
  public func largestStrength(features: Matrix<Double>, targets: Vector<Double>, l1Share: Double) throws -> Double {
    throw NotAttempted("4.9")
  }
}
