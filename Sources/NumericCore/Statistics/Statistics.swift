/// What a sum of squared distances from the mean is divided by.
public enum Divisor: Hashable, Sendable {
  /// The count n: the numbers are all there is.
  case population
  /// n - 1: the numbers are a sample, and the variance of what they come from is estimated without bias.
  case sample

  func of<Scalar: Real>(_ count: Int, _ what: String) -> Scalar {
    let divisor = self == .population ? count : count - 1
    if divisor < 1 {
      stop("The \(what) (\(self == .sample ? "sample" : "population")) of \(count) numbers isn't defined.")
    }
    return Scalar(divisor)
  }
}

/// The sum divided by the count. Precondition: there is at least one number.
public func mean<Scalar: Real>(_ x: Vector<Scalar>) -> Scalar { x.mean() }

/// The mean squared distance from the mean, sum (x - mean)^2 / n or / (n - 1).
///
/// Which of the two is always said: NumPy's default is `.population`, most textbooks' is `.sample`.
/// Precondition: at least one number, for `.sample` two.
public func variance<Scalar: Real>(_ x: Vector<Scalar>, _ divisor: Divisor) -> Scalar {
  let scale: Scalar = divisor.of(x.count, "variance")
  return sumOfSquares(x.elements, around: x.mean()) / scale
}

/// The root of the variance. Precondition: at least one number, for `.sample` two.
public func standardDeviation<Scalar: Real>(_ x: Vector<Scalar>, _ divisor: Divisor) -> Scalar {
  variance(x, divisor).squareRoot()
}

/// The middle number, or the mean of the two in the middle. Precondition: there is at least one, and none is "not a number".
public func median<Scalar: Real>(_ x: Vector<Scalar>) -> Scalar { quantile(x, 0.5) }

/// The number below which the fraction `probability` of the numbers lies.
///
/// Between two of the sorted numbers it interpolates: with h = (n - 1) * probability, counted from 0, it is
/// x[floor h] + (h - floor h) * (x[floor h + 1] - x[floor h]). This is type 7 of the nine in use, and NumPy's default.
/// Ranges: `probability` from 0, the smallest number, to 1, the largest. Precondition: there is at least one number, and
/// none is "not a number". Source: "Sample Quantiles in Statistical Packages" (Hyndman and Fan, 1996), definition 7.
public func quantile<Scalar: Real>(_ x: Vector<Scalar>, _ probability: Scalar) -> Scalar {
  quantiles(x, [probability])[0]
}

/// Several quantiles at once; the numbers are sorted once. See `quantile`.
public func quantiles<Scalar: Real>(_ x: Vector<Scalar>, _ probabilities: Vector<Scalar>) -> Vector<Scalar> {
  x.requireElements("quantile")
  if x.min().isNaN { stop("There is no quantile of a Vector that holds a not-a-number (nan).") }
  let sorted = inOrder(x.elements)
  return probabilities.map { probability in
    if !(0 <= probability && probability <= 1) {
      stop("A quantile's probability lies between 0 and 1; \(probability) doesn't.")
    }
    let place = Scalar(sorted.count - 1) * probability
    let below = Int(place)
    let above = Swift.min(below + 1, sorted.count - 1)
    let fraction = place - Scalar(below)
    return fraction == 0 ? sorted[below] : sorted[below] + fraction * (sorted[above] - sorted[below])
  }
}

@specialized(where Scalar == Double) @specialized(where Scalar == Float)
private func inOrder<Scalar: Real>(_ numbers: [Scalar]) -> [Scalar] { numbers.sorted() }

/// The covariances of the columns: element [i, j] is sum (x_i - mean_i) (x_j - mean_j) / n or / (n - 1).
///
/// Shapes: `x` is `[samples, features]`, the result `[features, features]`. (NumPy's `cov` takes features by rows, unless
/// `rowvar=False`.) Precondition: at least one sample, for `.sample` two.
public func covarianceMatrix<Scalar: Real>(_ x: Matrix<Scalar>, _ divisor: Divisor) -> Matrix<Scalar> {
  let scale: Scalar = divisor.of(x.rows, "covariance")
  let centred = x.subtracting(x.mean(over: .rows), from: .rows)
  var result = centred.dot(centred, transposingLeft: true)
  result /= scale
  return result
}

/// The correlations of the columns, from -1 to 1: covariances divided by both standard deviations.
///
/// Shapes: `x` is `[samples, features]`, the result `[features, features]`, 1 on the diagonal. A column that does not vary
/// gives "not a number" in its row and column. Precondition: at least one sample.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func correlationMatrix<Scalar: Real>(_ x: Matrix<Scalar>) -> Matrix<Scalar> {
  let covariance = covarianceMatrix(x, .population)
  let deviations = covariance.diagonal.map { $0.squareRoot() }
  return Matrix(rows: x.columns, columns: x.columns) { row, column in
    if row == column && deviations[row] > 0 { return 1 }
    let correlation = covariance[row, column] / deviations[row] / deviations[column]
    return correlation > 1 ? 1 : correlation < -1 ? -1 : correlation
  }
}
