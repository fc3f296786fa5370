import NumericCore

/// Samples with what the network should answer to each: what is trained on, validated with, or tested by.
public struct Samples<Scalar: Real>: Sendable {
  /// Shape [samples, inputs].
  public let features: Matrix<Scalar>
  /// One a sample.
  public let targets: Targets<Scalar>

  /// Samples with targets. Precondition: as many of one as of the other, and one at least.
  public init(_ features: Matrix<Scalar>, _ targets: Targets<Scalar>) {
    if features.rows != targets.count || features.rows < 1 {
      fatalError("\(features.rows) samples need as many targets, one at least, and there are \(targets.count).")
    }
    self.features = features
    self.targets = targets
  }

  /// The number of samples.
  public var count: Int { features.rows }
}

extension Samples<Float> {
  /// Images with their classes.
  public init(_ images: LabelledImages) { self.init(images.pixels, .classes(images.labels)) }
}
