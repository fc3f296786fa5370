import NumericCore

/// Proximal gradient descent, ISTA: a gradient step on the squared error, then what the penalty asks for exactly.
///
/// w <- S(w + t X'(y - Xw)/n, t l1) / (1 + t l2), with the soft threshold S, l1 = λ s and l2 = 2λ(1 - s). The step t is one over
/// the largest eigenvalue of X'X/n. The objective never rises, and is above its minimum by O(1/k) after k steps.
///
/// Source: "An iterative thresholding algorithm for linear inverse problems with a sparsity constraint" (Daubechies, Defrise,
/// De Mol, 2004).
public struct ProximalGradient: RegressionSolver {
  /// What is solved.
  public let problem: PenalizedRegression
  /// Its penalty.
  public let penalty: ElasticNet<Double>
  /// The answer so far.
  public private(set) var weights: Vector<Double>
  private let step: Double

  /// Starts at given weights, zero by default.
  ///
  /// - Throws: `LinearAlgebraError.notConverged`, which happens to almost no data.
  public init(
    _ problem: PenalizedRegression, _ penalty: ElasticNet<Double>, from start: Vector<Double>? = nil
  ) throws(LinearAlgebraError) {
    self.problem = problem
    self.penalty = penalty
    weights = start ?? .zeros(problem.features.columns)
    step = try problem.safeStep()
  }

  /// A step.
  public mutating func advance() { weights = problem.proximalStep(from: weights, step, penalty) }
}

/// ISTA from a point beyond the last one, FISTA: O(1/k²) instead of O(1/k), and not at every step downhill.
///
/// w(k) = the proximal step from v(k); t(k+1) = (1 + √(1 + 4 t(k)²)) / 2; v(k+1) = w(k) + (t(k) - 1) / t(k+1) (w(k) - w(k-1)).
///
/// Source: "A fast iterative shrinkage-thresholding algorithm for linear inverse problems" (Beck, Teboulle, 2009).
public struct AcceleratedProximalGradient: RegressionSolver {
  /// What is solved.
  public let problem: PenalizedRegression
  /// Its penalty.
  public let penalty: ElasticNet<Double>
  /// The answer so far.
  public private(set) var weights: Vector<Double>
  private let step: Double
  private var ahead: Vector<Double>
  private var momentum = 1.0

  /// Starts at given weights, zero by default.
  ///
  /// - Throws: `LinearAlgebraError.notConverged`, which happens to almost no data.
  public init(
    _ problem: PenalizedRegression, _ penalty: ElasticNet<Double>, from start: Vector<Double>? = nil
  ) throws(LinearAlgebraError) {
    self.problem = problem
    self.penalty = penalty
    weights = start ?? .zeros(problem.features.columns)
    ahead = weights
    step = try problem.safeStep()
  }

  /// A step.
  public mutating func advance() {
    let next = problem.proximalStep(from: ahead, step, penalty)
    let nextMomentum = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
    ahead = next + (next - weights) * ((momentum - 1) / nextMomentum)
    (weights, momentum) = (next, nextMomentum)
  }
}

/// Subgradient descent, for comparison: where a weight is 0 it takes 0 for the penalty's slope.
///
/// w <- w - η/√k (X'(Xw - y)/n + l1 sign(w) + l2 w). Weights jump over 0 and back, and are never exactly 0: that is why the lasso
/// isn't solved this way. `weights` are those of the last step, not of the best.
///
/// Source: "Minimization Methods for Non-Differentiable Functions" (Shor, 1985).
public struct SubgradientDescent: RegressionSolver {
  /// What is solved.
  public let problem: PenalizedRegression
  /// Its penalty.
  public let penalty: ElasticNet<Double>
  /// The answer so far.
  public private(set) var weights: Vector<Double>
  private let rate: Double
  private var steps = 0

  /// Starts at given weights, zero by default.
  ///
  /// - Parameters:
  ///   - problem: what is solved.
  ///   - penalty: the term added to the loss.
  ///   - start: a weight a feature.
  ///   - rate: η, of the first step; by default one over the largest eigenvalue of X'X/n.
  /// - Throws: `LinearAlgebraError.notConverged`, which happens to almost no data.
  public init(
    _ problem: PenalizedRegression, _ penalty: ElasticNet<Double>, from start: Vector<Double>? = nil,
    rate: Double? = nil
  ) throws(LinearAlgebraError) {
    self.problem = problem
    self.penalty = penalty
    weights = start ?? .zeros(problem.features.columns)
    self.rate = if let rate { rate } else { try problem.safeStep() }
  }

  /// A step.
  public mutating func advance() {
    steps += 1
    let slope = weights.map { sign($0) } * penalty.l1 + weights * penalty.l2 - problem.descent(at: weights)
    weights -= slope * (rate / Double(steps).squareRoot())
  }
}

extension PenalizedRegression {
  /// X'(y - Xw)/n, the direction in which the squared error falls.
  func descent(at weights: Vector<Double>) -> Vector<Double> {
    residuals(of: weights).dot(features) / Double(samples)
  }

  /// S(w + t X'(y - Xw)/n, t l1) / (1 + t l2).
  func proximalStep(from weights: Vector<Double>, _ step: Double, _ penalty: ElasticNet<Double>) -> Vector<Double> {
    (weights + descent(at: weights) * step).map { softThreshold($0, step * penalty.l1) / (1 + step * penalty.l2) }
  }

  /// One over the largest eigenvalue of X'X/n, the longest step that is safe; 1 where all features are constant.
  func safeStep() throws(LinearAlgebraError) -> Double {
    let largest = try singularValues(features).max()
    return largest > 0 ? Double(samples) / (largest * largest) : 1
  }
}
