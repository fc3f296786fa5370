import DeepLearning
import NumericCore

/// Each block by its own Euclidean norm: a block g whose norm is above the limit becomes g · limit / ‖g‖.
///
/// A block is one matrix or vector of parameters, so the direction within it stays and the one between blocks may change. A
/// block at or below the limit stays bit for bit. A block with an element that is infinite or no number stays untouched, so
/// that the training can see that it diverged.
///
/// Keras' `clipnorm` and TensorFlow's `clip_by_norm` do the same.
public struct ClippingByNorm<Scalar: Real>: GradientClipping, Hashable {
  /// The largest norm of a block, above 0.
  public let limit: Scalar

  /// The clipping.
  ///
  /// - Parameter limit: above 0 and finite.
  public init(limit: Scalar) {
    requireLimit(limit)
    self.limit = limit
  }

  /// Limits the norm of each block.
  public func clip(_ gradient: inout MutableSpan<Scalar>, blocks: [Range<Int>]) {
    gradient.withUnsafeMutableBufferPointer { gradient in
      for block in blocks { shorten(UnsafeMutableBufferPointer(rebasing: gradient[block]), to: limit) }
    }
  }
}
