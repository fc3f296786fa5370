import NumericCore

/// A function to minimize, with its gradient.
public enum Problem: Codable, Sendable, Equatable {
  /// A bowl, given by its principal axes.
  case quadratic(Bowl)
  /// Beale's function: plateaus and a curved valley; minimum 0 at (3, 0.5).
  case beale
  /// Rosenbrock's function (1 - w₁)² + 100 (w₂ - w₁²)²; minimum 0 at (1, 1).
  case rosenbrock
  /// 1/2 (w₁² - w₂²): a saddle at the origin.
  case saddle
  /// The mean logistic loss of labelled samples with an L2 term.
  case logisticRegression(LogisticRegression)

  /// f(w).
  public func value(at w: Vector<Double>) -> Double {
    switch self {
    case .quadratic(let bowl): return bowl.value(at: w)
    case .logisticRegression(let regression): return regression.value(at: w)
    case .saddle: return (w[0] * w[0] - w[1] * w[1]) / 2
    case .rosenbrock:
      let valley = w[1] - w[0] * w[0]
      return (1 - w[0]) * (1 - w[0]) + 100 * valley * valley
    case .beale:
      return Self.bealeTerms(w).reduce(0) { $0 + $1.residual * $1.residual }
    }
  }

  /// ∇f(w), written into `gradient`, which has as many elements as w.
  public func gradient(at w: Vector<Double>, into gradient: inout Vector<Double>) {
    switch self {
    case .quadratic(let bowl): bowl.gradient(at: w, into: &gradient)
    case .logisticRegression(let regression): regression.gradient(at: w, into: &gradient)
    case .saddle:
      gradient[0] = w[0]
      gradient[1] = -w[1]
    case .rosenbrock:
      let valley = w[1] - w[0] * w[0]
      gradient[0] = -2 * (1 - w[0]) - 400 * w[0] * valley
      gradient[1] = 200 * valley
    case .beale:
      let terms = Self.bealeTerms(w)
      gradient[0] = terms.reduce(0) { $0 + 2 * $1.residual * $1.slope0 }
      gradient[1] = terms.reduce(0) { $0 + 2 * $1.residual * $1.slope1 }
    }
  }

  /// ∇f(w).
  public func gradient(at w: Vector<Double>) -> Vector<Double> {
    var gradient = Vector<Double>.zeros(w.count)
    self.gradient(at: w, into: &gradient)
    return gradient
  }

  /// The three residuals c - w₁ + w₁ w₂ᵏ with their slopes; c is 1.5, 2.25, 2.625 for k = 1, 2, 3.
  ///
  /// Source: "On an iterative method for finding a local minimum of a function of more than one variable"
  /// (Beale, 1958).
  private static func bealeTerms(_ w: Vector<Double>) -> [(residual: Double, slope0: Double, slope1: Double)] {
    let (x, y) = (w[0], w[1])
    return [
      (1.5 - x + x * y, y - 1, x),
      (2.25 - x + x * y * y, y * y - 1, 2 * x * y),
      (2.625 - x + x * y * y * y, y * y * y - 1, 3 * x * y * y),
    ]
  }
}
