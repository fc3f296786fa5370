import NumericCore

/// What layers of dropout multiply by in training: random factors, one a number.
///
/// The engine multiplies, forward and backward; which factors there are, is the masks' own affair.
public protocol DropoutMasks<Scalar>: Sendable {
  /// `Double` in the mathematics, `Float` in network training.
  associatedtype Scalar: Real

  /// Writes a part of a mask.
  ///
  /// A batch may be cut in parts, so a number's factor follows from its place alone.
  ///
  /// - Parameters:
  ///   - mask: the factors of the numbers from `first` on, to be written.
  ///   - first: the place of the first of them in the whole batch, counted from 0, sample after sample.
  ///   - keepProbability: of the layer, above 0 and at most 1.
  ///   - draws: the layer's own random numbers in this pass.
  func write(
    _ mask: inout MutableSpan<Scalar>, from first: Int, keepProbability: Double, using draws: Philox4x32x10)
}
