import NumericCore

/// Adds to each number of the gradient what `derivative` makes of the weight in the same place.
@inline(__always)
func add<Scalar: Real>(
  to gradient: inout MutableSpan<Scalar>, from weights: Span<Scalar>, _ derivative: (Scalar) -> Scalar
) {
  let (weightCount, gradientCount) = (weights.count, gradient.count)
  require(weightCount == gradientCount, "A gradient of \(gradientCount) doesn't fit weights of \(weightCount).")
  gradient.withUnsafeMutableBufferPointer { gradient in
    weights.withUnsafeBufferPointer { weights in
      for index in 0..<weights.count { gradient[index] += derivative(weights[index]) }
    }
  }
}

func requireStrength<Scalar: Real>(_ strength: Scalar) {
  require(strength >= 0 && strength.isFinite, "The strength of a penalty is 0 or more and finite; \(strength) isn't.")
}
