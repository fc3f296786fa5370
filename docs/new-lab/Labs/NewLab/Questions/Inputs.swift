import NumericCore

// What the checks send for each exercise. The names are what a student reads in "Smallest case that fails".

/// Input of 99.1.
public struct ValuesInput: Codable, Sendable {
  /// x, `[values]`.
  public var values: Vector<Double>

  /// Some numbers.
  public init(values: Vector<Double>) { self.values = values }
}
