import InitializersQuestions
import NumericCore

extension WrongAnswers {
  /// Fan-in and fan-out (2.1), with the mistakes asked for.
  public func fans(weights: Matrix<Double>) throws -> Fans {
    let bias = makes("bias-counted") ? 1 : 0
    var fans = Fans(fanIn: weights.rows + bias, fanOut: weights.columns)
    if makes("inputs-twice") { fans.fanOut = weights.rows }
    if makes("weights-counted") { fans.fanIn *= weights.columns }
    if makes("total-fan-out") { fans.fanOut *= weights.rows }
    return makes("fans-exchanged") ? Fans(fanIn: fans.fanOut, fanOut: fans.fanIn) : fans
  }

  /// Glorot's uniform range (2.2), with the mistakes asked for.
  public func glorotUniform(fanIn: Int, fanOut: Int) throws -> UniformRange {
    var fans = makes("fan-in-alone") ? 2 * Double(fanIn) : Double(fanIn + fanOut)
    if makes("fans-averaged") { fans /= 2 }
    let square = (makes("deviation-for-limit") ? 2 : 6) / fans
    let bound = makes("root-forgotten") ? square : square.squareRoot()
    let high = makes("width-for-limit") ? bound / 2 : bound
    if makes("both-negative") { return UniformRange(low: -high, high: -high) }
    return UniformRange(low: makes("starts-at-zero") ? 0 : -high, high: high)
  }

  /// Glorot's standard deviation (2.3), with the mistakes asked for.
  public func glorotNormal(fanIn: Int, fanOut: Int) throws -> Double {
    var variance = (makes("sum-for-average") ? 1 : 2) / Double(fanIn + fanOut)
    if makes("fan-in-alone") { variance = 1 / Double(fanIn) }
    if makes("fan-out-alone") { variance = 1 / Double(fanOut) }
    if makes("rectifier-factor") { variance *= 2 }
    return deviation(variance)
  }

  /// He's standard deviation (2.4), with the mistakes asked for.
  public func heNormal(fanIn: Int, fanOut: Int) throws -> Double {
    let fan = Double(makes("fan-out-for-fan-in") ? fanOut : fanIn)
    var variance = (makes("factor-forgotten") ? 1 : makes("factor-below") ? 0.5 : 2) / fan
    if makes("fans-averaged") { variance = 4 / Double(fanIn + fanOut) }
    return deviation(variance)
  }

  /// LeCun's standard deviation (2.5), with the mistakes asked for.
  public func leCunNormal(fanIn: Int, fanOut: Int) throws -> Double {
    let fan = Double(makes("fan-out-for-fan-in") ? fanOut : fanIn)
    var variance = (makes("rectifier-factor") ? 2 : 1) / fan
    if makes("fans-averaged") { variance = 2 / Double(fanIn + fanOut) }
    if makes("fan-in-uniform") { variance /= 3 }
    return deviation(variance)
  }

  private func deviation(_ variance: Double) -> Double {
    let spread = makes("variance-returned") ? variance : variance.squareRoot()
    return makes("limit-for-deviation") ? 3.0.squareRoot() * spread : spread
  }
}
