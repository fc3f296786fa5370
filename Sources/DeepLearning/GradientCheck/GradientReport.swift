/// What a gradient check found.
public struct GradientReport: Sendable, CustomStringConvertible {
  /// One coordinate of the gradient beside the function's.
  public struct Worst: Sendable, Hashable {
    /// The name of the block in which it lies.
    public let block: String
    /// Its row there, from 0.
    public let row: Int
    /// Its column there, from 0.
    public let column: Int
    /// Its index among all coordinates.
    public let index: Int
    /// What differences of the function give.
    public let expected: Double
    /// What the gradient says.
    public let got: Double
    /// The error as `GradientCheck.tolerance` measures it.
    public let error: Double
  }

  /// Whether all compared coordinates are within the tolerance, and enough were compared.
  public let passes: Bool
  /// How many coordinates were compared.
  public let compared: Int
  /// How many were left out because of a kink nearby.
  public let excluded: Int
  /// Where the error is largest; nothing where no coordinate could be compared.
  public let worst: Worst?
  /// What the errors of that block have in common, where the check fails and they do.
  public let pattern: GradientPattern?

  /// One sentence or two: the verdict, the worst coordinate, the pattern.
  public var description: String {
    let counts = "\(compared) coordinates compared, \(excluded) at kinks left out"
    guard let worst else { return "Nothing to compare: \(counts)." }
    let place = "\(worst.block), [\(worst.row), \(worst.column)]"
    if passes { return "The gradient is right: \(counts), largest error \(worst.error) at \(place)." }
    let cause = pattern.map { " \($0.description)" } ?? ""
    return "The gradient is wrong at \(place): \(worst.got) instead of \(worst.expected) (\(counts)).\(cause)"
  }
}

/// What the errors in one block of a gradient have in common.
public enum GradientPattern: Hashable, Sendable, CustomStringConvertible {
  /// A number is infinite or no number.
  case notFinite
  /// All numbers are 0: a forgotten bias, a gradient never written.
  case allZero
  /// Each has the other sign.
  case sign
  /// Each is the right one times this factor: a sum for a mean, a factor 2.
  case factor(Double)
  /// It is the right matrix transposed.
  case transposed
  /// This multiple of each parameter itself is missing: a penalty left out.
  case missingMultipleOfParameters(Double)
  /// The same number is missing in each.
  case missingConstant(Double)
  /// So many are 0 that shouldn't be, and the others are right: a stale mask.
  case someZero(Int)

  /// One sentence.
  public var description: String {
    switch self {
    case .notFinite: "A number is infinite or no number."
    case .allZero: "All of the block is 0."
    case .sign: "All of the block has the other sign."
    case .factor(let factor): "All of the block is \(factor) times what it should be."
    case .transposed: "The block is the right matrix transposed."
    case .missingMultipleOfParameters(let factor): "A term is missing, \(factor) times the parameters."
    case .missingConstant(let number): "A term is missing, \(number) in each."
    case .someZero(1): "One number is 0 that shouldn't be; the others are right."
    case .someZero(let count): "\(count) numbers are 0 that shouldn't be; the others are right."
    }
  }
}
