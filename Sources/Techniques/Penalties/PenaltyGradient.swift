import NumericCore

/// Adds step · sign(w) + slope · w of each weight w to the gradient, where sign(0) = 0: what all penalties here have for a
/// gradient.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
func addGradient<Scalar: Real>(
  step: Scalar, slope: Scalar, of weights: Span<Scalar>, to gradient: inout MutableSpan<Scalar>
) {
  let (weightCount, gradientCount) = (weights.count, gradient.count)
  require(weightCount == gradientCount, "A gradient of \(gradientCount) doesn't fit weights of \(weightCount).")
  gradient.withUnsafeMutableBufferPointer { gradient in
    weights.withUnsafeBufferPointer { weights in
      for index in 0..<weights.count {
        let weight = weights[index]
        gradient[index] += (weight > 0 ? step : weight < 0 ? -step : 0) + slope * weight
      }
    }
  }
}

func requireStrength<Scalar: Real>(_ strength: Scalar) {
  require(strength >= 0 && strength.isFinite, "The strength of a penalty is 0 or more and finite; \(strength) isn't.")
}
