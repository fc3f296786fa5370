/// A layer as it is asked for; the network works out its inputs from the layer before.
///
/// ```swift
/// let network = Network<Float>(
///   inputs: 784, [.dense(200, .relu), .dropout(keepProbability: 0.5), .dense(10)], masks: InvertedDropout())
/// ```
public enum Layer: Hashable, Codable, Sendable {
  /// y = activation(x W + b): W is [inputs, outputs], b has one number an output.
  case dense(Int, Activation = .identity)
  /// y = the largest of `pieces` weighted sums, for each of the outputs: x W + b is [samples, outputs * pieces], and the
  /// pieces of an output stand side by side.
  ///
  /// Where two are the same, the first is the winner, which alone takes part in the gradient. Source: "Maxout Networks"
  /// (Goodfellow, Warde-Farley, Mirza, Courville, Bengio, 2013).
  case maxout(Int, pieces: Int = 2)
  /// An activation alone, as after a batch normalization.
  case activation(Activation)
  /// In training multiplies each number by a factor, which the network's masks draw; in inference does nothing.
  ///
  /// As the first layer it drops inputs. Precondition: the probability is above 0 and at most 1. Source: "Dropout: A
  /// Simple Way to Prevent Neural Networks from Overfitting" (Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov,
  /// 2014).
  case dropout(keepProbability: Double)
  /// y = gamma (x - mean) / √(variance + epsilon) + beta for each feature, over the samples of the batch.
  ///
  /// In training mean and variance (divided by the number of samples) are the batch's; in inference they are running
  /// averages, r <- (1 - momentum) r + momentum · new, in which the variance is divided by the number less 1. The
  /// defaults are the common ones. Source: "Batch Normalization: Accelerating Deep Network Training by Reducing Internal
  /// Covariate Shift" (Ioffe, Szegedy, 2015).
  case batchNormalization(momentum: Double = 0.1, epsilon: Double = 1e-5)
}
