import NumericCore

/// What the engine trains by where no other optimizer is asked for: v ← a v - η g, w ← w + v.
///
/// The labs on other topics need an optimizer that nobody has to write first.
public struct StochasticGradientDescent<Scalar: Real>: Optimizer {
  /// η, positive.
  public var learningRate: Scalar
  /// a, from 0 to below 1: 0.9 by default, the usual value.
  public let momentum: Scalar
  private var velocity: Vector<Scalar>

  /// The method before its first step on weights of this many dimensions.
  public init(dimensions: Int, learningRate: Scalar, momentum: Scalar = 0.9) {
    if !(momentum >= 0 && momentum < 1) { fatalError("Momentum lies from 0 to below 1, and \(momentum) doesn't.") }
    self.learningRate = learningRate
    self.momentum = momentum
    velocity = .zeros(dimensions)
  }

  /// Takes one step, in place.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func step(_ weights: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    if weights.count != gradient.count || weights.count != velocity.count {
      fatalError("\(weights.count) weights need as many numbers of a gradient, not \(gradient.count).")
    }
    // Written out: a debug build looks into no other file of its own module.
    let (rate, a) = (learningRate, momentum)
    weights.withUnsafeMutableBufferPointer { w in
      velocity.withUnsafeMutableElements { v in
        gradient.withUnsafeBufferPointer { g in
          for index in 0..<w.count {
            v[index] = a * v[index] - rate * g[index]
            w[index] += v[index]
          }
        }
      }
    }
  }
}
