import NumericCore

extension PenalizedRegression {
  /// An upper bound of how far the objective is above its minimum: the objective minus that of a dual problem.
  ///
  /// It needs no knowledge of the minimum, and is 0 there up to rounding. Of two points of the dual problem the better one is
  /// taken: the residuals, scaled so that no feature correlates with them by more than the L1 part allows; and, where there
  /// is an L2 part, the residuals as they are, which then cost (|X'r|/n - l1)² / (2 l2) where they correlate by more.
  /// Without a penalty there is no such bound; it is infinite unless the gradient is exactly zero.
  ///
  /// Source: "Gap Safe screening rules for sparsity enforcing penalties" (Ndiaye, Fercoq, Gramfort, Salmon, 2017).
  public func dualityGap(of weights: Vector<Double>, _ penalty: ElasticNet<Double>) -> Double {
    let residuals = residuals(of: weights)
    let n = Double(samples)
    return Techniques.dualityGap(
      weights: weights, correlations: residuals.dot(features) / n, squaredResiduals: residuals.dot(residuals) / n,
      residualsAndTargets: residuals.dot(targets) / n, penalty)
  }
}

/// The duality gap from what a solver keeps at hand.
///
/// - Parameters:
///   - correlations: X'r / n of the residuals r.
///   - squaredResiduals: |r|² / n.
///   - residualsAndTargets: r'y / n.
func dualityGap(
  weights: Vector<Double>, correlations: Vector<Double>, squaredResiduals: Double, residualsAndTargets: Double,
  _ penalty: ElasticNet<Double>
) -> Double {
  let (l1, l2) = (penalty.l1, penalty.l2)
  let squares = squaredResiduals + l2 * weights.dot(weights)
  let magnitudes = l1 * weights.norm1
  // The L2 part as more samples: targets 0, and each feature once with the root of n l2.
  let steepest = (correlations - weights * l2).maximumMagnitude
  let scale = steepest > l1 ? l1 / steepest : 1
  let scaled = (1 + scale * scale) / 2 * squares + magnitudes - scale * residualsAndTargets
  guard l2 > 0 else { return max(scaled, 0) }
  let excess = correlations.map { softThreshold($0, l1) }
  let unscaled =
    squaredResiduals + magnitudes + l2 / 2 * weights.dot(weights) - residualsAndTargets + excess.dot(excess) / (2 * l2)
  return max(min(scaled, unscaled), 0)
}
