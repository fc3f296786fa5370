import InitializersQuestions
import NumericCore

extension MyAnswers {
  /// **2.2 Glorot's uniform range** (1 point).
  ///
  /// The weights are uniform in [-r, r] with r = √(6 / (fan-in + fan-out)).
  ///
  /// - Parameters:
  ///   - fanIn: how many inputs a unit has, 1 or more.
  ///   - fanOut: how many units the layer has, 1 or more.
  /// - Returns: both ends of the range.
  public func glorotUniform(fanIn: Int, fanOut: Int) throws -> UniformRange {
    throw NotAttempted("2.2")
  }
}
