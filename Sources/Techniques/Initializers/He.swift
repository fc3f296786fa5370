import DeepLearning
import NumericCore

/// He's initializers, also known by his first name, Kaiming: the variance is 2 / inputs.
///
/// A rectifier lets half of a symmetric signal through, so twice the variance 1/inputs keeps the mean square from layer to
/// layer. It is made for rectifiers and their variants. This is the paper's form for the way forward, with the fan-in.
///
/// The normal form is not truncated. Keras' `HeNormal` cuts the distribution at two standard deviations and widens it.
///
/// Source: "Delving deep into rectifiers: Surpassing human-level performance on ImageNet classification" (He, Zhang, Ren,
/// Sun, 2015), equation 10, which has the normal form; the uniform one has the same variance.
public enum He: Initializer, Hashable, CaseIterable {
  /// Normal with the standard deviation √(2 / inputs).
  case normal
  /// Uniform in ±√(6 / inputs).
  case uniform

  /// 2 / inputs, the variance of each weight in both forms.
  public func variance(inputs: Int, outputs: Int) -> Double { 2 / Double(inputs) }

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
