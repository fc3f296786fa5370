import NumericCore

/// Coordinate descent: each weight in turn becomes the best there is while the others stand still.
///
/// w(j) <- S(x(j)'r/n + |x(j)|²/n w(j), l1) / (|x(j)|²/n + l2), with the residuals r = y - Xw of that moment, the soft threshold S,
/// l1 = λ s and l2 = 2λ(1 - s). It has no step to choose, and sets weights to exactly 0.
///
/// A round is a sweep over all features. Several rounds at once, as `run` asks for, sweep over all features once, and then
/// over those that aren't 0: the others seldom change.
///
/// Source: "Regularization paths for generalized linear models via coordinate descent" (Friedman, Hastie, Tibshirani, 2010).
public struct CoordinateDescent: RegressionSolver {
  /// What is solved.
  public let problem: PenalizedRegression
  /// Its penalty.
  public let penalty: ElasticNet<Double>
  /// The answer so far.
  public private(set) var weights: Vector<Double>
  private var ledger: ResidualLedger
  private var nonzero: [Int] = []

  /// Starts at given weights, zero by default.
  public init(_ problem: PenalizedRegression, _ penalty: ElasticNet<Double>, from start: Vector<Double>? = nil) {
    self.problem = problem
    self.penalty = penalty
    weights = start ?? .zeros(problem.features.columns)
    ledger = ResidualLedger(problem, weights)
  }

  /// The same problem under another penalty, from the weights reached so far: a warm start.
  public init(_ other: CoordinateDescent, under penalty: ElasticNet<Double>) {
    (problem, weights, ledger, nonzero) = (other.problem, other.weights, other.ledger, other.nonzero)
    self.penalty = penalty
  }

  /// The duality gap, which costs next to nothing where X'X is known.
  public var gap: Double { ledger.gap(problem, weights, penalty) }

  /// A sweep over all features.
  public mutating func advance() {
    ledger.sweep(Array(weights.indices), &weights, penalty)
    nonzero = weights.indices.filter { weights[$0] != 0 }
  }

  /// A sweep over all features, then sweeps over those that aren't 0.
  public mutating func advance(by rounds: Int) {
    guard rounds > 0 else { return }
    advance()
    for _ in 1..<rounds { ledger.sweep(nonzero, &weights, penalty) }
  }
}

/// What coordinate descent knows of the residuals r = y - Xw while weights change.
///
/// With up to as many features as samples it keeps X'r/n, from which a sweep reads, and X'X/n; otherwise r and X'. Either way
/// a change of weight j by d subtracts d times row j.
struct ResidualLedger: Sendable {
  /// X'X/n, or X'.
  private let rows: Matrix<Double>
  /// X'r/n, or r.
  private var state: Vector<Double>
  private let keepsCorrelations: Bool
  /// |x(j)|²/n of each feature.
  private let squares: Vector<Double>

  init(_ problem: PenalizedRegression, _ weights: Vector<Double>) {
    let n = Double(problem.samples)
    keepsCorrelations = problem.features.columns <= problem.samples
    if keepsCorrelations {
      rows = problem.features.gram(over: .rows) / n
      squares = rows.diagonal
      state = problem.correlations
    } else {
      rows = problem.features.transposed
      squares = (problem.features * problem.features).mean(over: .rows)
      state = problem.targets
    }
    if weights.contains(where: { $0 != 0 }) { state -= weights.dot(rows) }
  }

  /// Makes each of these weights the best there is, in turn.
  mutating func sweep(_ features: [Int], _ weights: inout Vector<Double>, _ penalty: ElasticNet<Double>) {
    var changed = weights.elements
    var kept = state.elements
    let (l1, l2, width) = (penalty.l1, penalty.l2, kept.count)
    let share = 1 / Double(width)
    kept.withUnsafeMutableBufferPointer { state in
      rows.withUnsafeElements { rows in
        for feature in features where squares[feature] + l2 > 0 {
          let row = UnsafeBufferPointer(rebasing: rows[feature * width..<(feature + 1) * width])
          let (old, square) = (changed[feature], squares[feature])
          let correlation = keepsCorrelations ? state[feature] : product(row, state) * share
          let new = softThreshold(correlation + square * old, l1) / (square + l2)
          guard new != old else { continue }
          changed[feature] = new
          subtract(new - old, row, from: state)
        }
      }
    }
    weights = Vector(changed)
    state = Vector(kept)
  }

  /// The duality gap; from X'r/n alone where that is kept.
  func gap(_ problem: PenalizedRegression, _ weights: Vector<Double>, _ penalty: ElasticNet<Double>) -> Double {
    guard keepsCorrelations else { return problem.dualityGap(of: weights, penalty) }
    let residualsAndTargets = problem.meanSquaredTarget - weights.dot(problem.correlations)
    return dualityGap(
      weights: weights, correlations: state, squaredResiduals: residualsAndTargets - weights.dot(state),
      residualsAndTargets: residualsAndTargets, penalty)
  }
}

private func product(_ row: UnsafeBufferPointer<Double>, _ state: UnsafeMutableBufferPointer<Double>) -> Double {
  sumOfProducts(row, UnsafeBufferPointer(state))
}

private func subtract(
  _ factor: Double, _ row: UnsafeBufferPointer<Double>, from state: UnsafeMutableBufferPointer<Double>
) {
  for index in 0..<state.count { state[index] -= factor * row[index] }
}
