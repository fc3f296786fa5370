import NumericCore
import SparsityQuestions

extension ReferenceAnswers {
  /// One sweep of coordinate descent (4.5).
  public func coordinateDescentSweep(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, strength: Double, l1Share: Double
  ) throws -> Vector<Double> {
    let n = Double(features.rows)
    var weights = weights
    for j in 0..<features.columns {
      let column = features.column(j)
      let residuals = targets - features.dot(weights)
      let square = column.dot(column) / n
      let pull = column.dot(residuals) / n + square * weights[j]
      weights[j] = pull.softened(by: strength * l1Share) / (square + 2 * strength * (1 - l1Share))
    }
    return weights
  }

  /// Ridge regression (4.6).
  public func ridge(features: Matrix<Double>, targets: Vector<Double>, strength: Double) throws -> LinearModel {
    let n = Double(features.rows)
    let means = features.mean(over: .rows)
    let centred = features.subtracting(means, from: .rows)
    let hessian = centred.dot(centred, transposingLeft: true) / n
    let penalty = Matrix(diagonal: Vector(repeating: 2 * strength, count: features.columns))
    let weights = try solve(hessian + penalty, (targets - targets.mean()).dot(centred) / n)
    return LinearModel(weights: weights, intercept: targets.mean() - means.dot(weights))
  }

  /// Lambda max (4.9).
  public func largestStrength(features: Matrix<Double>, targets: Vector<Double>, l1Share: Double) throws -> Double {
    let centred = features.subtracting(features.mean(over: .rows), from: .rows)
    return abs((targets - targets.mean()).dot(centred)).max() / (Double(features.rows) * l1Share)
  }

  /// The duality gap of the lasso (4.10).
  public func dualityGap(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, strength: Double
  ) throws -> Double {
    let n = Double(features.rows)
    let residuals = targets - features.dot(weights)
    let steepest = abs(residuals.dot(features)).max()
    let scale = steepest > n * strength ? n * strength / steepest : 1
    let rest = targets - scale * residuals
    let primal = residuals.dot(residuals) / (2 * n) + strength * abs(weights).sum()
    let dual = (targets.dot(targets) - rest.dot(rest)) / (2 * n)
    return primal - dual
  }
}
