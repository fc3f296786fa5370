import NumericCore
import SparsityQuestions

extension ReferenceAnswers {
  /// A step with weight decay (4.7).
  public func decayStep(
    weights: Vector<Double>, gradient: Vector<Double>, learningRate: Double, strength: Double, decay: WeightDecay,
    update: (Vector<Double>) throws -> Vector<Double>
  ) throws -> Vector<Double> {
    switch decay {
    case .penalty: weights - (try update(gradient + 2 * strength * weights))
    case .decoupled: weights - (try update(gradient)) - 2 * learningRate * strength * weights
    }
  }

  /// What the L2 penalty does to curvature (4.8).
  public func conditioning(eigenvalues: Vector<Double>, strength: Double) throws -> PenalizedCurvature {
    let new = eigenvalues + 2 * strength
    return PenalizedCurvature(
      eigenvalues: new, shrinkage: eigenvalues / new, conditionNumber: new.max() / new.min())
  }

  /// A step under a max-norm (4.11).
  public func maxNormStep(
    weights: Matrix<Double>, gradient: Matrix<Double>, learningRate: Double, limit: Double
  ) throws -> Matrix<Double> {
    let moved = weights - learningRate * gradient
    return Matrix(
      columns: (0..<moved.columns).map { index in
        let column = moved.column(index)
        return column.norm > limit ? column * (limit / column.norm) : column
      })
  }
}
