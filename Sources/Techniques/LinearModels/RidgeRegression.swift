import NumericCore

extension PenalizedRegression {
  /// The weights of ridge regression in closed form, w = (X'X/n + 2λ I)⁻¹ X'y/n.
  ///
  /// With more features than samples the same from the smaller matrix, w = X' (XX'/n + 2λ I)⁻¹ y/n. For λ = 0 the least
  /// squares, and among several the shortest. With the Hessian X'X/n = Q diag(d) Q', each direction of the least-squares
  /// solution shrinks by d / (d + 2λ).
  ///
  /// - Parameter strength: λ of λ Σ w², without one half; 0 or more and finite.
  /// - Throws: `LinearAlgebraError.notConverged`, which happens to almost no data.
  /// - Source: "Ridge regression: Biased estimation for nonorthogonal problems" (Hoerl, Kennard, 1970).
  public func ridge(strength: Double) throws(LinearAlgebraError) -> Vector<Double> {
    requireStrength(strength)
    guard strength > 0 else { return try leastSquares(features, targets).solution }
    let (n, diagonal) = (Double(samples), 2 * strength)
    if features.columns <= samples {
      let hessian = features.gram(over: .rows) / n
      return try solve(hessian, plus: diagonal, correlations)
    }
    let products = features.gram(over: .columns) / n
    return try solve(products, plus: diagonal, targets / n).dot(features)
  }

  /// The x with (a + d I) x = b for a symmetric a without negative directions and d > 0.
  private func solve(
    _ a: Matrix<Double>, plus diagonal: Double, _ b: Vector<Double>
  ) throws(LinearAlgebraError) -> Vector<Double> {
    var a = a
    for index in 0..<a.rows { a[index, index] += diagonal }
    do {
      let factor = try cholesky(a)
      return try solveTriangular(factor, solveTriangular(factor, b, .lower), .lower, transposed: true)
    } catch .notPositiveDefinite {
      // The penalty is smaller than the rounding of a.
      return try leastSquares(a, b).solution
    }
  }
}
