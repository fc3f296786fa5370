import NumericCore

/// Exercises 2.1 to 2.5: how wide each initializer draws.
public protocol FormulaQuestions: Sendable {
  /// **2.1 Fan-in and fan-out** (1 point).
  ///
  /// The fan-in is the number of inputs that a unit sums, the fan-out the number of units that an input goes to. Here
  /// weights
  /// lie as `[inputs, outputs]`; some texts and libraries have them the other way round. Biases count in neither.
  ///
  /// Source: "Understanding the difficulty of training deep feedforward neural networks" (Glorot, Bengio, 2010).
  ///
  /// - Parameter weights: W of one dense layer, `[inputs, outputs]`.
  /// - Returns: fan-in and fan-out.
  func fans(weights: Matrix<Double>) throws -> Fans

  /// **2.2 Glorot's uniform range** (1 point).
  ///
  /// The weights are uniform in [-r, r] with r = √(6 / (fan-in + fan-out)).
  ///
  /// Source: "Understanding the difficulty of training deep feedforward neural networks" (Glorot, Bengio, 2010),
  /// equation 16.
  ///
  /// - Parameters:
  ///   - fanIn: how many inputs a unit has, 1 or more.
  ///   - fanOut: how many units the layer has, 1 or more.
  /// - Returns: both ends of the range.
  func glorotUniform(fanIn: Int, fanOut: Int) throws -> UniformRange

  /// **2.3 Glorot's standard deviation** (1 point).
  ///
  /// The weights are normal with mean 0 and the variance 1/n, where n is the average of fan-in and fan-out.
  ///
  /// Source: "Understanding the difficulty of training deep feedforward neural networks" (Glorot, Bengio, 2010),
  /// equation 12.
  ///
  /// - Parameters:
  ///   - fanIn: how many inputs a unit has, 1 or more.
  ///   - fanOut: how many units the layer has, 1 or more.
  /// - Returns: the standard deviation.
  func glorotNormal(fanIn: Int, fanOut: Int) throws -> Double

  /// **2.4 He's standard deviation** (1 point).
  ///
  /// The weights are normal with mean 0 and the variance 2 / fan-in, so that rectifiers keep the mean square on the
  /// way forward.
  ///
  /// Source: "Delving deep into rectifiers" (He, Zhang, Ren, Sun, 2015), equation 10.
  ///
  /// - Parameters:
  ///   - fanIn: how many inputs a unit has, 1 or more.
  ///   - fanOut: how many units the layer has, 1 or more.
  /// - Returns: the standard deviation.
  func heNormal(fanIn: Int, fanOut: Int) throws -> Double

  /// **2.5 LeCun's standard deviation** (1 point).
  ///
  /// The weights are normal with mean 0 and the variance 1 / fan-in.
  ///
  /// Source: "Efficient BackProp" (LeCun, Bottou, Orr, Müller, 1998), section 4.6.
  ///
  /// - Parameters:
  ///   - fanIn: how many inputs a unit has, 1 or more.
  ///   - fanOut: how many units the layer has, 1 or more.
  /// - Returns: the standard deviation.
  func leCunNormal(fanIn: Int, fanOut: Int) throws -> Double
}
