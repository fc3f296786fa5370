import DeepLearning
import NumericCore

/// Glorot's initializers, also known by his first name, Xavier: the variance is 2 / (inputs + outputs).
///
/// Signals keep their variance on the way forward with 1/inputs, gradients on the way back with 1/outputs; this is the
/// harmonic mean of both. It is made for units that are nearly linear around 0: identity, tanh, sigmoid, softmax.
///
/// The normal form is not truncated. Keras' `GlorotNormal` cuts the distribution at two standard deviations and widens it,
/// so that the variance is the same and the tails aren't.
///
/// Source: "Understanding the difficulty of training deep feedforward neural networks" (Glorot, Bengio, 2010), equations 12
/// and 16, which has the uniform form.
public enum Glorot: Initializer, Hashable, CaseIterable {
  /// Normal with the standard deviation √(2 / (inputs + outputs)).
  case normal
  /// Uniform in ±√(6 / (inputs + outputs)).
  case uniform

  /// 2 / (inputs + outputs), the variance of each weight in both forms.
  public func variance(inputs: Int, outputs: Int) -> Double { 2 / Double(inputs + outputs) }

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
