import NumericCore

/// The mean of `f` over the standard normal distribution, by the midpoint rule over ±8 standard deviations.
func normalMean(_ f: (Double) -> Double) -> Double {
  let (steps, bound) = (4000, 8.0)
  let width = 2 * bound / Double(steps)
  return (0..<steps).reduce(0) { sum, step in
    let z = -bound + (Double(step) + 0.5) * width
    return sum + f(z) * exp(-z * z / 2) * width / (2 * Double.pi).squareRoot()
  }
}

/// The mean of the square of `f` over the standard normal distribution.
func normalMeanSquare(of f: (Double) -> Double) -> Double {
  normalMean { z in
    let value = f(z)
    return value * value
  }
}
