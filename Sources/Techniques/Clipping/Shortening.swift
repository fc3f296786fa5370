import NumericCore

/// Multiplies the numbers by limit / ‖g‖ where their norm is above the limit. Norm and products are computed in double
/// precision, so that neither a large `Float` nor a tiny factor loses digits.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
func shorten<Scalar: Real>(_ numbers: UnsafeMutableBufferPointer<Scalar>, to limit: Scalar) {
  let squares = sumOfSquares(UnsafeBufferPointer(numbers))
  let norm = EuclideanNorm(sumOfSquares: squares, count: numbers.count) { Double(numbers[$0]) }
  guard let factor = norm.factor(downTo: Double(limit)) else { return }
  for index in 0..<numbers.count { numbers[index] = Scalar(Double(numbers[index]) * factor) }
}

func requireLimit<Scalar: Real>(_ limit: Scalar) {
  require(limit > 0 && limit.isFinite, "The limit of a gradient is above 0 and finite; \(limit) isn't.")
}
