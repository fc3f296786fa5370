import NumericCore

/// Linear regression with a penalty, the problem that all solvers here solve:
///
/// minimize 1/(2n) |y - Xw|² + λ (s Σ |w| + (1 - s) Σ w²)
///
/// Features X, `[samples, features]`, and targets y are centred first. So the intercept isn't penalized, and it is the mean of
/// the targets minus that of the predictions. Features are not scaled: a penalty on features of different units depends on
/// the units, so standardize before.
///
/// In scikit-learn, with n samples: `Lasso(alpha)` is λ = alpha, s = 1; `Ridge(alpha)` is λ = alpha / (2n), s = 0;
/// `ElasticNet(alpha, l1_ratio: r)` is λ = alpha (1 + r) / 2, s = 2r / (1 + r).
public struct PenalizedRegression: Sendable {
  /// X with the mean of each column taken off.
  public let features: Matrix<Double>
  /// y with its mean taken off.
  public let targets: Vector<Double>
  /// The means of the columns of X.
  public let featureMeans: Vector<Double>
  /// The mean of y.
  public let targetMean: Double
  /// X'y / n, the gradient's size at w = 0.
  let correlations: Vector<Double>

  /// Centres the data.
  ///
  /// - Parameters:
  ///   - features: X, at least one sample and one feature.
  ///   - targets: y, as many as samples.
  /// - Throws: `LinearAlgebraError.notFinite`.
  public init(features: Matrix<Double>, targets: Vector<Double>) throws(LinearAlgebraError) {
    require(
      features.rows == targets.count && features.rows > 0 && features.columns > 0,
      "A regression needs as many targets as samples; \(features.shapeDescription) has \(targets.count) targets.")
    guard features.allFinite, targets.allFinite else { throw .notFinite }
    featureMeans = features.mean(over: .rows)
    targetMean = targets.mean()
    self.features = features.subtracting(featureMeans, from: .rows)
    self.targets = targets - targetMean
    correlations = self.targets.dot(self.features) / Double(features.rows)
  }

  /// |y|²/n of the centred targets.
  public var meanSquaredTarget: Double { targets.dot(targets) / Double(samples) }

  /// n.
  public var samples: Int { features.rows }

  /// y - Xw, of the centred data.
  public func residuals(of weights: Vector<Double>) -> Vector<Double> { targets - features.dot(weights) }

  /// 1/(2n) |y - Xw|² + λ (s Σ |w| + (1 - s) Σ w²).
  public func objective(of weights: Vector<Double>, _ penalty: ElasticNet<Double>) -> Double {
    let residuals = residuals(of: weights)
    return residuals.dot(residuals) / (2 * Double(samples)) + penalty.l1 * weights.norm1
      + penalty.l2 / 2 * weights.dot(weights)
  }

  /// The intercept that belongs to the weights.
  public func intercept(of weights: Vector<Double>) -> Double { targetMean - featureMeans.dot(weights) }

  /// Predictions for other samples, `[samples, features]` as they were before centring.
  public func predictions(_ weights: Vector<Double>, for features: Matrix<Double>) -> Vector<Double> {
    features.dot(weights) + intercept(of: weights)
  }

  /// λ max: the smallest λ at which all weights are 0, max |X'y| / (n s).
  ///
  /// - Parameter l1Share: s, above 0: ridge regression alone never sets a weight to 0.
  public func largestStrength(l1Share: Double = 1) -> Double {
    require(0 < l1Share && l1Share <= 1, "The share of L1 lies between 0 and 1, and isn't 0 here; \(l1Share) is.")
    return correlations.maximumMagnitude / l1Share
  }
}

extension ElasticNet<Double> {
  /// The weight of Σ |w|: λ s.
  var l1: Double { strength * l1Share }
  /// The weight of 1/2 Σ w²: 2 λ (1 - s).
  var l2: Double { 2 * strength * (1 - l1Share) }
}

/// sign(z) max(|z| - t, 0): z moved towards 0 by t, and no further.
///
/// Source: "Ideal spatial adaptation by wavelet shrinkage" (Donoho, Johnstone, 1994).
@inlinable
public func softThreshold(_ z: Double, _ threshold: Double) -> Double {
  z > threshold ? z - threshold : z < -threshold ? z + threshold : 0
}
