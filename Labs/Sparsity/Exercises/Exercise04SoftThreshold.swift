import NumericCore
import SparsityQuestions

extension MyAnswers {
  /// **4.4 The soft threshold** (1 point).
  ///
  /// Each number moves towards 0 by t, and stops there: it is the w that minimizes 1/2 (w - z)² + t |w|.
  ///
  /// Source: "Ideal spatial adaptation by wavelet shrinkage" (Donoho, Johnstone, 1994).
  ///
  /// - Parameters:
  ///   - values: z, `[weights]`.
  ///   - threshold: t, 0 or more.
  /// - Returns: the minimizing w, `[weights]`.
  public func softThreshold(values: Vector<Double>, threshold: Double) throws -> Vector<Double> {
    throw NotAttempted("4.4")
  }
}
