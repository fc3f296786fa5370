import NumericCore

/// 1, x, x², up to a degree: features of one input. Of high degree they are nearly the same over most of an interval, so fits
/// on them are badly conditioned.
public struct Monomials: FeatureMap {
  /// The highest power.
  public let degree: Int

  /// Powers up to `degree`, 0 or more.
  public init(degree: Int) {
    require(degree >= 0, "A degree is 0 or more; \(degree) isn't.")
    self.degree = degree
  }

  /// One more than the degree.
  public var count: Int { degree + 1 }

  /// x^k, `[samples, 1]` to `[samples, count]`.
  public func features(of samples: Matrix<Double>) -> Matrix<Double> {
    rows(samples, count) { x, powers in
      for k in 1..<max(powers.count, 1) { powers[k] = x * powers[k - 1] }
    }
  }
}

/// The Legendre polynomials up to a degree, scaled so that each has a mean square of 1 over -1 to 1: features of one input
/// that are at right angles to each other there.
///
/// (k + 1) P(k+1) = (2k + 1) x P(k) - k P(k-1), P(0) = 1, P(1) = x; the features are √(2k + 1) P(k).
///
/// Source: "Handbook of Mathematical Functions" (Abramowitz, Stegun, 1964), 22.7.10.
public struct LegendrePolynomials: FeatureMap {
  /// The highest degree.
  public let degree: Int

  /// Polynomials up to `degree`, 0 or more.
  public init(degree: Int) {
    require(degree >= 0, "A degree is 0 or more; \(degree) isn't.")
    self.degree = degree
  }

  /// One more than the degree.
  public var count: Int { degree + 1 }

  /// √(2k + 1) P(k), `[samples, 1]` to `[samples, count]`. Inputs beyond -1 to 1 grow as their powers do.
  public func features(of samples: Matrix<Double>) -> Matrix<Double> {
    rows(samples, count) { x, values in
      if values.count > 1 { values[1] = x }
      for k in 1..<max(values.count - 1, 1) where k + 1 < values.count {
        values[k + 1] = (Double(2 * k + 1) * x * values[k] - Double(k) * values[k - 1]) / Double(k + 1)
      }
      for k in values.indices { values[k] *= Double(2 * k + 1).squareRoot() }
    }
  }
}

/// A row of `count` features for each sample of one input; the first is 1, `fill` makes the others.
private func rows(_ samples: Matrix<Double>, _ count: Int, _ fill: (Double, inout [Double]) -> Void) -> Matrix<Double> {
  require(samples.columns == 1, "Polynomials take one input a sample; \(samples.shapeDescription) has another number.")
  var elements: [Double] = []
  elements.reserveCapacity(samples.rows * count)
  for x in samples.elements {
    var row = [Double](repeating: 1, count: count)
    fill(x, &row)
    elements += row
  }
  return Matrix(rows: samples.rows, columns: count, elements: elements)
}
