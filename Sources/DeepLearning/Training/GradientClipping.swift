import NumericCore

/// What keeps a single large gradient from throwing the weights far away.
public protocol GradientClipping<Scalar>: Sendable {
  /// `Double` in the mathematics, `Float` in network training.
  associatedtype Scalar: Real

  /// Limits the gradient of a network, before the optimizer's step.
  ///
  /// - Parameters:
  ///   - gradient: of all parameters.
  ///   - blocks: where each matrix and vector of parameters lies in it; they cover it.
  func clip(_ gradient: inout MutableSpan<Scalar>, blocks: [Range<Int>])
}
