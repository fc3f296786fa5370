import NumericCore

/// Exercises 1.1 to 1.4: the quadratic bowl, and gradient descent on it.
///
/// All of them are about f(w) = 1/2 wᵀHw - bᵀw, where H is symmetric with positive eigenvalues.
public protocol QuadraticQuestions: Sendable {
  /// **1.1 Value and gradient of a quadratic** (1 point).
  ///
  /// f(w) = 1/2 wᵀHw - bᵀw, and its gradient ∇f(w) = Hw - b.
  ///
  /// - Parameters:
  ///   - hessian: H, `[dimensions, dimensions]`, symmetric.
  ///   - linearTerm: b, `[dimensions]`.
  ///   - weights: w, `[dimensions]`.
  /// - Returns: f(w) and ∇f(w).
  func quadratic(hessian: Matrix<Double>, linearTerm: Vector<Double>, weights: Vector<Double>) throws
    -> ValueAndGradient

  /// **1.2 Condition number** (1 point).
  ///
  /// κ = λ_max / λ_min, the largest eigenvalue of H over its smallest. It says how far the level sets are from circles.
  ///
  /// - Parameter hessian: H, `[dimensions, dimensions]`, symmetric with positive eigenvalues.
  /// - Returns: κ, 1 or more.
  func conditionNumber(hessian: Matrix<Double>) throws -> Double

  /// **1.3 Gradient descent** (1 point).
  ///
  /// w ← w - η g.
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - learningRate: η, positive.
  /// - Returns: the weights after the step.
  func gradientDescentStep(weights: Vector<Double>, gradient: Vector<Double>, learningRate: Double) throws
    -> Vector<Double>

  /// **1.4 Learning rates of gradient descent** (2 points).
  ///
  /// Along an eigenvector with eigenvalue λ, a step multiplies the distance to the minimum by 1 - η λ. Find the
  /// learning rate below which every such factor is smaller than 1 in size, and the one for which the largest of them
  /// is as small as it can be.
  ///
  /// - Parameter eigenvalues: the eigenvalues of H, all positive, in any order.
  /// - Returns: the bound of stability, and the best fixed learning rate.
  func learningRates(eigenvalues: Vector<Double>) throws -> LearningRates
}

/// The value of a function and its gradient at one point.
public struct ValueAndGradient: Codable, Sendable, Equatable {
  /// f(w).
  public var value: Double
  /// ∇f(w), `[dimensions]`.
  public var gradient: Vector<Double>

  /// The value and the gradient.
  public init(value: Double, gradient: Vector<Double>) {
    self.value = value
    self.gradient = gradient
  }
}

/// Two learning rates that matter for gradient descent on a quadratic.
public struct LearningRates: Codable, Sendable, Equatable {
  /// Gradient descent converges for every learning rate below this one, and for none above.
  public var largestStable: Double
  /// The fixed learning rate whose slowest component shrinks fastest.
  public var best: Double

  /// The two learning rates.
  public init(largestStable: Double, best: Double) {
    self.largestStable = largestStable
    self.best = best
  }
}
