import DoubleDescentQuestions
import NumericCore

extension ReferenceAnswers {
  /// The minimum-norm solution (7.2).
  public func minimumNorm(features: Matrix<Double>, targets: Matrix<Double>, tolerance: Double) throws
    -> Matrix<Double>
  {
    let parts = try svd(features)
    let largest = parts.singularValues[0]
    let inverses = parts.singularValues.map { $0 > tolerance * largest ? 1 / $0 : 0 }
    let along = parts.u.dot(targets, transposingLeft: true).multiplying(.columns, by: inverses)
    return parts.vTransposed.dot(along, transposingLeft: true)
  }

  /// Ridge regression (7.3).
  public func ridge(features: Matrix<Double>, targets: Matrix<Double>, strength: Double) throws -> Matrix<Double> {
    let ridge = 2 * Double(features.rows) * strength
    let products = features.dot(features, transposingLeft: true)
    let penalty = Matrix(diagonal: Vector(repeating: ridge, count: features.columns))
    return try solve(products + penalty, features.dot(targets, transposingLeft: true))
  }

  /// Effective degrees of freedom (7.8).
  public func degreesOfFreedom(features: Matrix<Double>, strength: Double) throws -> Double {
    let squares = square(try singularValues(features))
    return (squares / (squares + 2 * Double(features.rows) * strength)).sum()
  }
}
