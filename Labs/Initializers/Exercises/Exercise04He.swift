import InitializersQuestions
import NumericCore

extension MyAnswers {
  /// **2.4 He's standard deviation** (1 point).
  ///
  /// The weights are normal with mean 0 and the variance 2 / fan-in, so that rectifiers keep the mean square on the
  /// way forward.
  ///
  /// - Parameters:
  ///   - fanIn: how many inputs a unit has, 1 or more.
  ///   - fanOut: how many units the layer has, 1 or more.
  /// - Returns: the standard deviation.
  public func heNormal(fanIn: Int, fanOut: Int) throws -> Double {
    throw NotAttempted("2.4")
  }
}
