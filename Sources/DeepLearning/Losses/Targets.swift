import NumericCore

/// What the outputs should be, one row or one class a sample.
public enum Targets<Scalar: Real>: Hashable, Sendable {
  /// Numbers, shape [samples, outputs]: values to fit, or probabilities.
  case values(Matrix<Scalar>)
  /// The class of each sample, from 0 to the number of outputs less 1: a 1 at its output and 0 at the others.
  ///
  /// With a single output the classes are 0 and 1, and the class itself is the number.
  case classes([Int])

  /// The number of samples.
  public var count: Int {
    switch self {
    case .values(let values): values.rows
    case .classes(let classes): classes.count
    }
  }
}
