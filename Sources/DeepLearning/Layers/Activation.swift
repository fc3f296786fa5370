/// The function that a layer applies to its weighted sums z.
///
/// Its derivative is computed from the output y alone, so z need not be kept: each formula below names both.
public enum Activation: Hashable, Codable, Sendable {
  /// y = z, derivative 1.
  case identity
  /// y = 1 / (1 + e^-z), in 0...1; derivative y (1 - y).
  case sigmoid
  /// y = tanh z, in -1...1; derivative 1 - y².
  case tanh
  /// y = max(z, 0); derivative 1 where y > 0, otherwise 0 (also at the kink).
  case relu
  /// y = z where z > 0, otherwise `slope` z; derivative 1 or `slope`. Precondition: the slope is above 0.
  ///
  /// Source: "Rectifier Nonlinearities Improve Neural Network Acoustic Models" (Maas, Hannun, Ng, 2013), with 0.01.
  case leakyRelu(slope: Double = 0.01)
  /// y = z where z > 0, otherwise alpha (e^z - 1); derivative 1 or y + alpha. Precondition: alpha is above 0.
  ///
  /// Source: "Fast and Accurate Deep Network Learning by Exponential Linear Units" (Clevert, Unterthiner, Hochreiter,
  /// 2015), with 1.
  case elu(alpha: Double = 1)
  /// y = 1.0507 z where z > 0, otherwise 1.0507 · 1.6733 (e^z - 1): keeps mean 0 and variance 1 from layer to layer.
  ///
  /// Source: "Self-Normalizing Neural Networks" (Klambauer, Unterthiner, Mayr, Hochreiter, 2017).
  case selu
  /// y = log(1 + e^z), above 0; derivative 1 - e^-y.
  case softplus
  /// y_j = e^z_j / Σ e^z_k over the outputs of a sample; the derivative joins them: y_j (d_j - Σ d_k y_k).
  ///
  /// With the cross-entropy leave it out: the loss takes the logits.
  case softmax
}

/// The two constants of SELU, at which mean 0 and variance 1 are a fixed point.
enum SELU {
  static let scale = 1.0507009873554805
  static let alpha = 1.6732632423543772
}
