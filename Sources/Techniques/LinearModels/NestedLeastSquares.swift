import NumericCore

/// Least squares on the first features of many, for one number of features after the other: a risk curve.
///
/// For each width p it finds the w of least |y - Φ(p) w|², and among several, as there are beyond as many features as samples,
/// the shortest; with a penalty the w of least 1/(2n) |y - Φ(p) w|² + λ |w|². There is no intercept.
///
/// A width costs a Cholesky factor of the smaller of Φ'Φ and ΦΦ', whose products are shared by all widths. A product squares
/// the condition number, so each answer is refined with residuals from Φ itself until it stands still. Where it doesn't, which
/// happens to matrices that are singular up to rounding, the singular value decomposition decides: `leastSquares`.
///
/// Source: "Numerical Methods for Least Squares Problems" (Björck, 1996), section 2.9.3, the corrected normal equations.
public struct NestedLeastSquares: Sendable {
  /// Φ', a row a feature, so that the first features are the first rows.
  private let rows: Matrix<Double>
  private let targets: Matrix<Double>
  /// Φ'Φ of as many features as there are samples.
  private let products: Matrix<Double>
  /// ΦΦ' of the features so far.
  private var kernel: Matrix<Double>
  private var kernelWidth = 0

  /// - Parameters:
  ///   - features: Φ, `[samples, features]`.
  ///   - targets: y, `[samples, outputs]`.
  /// - Throws: `LinearAlgebraError.notFinite`.
  public init(features: Matrix<Double>, targets: Matrix<Double>) throws(LinearAlgebraError) {
    require(
      features.rows == targets.rows && features.rows > 0 && features.columns > 0 && targets.columns > 0,
      "Least squares need as many targets as samples; \(features.shapeDescription) has \(targets.rows) targets.")
    guard features.allFinite, targets.allFinite else { throw .notFinite }
    rows = features.transposed
    self.targets = targets
    let narrow = rows[rows: 0..<min(rows.rows, features.rows)]
    products = narrow.gram(over: .columns)
    kernel = .zeros(features.rows, features.rows)
  }

  /// How many samples there are.
  public var samples: Int { rows.columns }
  /// How many features there are in all.
  public var features: Int { rows.rows }

  /// The weights on the first features, `[width, outputs]`.
  ///
  /// - Parameters:
  ///   - width: from 1 to all features. Rising widths cost least.
  ///   - strength: λ of λ |w|², 0 or more; 0 by default.
  /// - Throws: `LinearAlgebraError.notConverged`, which happens to almost no data.
  public mutating func weights(width: Int, strength: Double = 0) throws(LinearAlgebraError) -> Matrix<Double> {
    require(1 <= width && width <= features, "The width goes from 1 to \(features); \(width) doesn't.")
    requireStrength(strength)
    let used = rows[rows: 0..<width]
    let ridge = 2 * Double(samples) * strength
    let found =
      width <= samples
      ? narrow(used, ridge: ridge) : wide(used, kernel(width: width), ridge: ridge)
    if let found { return found }
    return try exact(used, ridge: ridge)
  }

  /// (Φ'Φ + ridge I)⁻¹ Φ'y; nil where rounding decides.
  private func narrow(_ used: Matrix<Double>, ridge: Double) -> Matrix<Double>? {
    guard let factor = CholeskyFactor(products[rows: 0..<used.rows][columns: 0..<used.rows], plus: ridge) else {
      return nil
    }
    var weights = factor.solve(used.dot(targets))
    return weights.refined {
      let residuals = targets - used.dot($0, transposingLeft: true)
      return factor.solve(used.dot(residuals) - $0 * ridge)
    }
  }

  /// Φ' (ΦΦ' + ridge I)⁻¹ y; nil where rounding decides.
  private func wide(_ used: Matrix<Double>, _ kernel: Matrix<Double>, ridge: Double) -> Matrix<Double>? {
    guard let factor = CholeskyFactor(kernel, plus: ridge) else { return nil }
    var duals = factor.solve(targets)
    let refined = duals.refined {
      factor.solve(targets - used.dot(used.dot($0), transposingLeft: true) - $0 * ridge)
    }
    return refined.map { used.dot($0) }
  }

  /// By singular values; a penalty stands below Φ as more samples.
  private func exact(_ used: Matrix<Double>, ridge: Double) throws(LinearAlgebraError) -> Matrix<Double> {
    let features = used.transposed
    guard ridge > 0 else { return try leastSquares(features, targets).solution }
    let more = Matrix(diagonal: Vector(repeating: ridge.squareRoot(), count: used.rows))
    return try leastSquares(
      features.stacked(above: more), targets.stacked(above: .zeros(used.rows, targets.columns))
    ).solution
  }

  /// ΦΦ' of the first features, from that of the last width where it was smaller.
  private mutating func kernel(width: Int) -> Matrix<Double> {
    if width < kernelWidth { (kernel, kernelWidth) = (.zeros(samples, samples), 0) }
    if width > kernelWidth {
      let new = rows[rows: kernelWidth..<width]
      kernel += new.gram(over: .rows)
      kernelWidth = width
    }
    return kernel
  }
}

/// L of a + ridge I = L L'.
private struct CholeskyFactor {
  let lower: Matrix<Double>

  init?(_ a: Matrix<Double>, plus ridge: Double) {
    var a = a
    for index in 0..<a.rows { a[index, index] += ridge }
    guard let lower = try? cholesky(a) else { return nil }
    self.lower = lower
  }

  func solve(_ right: Matrix<Double>) -> Matrix<Double> {
    // The diagonal is above 0 and the numbers are finite, so these can't fail but by overflow, which refinement notices.
    let forward = try? solveTriangular(lower, right, .lower)
    let back = forward.flatMap { try? solveTriangular(lower, $0, .lower, transposed: true) }
    return back ?? Matrix(rows: right.rows, columns: right.columns, repeating: .nan)
  }
}

extension Matrix<Double> {
  /// Adds corrections until they are as small as rounding; nil where they don't become so.
  ///
  /// Each is at least ten times smaller than the one before, until the residuals' own rounding is all that is left. If that
  /// is so before ten digits are right, the factor knows too little of the matrix.
  fileprivate mutating func refined(_ correction: (Matrix) -> Matrix) -> Matrix? {
    var last = 1.0
    for _ in 0..<12 {
      let (change, size) = (correction(self), norm)
      guard size > 0 else { return self }
      let share = change.norm / size
      guard share < 0.1 * last else { return last < 1e-10 ? self : nil }
      self += change
      if share < 1e-14 { return self }
      last = share
    }
    return self
  }
}
