import NumericCore

/// Logistic regression with a weight for each sample, fitted by Newton's method.
///
/// Minimizes (1/n) Σ cᵢ log(1 + exp(∓ zᵢ)) + λ/2 |w|², z = w·x + b, with x standardized by the training samples. The
/// intercept b has no penalty, so that with weights of 1 the mean prediction is exactly the share of positives.
struct LogisticModel: Sendable {
  /// λ.
  static let penalty = 1e-4

  private let means: Vector<Double>
  private let deviations: Vector<Double>
  /// The last one is the intercept.
  private var weights: Vector<Double>

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - data: the training samples.
  ///   - sampleWeights: c, `[samples]`, 0 or more; all 1 by default.
  init(_ data: SkewedData, sampleWeights: Vector<Double>? = nil) throws(LinearAlgebraError) {
    let columns = (0..<data.features.columns).map { data.features.column($0) }
    means = Vector(columns.map { $0.mean() })
    deviations = Vector(columns.map { max(standardDeviation($0, .population), 1e-12) })
    weights = .zeros(columns.count + 1)
    try fit(data, sampleWeights ?? .ones(data.isPositive.count))
  }

  /// The probability of being positive for each sample.
  func probabilities(_ features: Matrix<Double>) -> [Double] {
    standardized(features).dot(weights).map(logistic)
  }

  /// A last column of ones is for the intercept.
  private func standardized(_ features: Matrix<Double>) -> Matrix<Double> {
    Matrix(rows: features.rows, columns: features.columns + 1) { row, column in
      column < features.columns ? (features[row, column] - means[column]) / deviations[column] : 1
    }
  }

  private mutating func fit(_ data: SkewedData, _ c: Vector<Double>) throws(LinearAlgebraError) {
    let x = standardized(data.features)
    let n = Double(x.rows)
    let penalties = Vector(count: weights.count) { $0 < weights.count - 1 ? Self.penalty : 0 }
    func loss(_ w: Vector<Double>) -> Double {
      let z = x.dot(w)
      let terms = Vector(count: z.count) { c[$0] * softplus(data.isPositive[$0] ? -z[$0] : z[$0]) }
      return terms.sum() / n + (penalties * w).dot(w) / 2
    }
    for _ in 0..<50 {
      let p = x.dot(weights).map(logistic)
      let errors = Vector(count: p.count) { c[$0] * (p[$0] - (data.isPositive[$0] ? 1 : 0)) }
      let gradient = errors.dot(x) / n + penalties * weights
      let roots = p.indices.map { (c[$0] * p[$0] * (1 - p[$0]) / n).squareRoot() }
      let scaled = Matrix(rows: x.rows, columns: x.columns) { roots[$0] * x[$0, $1] }
      let hessian = scaled.dot(scaled, transposingLeft: true) + Matrix(diagonal: penalties)
      let step = try solve(hessian, gradient)
      guard gradient.dot(step) > 1e-20 else { return }
      var size = 1.0
      while size > 1e-6, loss(weights - size * step) > loss(weights) { size /= 2 }
      weights = weights - size * step
    }
  }
}

private func logistic(_ z: Double) -> Double { z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z)) }

/// log(1 + exp(z)) without overflow.
private func softplus(_ z: Double) -> Double { max(z, 0) + log(1 + exp(-abs(z))) }
