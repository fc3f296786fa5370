import NewLabQuestions
import NumericCore

extension MyAnswers {
  /// **99.1 Root mean square** (2 points).
  ///
  /// √(1/n Σ xᵢ²): how large numbers are, whatever their signs.
  ///
  /// - Parameter values: x, `[values]`, one at least.
  /// - Returns: the root mean square, 0 or more, in the unit of x.
  public func rootMeanSquare(values: Vector<Double>) throws -> Double {
    throw NotAttempted("99.1")
  }
}
