import DeepLearning
import NumericCore

/// LeCun's initializers: the variance is 1 / inputs.
///
/// The sum over the inputs then has the mean square of the inputs. It is made for units near the identity, and for SELU,
/// whose derivation takes this variance. `FanInUniform`, uniform in ±1/√inputs, has a third of it.
///
/// The normal form is not truncated. Keras' `LecunNormal` cuts the distribution at two standard deviations and widens it.
///
/// Source: "Efficient BackProp" (LeCun, Bottou, Orr, Müller, 1998), section 4.6, which leaves the distribution open.
public enum LeCun: Initializer, Hashable, CaseIterable {
  /// Normal with the standard deviation √(1 / inputs).
  case normal
  /// Uniform in ±√(3 / inputs).
  case uniform

  /// 1 / inputs, the variance of each weight in both forms.
  public func variance(inputs: Int, outputs: Int) -> Double { 1 / Double(inputs) }

  /// Draws the weights of one layer, shape [inputs, outputs].
  public func weights(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) -> Matrix<Double> {
    requireFans(inputs, outputs)
    let variance = variance(inputs: inputs, outputs: outputs)
    switch self {
    case .normal: return normalWeights(inputs, outputs, variance: variance, using: &generator)
    case .uniform: return uniformWeights(inputs, outputs, variance: variance, using: &generator)
    }
  }
}
