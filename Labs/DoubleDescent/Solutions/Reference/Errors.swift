import DoubleDescentQuestions
import NumericCore

extension ReferenceAnswers {
  /// Two errors (7.5).
  public func errors(features: Matrix<Double>, weights: Matrix<Double>, classes: [Int]) throws -> ErrorPair {
    let predictions = features.dot(weights)
    let targets = Matrix<Double>(rows: predictions.rows, columns: predictions.columns) { classes[$0] == $1 ? 1 : 0 }
    let found = predictions.argMax(over: .columns)
    return ErrorPair(
      squared: square(predictions - targets).sum(over: .columns).mean(),
      wrongLabels: Double(zip(found, classes).count { $0 != $1 }) / Double(classes.count))
  }

  /// Bias and variance (7.6).
  public func biasAndVariance(predictions: Matrix<Double>, truth: Vector<Double>) throws -> BiasAndVariance {
    let mean = predictions.mean(over: .rows)
    return BiasAndVariance(
      squaredBias: square(mean - truth).mean(),
      variance: square(predictions.subtracting(mean, from: .rows)).mean(over: .rows).mean(),
      error: square(predictions.subtracting(truth, from: .rows)).mean(over: .rows).mean())
  }
}
