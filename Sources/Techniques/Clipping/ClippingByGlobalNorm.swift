import DeepLearning
import NumericCore

/// All blocks together: where the Euclidean norm of the whole gradient g is above the limit, it becomes g · limit / ‖g‖.
///
/// The direction of the step stays, only its length is limited. A gradient at or below the limit stays bit for bit. One with
/// an element that is infinite or no number stays untouched, so that the training can see that it diverged.
///
/// The factor is exact. PyTorch's `clip_grad_norm_` divides by ‖g‖ + 1e-6, which makes the result a little shorter.
///
/// Source: "On the difficulty of training recurrent neural networks" (Pascanu, Mikolov, Bengio, 2013), algorithm 1.
public struct ClippingByGlobalNorm<Scalar: Real>: GradientClipping, Hashable {
  /// The largest norm of the gradient, above 0.
  public let limit: Scalar

  /// The clipping.
  ///
  /// - Parameter limit: above 0 and finite.
  public init(limit: Scalar) {
    requireLimit(limit)
    self.limit = limit
  }

  /// Limits the norm of the whole gradient; where it is cut into blocks makes no difference.
  public func clip(_ gradient: inout MutableSpan<Scalar>, blocks: [Range<Int>]) {
    gradient.withUnsafeMutableBufferPointer { shorten($0, to: limit) }
  }
}
