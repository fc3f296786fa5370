import NumericCore

/// A method that moves weights downhill, in place: one pass over memory a step, and nothing allocated.
public protocol Optimizer<Scalar>: Sendable {
  /// `Double` in the mathematics, `Float` in network training.
  associatedtype Scalar: Real

  /// Takes one step.
  ///
  /// - Parameters:
  ///   - weights: changed in place.
  ///   - gradient: taken where `lookAhead` says, as many elements as the weights.
  mutating func step(_ weights: inout Vector<Scalar>, gradient: Vector<Scalar>)

  /// Writes the point at which the next gradient is wanted into `point`, or returns false where that is the weights
  /// themselves, which is the default.
  func lookAhead(from weights: Vector<Scalar>, into point: inout Vector<Scalar>) -> Bool
}

extension Optimizer {
  /// The gradient is wanted at the weights themselves.
  public func lookAhead(from weights: Vector<Scalar>, into point: inout Vector<Scalar>) -> Bool { false }
}
