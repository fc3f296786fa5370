// The functions of the lecture's formulas for a single number, so that an exercise need import nothing else.
//
// They are written for `Double` and `Float`, not for any `Real`, because the compiler then checks long formulas far
// sooner. Where Foundation is imported, too, its functions of the same name come first (`@_disfavoredOverload`).

/// e raised to the power x.
@_disfavoredOverload
public func exp(_ x: Double) -> Double { Double.elementary.exp(x) }

/// e raised to the power x.
@_disfavoredOverload
public func exp(_ x: Float) -> Float { Float.elementary.exp(x) }

/// The natural logarithm: minus infinity at 0, not a number below.
@_disfavoredOverload
public func log(_ x: Double) -> Double { Double.elementary.log(x) }

/// The natural logarithm: minus infinity at 0, not a number below.
@_disfavoredOverload
public func log(_ x: Float) -> Float { Float.elementary.log(x) }

/// exp(x) - 1, accurate where x is tiny, too.
@_disfavoredOverload
public func expm1(_ x: Double) -> Double { Double.elementary.expm1(x) }

/// exp(x) - 1, accurate where x is tiny, too.
@_disfavoredOverload
public func expm1(_ x: Float) -> Float { Float.elementary.expm1(x) }

/// log(1 + x), accurate where x is tiny, too.
@_disfavoredOverload
public func log1p(_ x: Double) -> Double { Double.elementary.log1p(x) }

/// log(1 + x), accurate where x is tiny, too.
@_disfavoredOverload
public func log1p(_ x: Float) -> Float { Float.elementary.log1p(x) }

/// The sine of x radians.
@_disfavoredOverload
public func sin(_ x: Double) -> Double { Double.elementary.sin(x) }

/// The sine of x radians.
@_disfavoredOverload
public func sin(_ x: Float) -> Float { Float.elementary.sin(x) }

/// The cosine of x radians.
@_disfavoredOverload
public func cos(_ x: Double) -> Double { Double.elementary.cos(x) }

/// The cosine of x radians.
@_disfavoredOverload
public func cos(_ x: Float) -> Float { Float.elementary.cos(x) }

/// The hyperbolic tangent, in -1...1.
@_disfavoredOverload
public func tanh(_ x: Double) -> Double { Double.elementary.tanh(x) }

/// The hyperbolic tangent, in -1...1.
@_disfavoredOverload
public func tanh(_ x: Float) -> Float { Float.elementary.tanh(x) }

/// The square root: not a number below 0.
@_disfavoredOverload
public func sqrt(_ x: Double) -> Double { x.squareRoot() }

/// The square root: not a number below 0.
@_disfavoredOverload
public func sqrt(_ x: Float) -> Float { x.squareRoot() }

/// x times x.
@_disfavoredOverload
public func square(_ x: Double) -> Double { x * x }

/// x times x.
@_disfavoredOverload
public func square(_ x: Float) -> Float { x * x }

/// The sign: -1, 0 or 1.
@_disfavoredOverload
public func sign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 * x }

/// The sign: -1, 0 or 1.
@_disfavoredOverload
public func sign(_ x: Float) -> Float { x > 0 ? 1 : x < 0 ? -1 : 0 * x }

/// x raised to a power, which may be a fraction; not a number where x is negative and the power is a fraction.
@_disfavoredOverload
public func pow(_ x: Double, _ power: Double) -> Double { Double.elementary.pow(x, power) }

/// x raised to a power, which may be a fraction; not a number where x is negative and the power is a fraction.
@_disfavoredOverload
public func pow(_ x: Float, _ power: Float) -> Float { Float.elementary.pow(x, power) }

/// x, but not below `lower` and not above `upper`. Precondition: `lower <= upper`.
public func clamp(_ x: Double, _ lower: Double, _ upper: Double) -> Double {
  requireOrder(lower, upper)
  return x < lower ? lower : x > upper ? upper : x
}

/// x, but not below `lower` and not above `upper`. Precondition: `lower <= upper`.
public func clamp(_ x: Float, _ lower: Float, _ upper: Float) -> Float {
  requireOrder(lower, upper)
  return x < lower ? lower : x > upper ? upper : x
}

/// Stops unless the bounds come in order.
func requireOrder<Scalar: Real>(_ lower: Scalar, _ upper: Scalar) {
  if !(lower <= upper) { stop("Can't clamp between \(lower) and \(upper): the lower bound comes first.") }
}
