import InitializersQuestions
import NumericCore

extension MyAnswers {
  /// **2.8 Draw a layer's weights** (2 points).
  ///
  /// Draw W, `[inputs, outputs]`, as in 2.4: each weight normal with mean 0 and variance 2 / inputs, all drawn from the
  /// generator that is given, in any order. It is judged by its properties, so your order of draws is free: right
  /// weights fail by chance less than once in a thousand million times.
  ///
  /// - Parameters:
  ///   - inputs: 1 or more.
  ///   - outputs: 1 or more.
  ///   - generator: the only source of chance; the same generator gives the same weights.
  /// - Returns: the weights, `[inputs, outputs]`.
  public func sampleHeNormal(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) throws -> Matrix<Double> {
    throw NotAttempted("2.8")
  }
}
