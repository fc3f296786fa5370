import InitializersQuestions
import NumericCore

extension MyAnswers {
  /// **2.5 LeCun's standard deviation** (1 point).
  ///
  /// The weights are normal with mean 0 and the variance 1 / fan-in.
  ///
  /// - Parameters:
  ///   - fanIn: how many inputs a unit has, 1 or more.
  ///   - fanOut: how many units the layer has, 1 or more.
  /// - Returns: the standard deviation.
  public func leCunNormal(fanIn: Int, fanOut: Int) throws -> Double {
    throw NotAttempted("2.5")
  }
}
