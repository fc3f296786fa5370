import NumericCore

/// The polynomials of one input up to a degree, `[samples, 1]` to `[samples, degree + 1]`, in one of two bases.
public struct PolynomialFeatures: FeatureMap {
  /// Which polynomials stand for the degrees. All bases span the same functions; they differ in which of these are short.
  public enum Basis: Sendable {
    /// 1, x, x², ... Of high degree they are nearly the same over most of an interval, so fits on them are badly conditioned.
    case monomials
    /// √(2k + 1) P(k), where P(k) is the Legendre polynomial of degree k: at right angles to each other over -1 to 1, each
    /// with a mean square of 1 there. Inputs beyond grow as their powers do.
    ///
    /// (k + 1) P(k+1) = (2k + 1) x P(k) - k P(k-1), P(0) = 1, P(1) = x.
    ///
    /// Source: "Handbook of Mathematical Functions" (Abramowitz, Stegun, 1964), 22.7.10.
    case legendre
  }

  /// Which polynomials they are.
  public let basis: Basis
  /// The highest degree.
  public let degree: Int

  /// Polynomials up to `degree`, 0 or more.
  public init(_ basis: Basis, degree: Int) {
    require(degree >= 0, "A degree is 0 or more; \(degree) isn't.")
    (self.basis, self.degree) = (basis, degree)
  }

  /// One more than the degree.
  public var count: Int { degree + 1 }

  /// A row of polynomials for each sample of one input.
  public func features(of samples: Matrix<Double>) -> Matrix<Double> {
    require(
      samples.columns == 1, "Polynomials take one input a sample; \(samples.shapeDescription) has another number.")
    return Matrix(rows: samples.rows, columns: count, elements: samples.elements.flatMap(values))
  }

  private func values(at x: Double) -> [Double] {
    var values = [1, x]
    for k in 1..<max(degree, 1) {
      switch basis {
      case .monomials: values.append(x * values[k])
      case .legendre:
        values.append((Double(2 * k + 1) * x * values[k] - Double(k) * values[k - 1]) / Double(k + 1))
      }
    }
    if basis == .legendre { for k in values.indices { values[k] *= Double(2 * k + 1).squareRoot() } }
    return Array(values.prefix(count))
  }
}
