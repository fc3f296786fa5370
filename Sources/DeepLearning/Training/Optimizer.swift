import NumericCore

/// A method that moves weights downhill, in place: one pass over memory a step, and nothing allocated.
///
/// It treats each weight by itself. So a training may cut its weights in parts and give each an optimizer of its own: the
/// steps are the same as those of one optimizer over all.
public protocol Optimizer<Scalar>: Codable, Sendable {
  /// `Double` in the mathematics, `Float` in network training.
  associatedtype Scalar: Real

  /// η, positive; a schedule may change it between steps.
  var learningRate: Scalar { get set }

  /// Takes one step.
  ///
  /// - Parameters:
  ///   - weights: changed in place.
  ///   - gradient: taken where `lookAhead` says, as many elements as the weights.
  mutating func step(_ weights: inout MutableSpan<Scalar>, gradient: Span<Scalar>)

  /// Writes the point at which the next gradient is wanted into `point`, or returns false where that is the weights
  /// themselves, which is the default.
  func lookAhead(from weights: Span<Scalar>, into point: inout MutableSpan<Scalar>) -> Bool
}

extension Optimizer {
  /// The gradient is wanted at the weights themselves.
  public func lookAhead(from weights: Span<Scalar>, into point: inout MutableSpan<Scalar>) -> Bool { false }

  // Inlined always: as generic code of another module they would look up types at each step, which takes longer than a
  // step in two dimensions.

  /// Takes one step of a whole vector of weights.
  @inlinable @inline(__always)
  public mutating func step(_ weights: inout Vector<Scalar>, gradient: Vector<Scalar>) {
    weights.withUnsafeMutableElements { weights in
      gradient.withUnsafeElements { gradient in
        var span = weights.mutableSpan
        step(&span, gradient: gradient.span)
      }
    }
  }

  /// Writes the point at which the next gradient is wanted into `point`, which has as many elements as the weights, or
  /// returns false where that is the weights themselves.
  @inlinable @inline(__always)
  public func lookAhead(from weights: Vector<Scalar>, into point: inout Vector<Scalar>) -> Bool {
    weights.withUnsafeElements { weights in
      point.withUnsafeMutableElements { point in
        var span = point.mutableSpan
        return lookAhead(from: weights.span, into: &span)
      }
    }
  }
}
