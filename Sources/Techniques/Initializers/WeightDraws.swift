import NumericCore

// Weights of mean 0 and a given variance, shape [inputs, outputs], in the two forms in which initializers come.

/// Normal, not truncated: the standard deviation is √variance, and nothing is drawn again.
func normalWeights(
  _ inputs: Int, _ outputs: Int, variance: Double, using generator: inout Philox4x32x10
) -> Matrix<Double> {
  .normal(rows: inputs, columns: outputs, standardDeviation: variance.squareRoot(), using: &generator)
}

/// Uniform in ±√(3 variance): a uniform draw from ±r has the variance r²/3.
func uniformWeights(
  _ inputs: Int, _ outputs: Int, variance: Double, using generator: inout Philox4x32x10
) -> Matrix<Double> {
  let bound = (3 * variance).squareRoot()
  return .uniform(rows: inputs, columns: outputs, in: -bound..<bound, using: &generator)
}

func requireFans(_ inputs: Int, _ outputs: Int) {
  require(
    inputs >= 1 && outputs >= 1, "Weights of \(inputs) × \(outputs) can't be drawn: a layer has 1 or more of each.")
}
