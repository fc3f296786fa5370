internal import COpenBLAS

/// A real number of the machine: `Double` in the mathematics and the exercises, `Float` in network training.
///
/// `Double` and `Float` conform, and no others: the C libraries beneath know only these two.
public protocol Real: BinaryFloatingPoint, Codable, Sendable, LosslessStringConvertible, SIMDScalar {
  /// The functions of C's mathematical library for this type.
  static var elementary: ElementaryFunctions<Self> { get }

  /// The routines of linear algebra for this type.
  static var blas: BLASRoutines<Self> { get }
}

/// The functions of C's mathematical library for one type of number; write `exp(x)`, which calls them.
public struct ElementaryFunctions<Scalar: Sendable>: Sendable {
  typealias Function = @Sendable (Scalar) -> Scalar

  let exp: Function
  let log: Function
  let expm1: Function
  let log1p: Function
  let sin: Function
  let cos: Function
  let tanh: Function
  let pow: @Sendable (Scalar, Scalar) -> Scalar
}

extension Double: Real {
  /// The functions of C's mathematical library for `Double`.
  public static let elementary = ElementaryFunctions<Double>(
    exp: { c_exp($0) }, log: { c_log($0) }, expm1: { c_expm1($0) }, log1p: { c_log1p($0) }, sin: { c_sin($0) },
    cos: { c_cos($0) }, tanh: { c_tanh($0) }, pow: { c_pow($0, $1) })

  /// The routines of linear algebra for `Double`.
  public static var blas: BLASRoutines<Double> { .double }
}

extension Float: Real {
  /// The functions of C's mathematical library for `Float`.
  public static let elementary = ElementaryFunctions<Float>(
    exp: { c_expf($0) }, log: { c_logf($0) }, expm1: { c_expm1f($0) }, log1p: { c_log1pf($0) }, sin: { c_sinf($0) },
    cos: { c_cosf($0) }, tanh: { c_tanhf($0) }, pow: { c_powf($0, $1) })

  /// The routines of linear algebra for `Float`.
  public static var blas: BLASRoutines<Float> { .float }
}
