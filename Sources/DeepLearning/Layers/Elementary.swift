import NumericCore

// The functions of the mathematical library in code that is generic over `Real`. Once the code is specialized, the type
// is known and the test costs nothing. Only `Double` and `Float` conform to `Real`.

@inline(__always)
private func evaluate<Scalar: Real>(
  _ x: Scalar, _ single: (Float) -> Float, _ double: (Double) -> Double
) -> Scalar {
  Scalar.self == Float.self
    ? unsafeBitCast(single(unsafeBitCast(x, to: Float.self)), to: Scalar.self)
    : unsafeBitCast(double(unsafeBitCast(x, to: Double.self)), to: Scalar.self)
}

/// e raised to the power x.
@inline(__always)
func exponential<Scalar: Real>(_ x: Scalar) -> Scalar {
  evaluate(x, { NumericCore.exp($0) }, { NumericCore.exp($0) })
}

/// e raised to the power x, less 1.
@inline(__always)
func exponentialMinusOne<Scalar: Real>(_ x: Scalar) -> Scalar {
  evaluate(x, { NumericCore.expm1($0) }, { NumericCore.expm1($0) })
}

/// The natural logarithm.
@inline(__always)
func logarithm<Scalar: Real>(_ x: Scalar) -> Scalar {
  evaluate(x, { NumericCore.log($0) }, { NumericCore.log($0) })
}

/// log(1 + x).
@inline(__always)
func logarithmOfOnePlus<Scalar: Real>(_ x: Scalar) -> Scalar {
  evaluate(x, { NumericCore.log1p($0) }, { NumericCore.log1p($0) })
}

/// The hyperbolic tangent.
@inline(__always)
func hyperbolicTangent<Scalar: Real>(_ x: Scalar) -> Scalar {
  evaluate(x, { NumericCore.tanh($0) }, { NumericCore.tanh($0) })
}

/// 1 / (1 + e^-x) without overflow, and accurate in both tails.
@inline(__always)
func logistic<Scalar: Real>(_ x: Scalar) -> Scalar {
  let power = exponential(-abs(x))
  let upper = 1 / (1 + power)
  return x < 0 ? power * upper : upper
}

/// log(1 + e^x) without overflow.
@inline(__always)
func softplus<Scalar: Real>(_ x: Scalar) -> Scalar {
  (x < 0 ? 0 : x) + logarithmOfOnePlus(exponential(-abs(x)))
}
