// The functions of the lecture's formulas for each element of a vector or a matrix: `exp(-square(x))`.
//
// They are written out for `Double` and `Float`, because the compiler then checks long formulas far sooner. In code that is
// generic over `Real`, use `map`.

/// e raised to the power x, for each element.
public func exp(_ x: Vector<Double>) -> Vector<Double> { each(x, Double.elementary.exp) }

/// e raised to the power x, for each element.
public func exp(_ x: Vector<Float>) -> Vector<Float> { each(x, Float.elementary.exp) }

/// e raised to the power x, for each element.
public func exp(_ x: Matrix<Double>) -> Matrix<Double> { each(x, Double.elementary.exp) }

/// e raised to the power x, for each element.
public func exp(_ x: Matrix<Float>) -> Matrix<Float> { each(x, Float.elementary.exp) }

/// The natural logarithm: minus infinity at 0, not a number below, for each element.
public func log(_ x: Vector<Double>) -> Vector<Double> { each(x, Double.elementary.log) }

/// The natural logarithm: minus infinity at 0, not a number below, for each element.
public func log(_ x: Vector<Float>) -> Vector<Float> { each(x, Float.elementary.log) }

/// The natural logarithm: minus infinity at 0, not a number below, for each element.
public func log(_ x: Matrix<Double>) -> Matrix<Double> { each(x, Double.elementary.log) }

/// The natural logarithm: minus infinity at 0, not a number below, for each element.
public func log(_ x: Matrix<Float>) -> Matrix<Float> { each(x, Float.elementary.log) }

/// exp(x) - 1, accurate where x is tiny, too, for each element.
public func expm1(_ x: Vector<Double>) -> Vector<Double> { each(x, Double.elementary.expm1) }

/// exp(x) - 1, accurate where x is tiny, too, for each element.
public func expm1(_ x: Vector<Float>) -> Vector<Float> { each(x, Float.elementary.expm1) }

/// exp(x) - 1, accurate where x is tiny, too, for each element.
public func expm1(_ x: Matrix<Double>) -> Matrix<Double> { each(x, Double.elementary.expm1) }

/// exp(x) - 1, accurate where x is tiny, too, for each element.
public func expm1(_ x: Matrix<Float>) -> Matrix<Float> { each(x, Float.elementary.expm1) }

/// log(1 + x), accurate where x is tiny, too, for each element.
public func log1p(_ x: Vector<Double>) -> Vector<Double> { each(x, Double.elementary.log1p) }

/// log(1 + x), accurate where x is tiny, too, for each element.
public func log1p(_ x: Vector<Float>) -> Vector<Float> { each(x, Float.elementary.log1p) }

/// log(1 + x), accurate where x is tiny, too, for each element.
public func log1p(_ x: Matrix<Double>) -> Matrix<Double> { each(x, Double.elementary.log1p) }

/// log(1 + x), accurate where x is tiny, too, for each element.
public func log1p(_ x: Matrix<Float>) -> Matrix<Float> { each(x, Float.elementary.log1p) }

/// The sine of x radians, for each element.
public func sin(_ x: Vector<Double>) -> Vector<Double> { each(x, Double.elementary.sin) }

/// The sine of x radians, for each element.
public func sin(_ x: Vector<Float>) -> Vector<Float> { each(x, Float.elementary.sin) }

/// The sine of x radians, for each element.
public func sin(_ x: Matrix<Double>) -> Matrix<Double> { each(x, Double.elementary.sin) }

/// The sine of x radians, for each element.
public func sin(_ x: Matrix<Float>) -> Matrix<Float> { each(x, Float.elementary.sin) }

/// The cosine of x radians, for each element.
public func cos(_ x: Vector<Double>) -> Vector<Double> { each(x, Double.elementary.cos) }

/// The cosine of x radians, for each element.
public func cos(_ x: Vector<Float>) -> Vector<Float> { each(x, Float.elementary.cos) }

/// The cosine of x radians, for each element.
public func cos(_ x: Matrix<Double>) -> Matrix<Double> { each(x, Double.elementary.cos) }

/// The cosine of x radians, for each element.
public func cos(_ x: Matrix<Float>) -> Matrix<Float> { each(x, Float.elementary.cos) }

/// The hyperbolic tangent, in -1...1, for each element.
public func tanh(_ x: Vector<Double>) -> Vector<Double> { each(x, Double.elementary.tanh) }

/// The hyperbolic tangent, in -1...1, for each element.
public func tanh(_ x: Vector<Float>) -> Vector<Float> { each(x, Float.elementary.tanh) }

/// The hyperbolic tangent, in -1...1, for each element.
public func tanh(_ x: Matrix<Double>) -> Matrix<Double> { each(x, Double.elementary.tanh) }

/// The hyperbolic tangent, in -1...1, for each element.
public func tanh(_ x: Matrix<Float>) -> Matrix<Float> { each(x, Float.elementary.tanh) }

/// The square root: not a number below 0, for each element.
public func sqrt(_ x: Vector<Double>) -> Vector<Double> { each(x) { $0.squareRoot() } }

/// The square root: not a number below 0, for each element.
public func sqrt(_ x: Vector<Float>) -> Vector<Float> { each(x) { $0.squareRoot() } }

/// The square root: not a number below 0, for each element.
public func sqrt(_ x: Matrix<Double>) -> Matrix<Double> { each(x) { $0.squareRoot() } }

/// The square root: not a number below 0, for each element.
public func sqrt(_ x: Matrix<Float>) -> Matrix<Float> { each(x) { $0.squareRoot() } }

/// x times x, for each element.
public func square(_ x: Vector<Double>) -> Vector<Double> { each(x) { $0 * $0 } }

/// x times x, for each element.
public func square(_ x: Vector<Float>) -> Vector<Float> { each(x) { $0 * $0 } }

/// x times x, for each element.
public func square(_ x: Matrix<Double>) -> Matrix<Double> { each(x) { $0 * $0 } }

/// x times x, for each element.
public func square(_ x: Matrix<Float>) -> Matrix<Float> { each(x) { $0 * $0 } }

/// The sign: -1, 0 or 1, for each element.
public func sign(_ x: Vector<Double>) -> Vector<Double> { each(x) { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 * $0 } }

/// The sign: -1, 0 or 1, for each element.
public func sign(_ x: Vector<Float>) -> Vector<Float> { each(x) { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 * $0 } }

/// The sign: -1, 0 or 1, for each element.
public func sign(_ x: Matrix<Double>) -> Matrix<Double> { each(x) { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 * $0 } }

/// The sign: -1, 0 or 1, for each element.
public func sign(_ x: Matrix<Float>) -> Matrix<Float> { each(x) { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 * $0 } }

/// The distance from zero, for each element.
public func abs(_ x: Vector<Double>) -> Vector<Double> { each(x) { Swift.abs($0) } }

/// The distance from zero, for each element.
public func abs(_ x: Vector<Float>) -> Vector<Float> { each(x) { Swift.abs($0) } }

/// The distance from zero, for each element.
public func abs(_ x: Matrix<Double>) -> Matrix<Double> { each(x) { Swift.abs($0) } }

/// The distance from zero, for each element.
public func abs(_ x: Matrix<Float>) -> Matrix<Float> { each(x) { Swift.abs($0) } }

/// Each element raised to a power, which may be a fraction.
public func pow(_ x: Vector<Double>, _ power: Double) -> Vector<Double> { each(x) { Double.elementary.pow($0, power) } }

/// Each element raised to a power, which may be a fraction.
public func pow(_ x: Vector<Float>, _ power: Float) -> Vector<Float> { each(x) { Float.elementary.pow($0, power) } }

/// Each element raised to a power, which may be a fraction.
public func pow(_ x: Matrix<Double>, _ power: Double) -> Matrix<Double> { each(x) { Double.elementary.pow($0, power) } }

/// Each element raised to a power, which may be a fraction.
public func pow(_ x: Matrix<Float>, _ power: Float) -> Matrix<Float> { each(x) { Float.elementary.pow($0, power) } }

/// The larger of each element and the number: `maximum(x, 0)` is the rectifier. Not a number stays so.
public func maximum(_ x: Vector<Double>, _ bound: Double) -> Vector<Double> { each(x) { $0 < bound ? bound : $0 } }

/// The larger of each element and the number: `maximum(x, 0)` is the rectifier. Not a number stays so.
public func maximum(_ x: Vector<Float>, _ bound: Float) -> Vector<Float> { each(x) { $0 < bound ? bound : $0 } }

/// The larger of each element and the number: `maximum(x, 0)` is the rectifier. Not a number stays so.
public func maximum(_ x: Matrix<Double>, _ bound: Double) -> Matrix<Double> { each(x) { $0 < bound ? bound : $0 } }

/// The larger of each element and the number: `maximum(x, 0)` is the rectifier. Not a number stays so.
public func maximum(_ x: Matrix<Float>, _ bound: Float) -> Matrix<Float> { each(x) { $0 < bound ? bound : $0 } }

/// The smaller of each element and the number. Not a number stays so.
public func minimum(_ x: Vector<Double>, _ bound: Double) -> Vector<Double> { each(x) { $0 > bound ? bound : $0 } }

/// The smaller of each element and the number. Not a number stays so.
public func minimum(_ x: Vector<Float>, _ bound: Float) -> Vector<Float> { each(x) { $0 > bound ? bound : $0 } }

/// The smaller of each element and the number. Not a number stays so.
public func minimum(_ x: Matrix<Double>, _ bound: Double) -> Matrix<Double> { each(x) { $0 > bound ? bound : $0 } }

/// The smaller of each element and the number. Not a number stays so.
public func minimum(_ x: Matrix<Float>, _ bound: Float) -> Matrix<Float> { each(x) { $0 > bound ? bound : $0 } }

/// Each element, but not below `lower` and not above `upper`. Precondition: `lower <= upper`.
public func clamp(_ x: Vector<Double>, _ lower: Double, _ upper: Double) -> Vector<Double> {
  requireOrder(lower, upper)
  return each(x) { $0 < lower ? lower : $0 > upper ? upper : $0 }
}

/// Each element, but not below `lower` and not above `upper`. Precondition: `lower <= upper`.
public func clamp(_ x: Vector<Float>, _ lower: Float, _ upper: Float) -> Vector<Float> {
  requireOrder(lower, upper)
  return each(x) { $0 < lower ? lower : $0 > upper ? upper : $0 }
}

/// Each element, but not below `lower` and not above `upper`. Precondition: `lower <= upper`.
public func clamp(_ x: Matrix<Double>, _ lower: Double, _ upper: Double) -> Matrix<Double> {
  requireOrder(lower, upper)
  return each(x) { $0 < lower ? lower : $0 > upper ? upper : $0 }
}

/// Each element, but not below `lower` and not above `upper`. Precondition: `lower <= upper`.
public func clamp(_ x: Matrix<Float>, _ lower: Float, _ upper: Float) -> Matrix<Float> {
  requireOrder(lower, upper)
  return each(x) { $0 < lower ? lower : $0 > upper ? upper : $0 }
}

@inline(__always)
private func each<Numbers: Elementwise>(
  _ x: Numbers, _ transform: (Numbers.Scalar) -> Numbers.Scalar
) -> Numbers {
  let source = x.elements
  let elements = [Numbers.Scalar](unsafeUninitializedCapacity: source.count) { target, count in
    source.withUnsafeBufferPointer { source in
      for index in source.indices { target[index] = transform(source[index]) }
    }
    count = source.count
  }
  return Numbers(elements, shapedLike: x)
}
