import InitializersQuestions
import NumericCore

extension MyAnswers {
  /// **2.3 Glorot's standard deviation** (1 point).
  ///
  /// The weights are normal with mean 0 and the variance 1/n, where n is the average of fan-in and fan-out.
  ///
  /// - Parameters:
  ///   - fanIn: how many inputs a unit has, 1 or more.
  ///   - fanOut: how many units the layer has, 1 or more.
  /// - Returns: the standard deviation.
  public func glorotNormal(fanIn: Int, fanOut: Int) throws -> Double {
    throw NotAttempted("2.3")
  }
}
