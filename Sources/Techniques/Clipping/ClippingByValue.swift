import DeepLearning
import NumericCore

/// Each element by itself into ±limit.
///
/// It changes the direction of the gradient: large elements are cut, small ones stay. An element that is infinite or no
/// number stays untouched, so that the training can see that it diverged.
///
/// PyTorch's `clip_grad_value_` and Keras' `clipvalue` do the same with finite gradients.
public struct ClippingByValue<Scalar: Real>: GradientClipping, Hashable {
  /// The largest magnitude of an element, above 0.
  public let limit: Scalar

  /// The clipping.
  ///
  /// - Parameter limit: above 0 and finite.
  public init(limit: Scalar) {
    requireLimit(limit)
    self.limit = limit
  }

  /// Limits each element of the gradient; the blocks make no difference.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func clip(_ gradient: inout MutableSpan<Scalar>, blocks: [Range<Int>]) {
    let limit = limit
    gradient.withUnsafeMutableBufferPointer { gradient in
      for index in 0..<gradient.count {
        let element = gradient[index]
        let clipped = element > limit ? limit : element < -limit ? -limit : element
        gradient[index] = abs(element) <= Scalar.greatestFiniteMagnitude ? clipped : element
      }
    }
  }
}
