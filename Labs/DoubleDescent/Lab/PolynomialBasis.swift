import NumericCore

/// The two ways in which the lab writes a polynomial in one input.
enum PolynomialBasis: String, CaseIterable, Sendable {
  /// 1, x, x², ...
  case monomials
  /// √(2k + 1) P(k): at right angles over -1 to 1, each with a mean square of 1.
  case legendre = "Legendre polynomials"

  /// The first `count` functions at some inputs, `[inputs, count]`.
  func features(of inputs: Vector<Double>, count: Int) -> Matrix<Double> {
    Matrix(rows: inputs.map { Vector(values(at: $0, count: count)) })
  }

  private func values(at x: Double, count: Int) -> [Double] {
    var values = [1, x]
    for k in 1..<max(count, 2) {
      values.append(
        self == .monomials
          ? x * values[k] : (Double(2 * k + 1) * x * values[k] - Double(k) * values[k - 1]) / Double(k + 1))
    }
    guard self == .legendre else { return Array(values.prefix(count)) }
    return values.prefix(count).enumerated().map { Double(2 * $0 + 1).squareRoot() * $1 }
  }
}
