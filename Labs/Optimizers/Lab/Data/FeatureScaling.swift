import LabKit
import NumericCore
import OptimizersQuestions

/// What is done to the measurements before learning.
enum FeatureScaling: String, CaseIterable {
  case raw
  case standardized
  case whitened

  /// As a chart's title.
  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// The measurements after scaling, with a last column of ones for the intercept, `[samples, features + 1]`.
  func scaled(_ features: Matrix<Double>) throws(LinearAlgebraError) -> Matrix<Double> {
    let scaled: Matrix<Double>
    switch self {
    case .raw: scaled = features
    case .standardized: scaled = Self.standardized(features)
    case .whitened: scaled = try Self.whitened(Self.standardized(features))
    }
    return Matrix(rows: scaled.rows, columns: scaled.columns + 1) { row, column in
      column < scaled.columns ? scaled[row, column] : 1
    }
  }

  /// Mean 0 and variance 1 (over all samples) in every column; a column without variance stays 0.
  static func standardized(_ features: Matrix<Double>) -> Matrix<Double> {
    let columns = (0..<features.columns).map { column in
      let centered = features.column(column) - features.column(column).mean()
      let deviation = (centered.dot(centered) / Double(features.rows)).squareRoot()
      return deviation > 0 ? centered / deviation : centered
    }
    return Matrix(columns: columns)
  }

  /// Besides that, no correlation between columns: turned to the principal axes and divided by the deviation along
  /// each. Axes without variance are left out.
  static func whitened(_ standardized: Matrix<Double>) throws(LinearAlgebraError) -> Matrix<Double> {
    let covariance = standardized.dot(standardized, transposingLeft: true) / Double(standardized.rows)
    let eigen = try symmetricEigen(covariance)
    let kept = eigen.values.indices.filter { eigen.values[$0] > 1e-10 * eigen.values.max() }
    let axes = kept.map { eigen.vectors.column($0) / eigen.values[$0].squareRoot() }
    return standardized.dot(Matrix(columns: axes))
  }
}

/// Logistic regression on samples scaled in one way, with its minimum.
struct ScaledProblem {
  /// The weight of 1/2 |w|². The classes can be separated, so without it there is no minimum.
  static let penalty = 1e-4

  let scaling: FeatureScaling
  let regression: LogisticRegression
  /// Where the loss is smallest, and the loss there.
  let minimum: Vector<Double>
  let smallestLoss: Double
  /// Largest over smallest eigenvalue of the Hessian.
  let conditionAtStart: Double
  let conditionAtMinimum: Double
  /// The same at the start for the loss without its penalty.
  let conditionWithoutPenalty: Double
  /// The Hessian's largest eigenvalue at the start: above 2 over it gradient descent is unstable there.
  let steepest: Double

  var problem: Problem { .logisticRegression(regression) }
  var start: Vector<Double> { .zeros(regression.features.columns) }

  /// Finds the minimum by Newton's method.
  init(_ samples: LabelledSamples, _ scaling: FeatureScaling) throws(LinearAlgebraError) {
    self.scaling = scaling
    regression = LogisticRegression(
      features: try scaling.scaled(samples.features), labels: samples.labels, penalty: Self.penalty)
    let start = Vector<Double>.zeros(regression.features.columns)
    minimum = try newtonMinimum(of: regression, from: start)
    smallestLoss = Problem.logisticRegression(regression).value(at: minimum)
    let spectrum = try symmetricEigen(regression.hessian(at: start)).values
    steepest = spectrum.max()
    conditionAtStart = spectrum.max() / spectrum.min()
    conditionWithoutPenalty = (spectrum.max() - Self.penalty) / max(spectrum.min() - Self.penalty, 0)
    let atMinimum = try symmetricEigen(regression.hessian(at: minimum)).values
    conditionAtMinimum = atMinimum.max() / atMinimum.min()
  }
}

/// Newton's method with steps halved until the loss falls; ends when the predicted fall is below rounding.
func newtonMinimum(of regression: LogisticRegression, from start: Vector<Double>) throws(LinearAlgebraError)
  -> Vector<Double>
{
  let problem = Problem.logisticRegression(regression)
  var w = start
  for _ in 0..<100 {
    let gradient = problem.gradient(at: w)
    let step = try solve(regression.hessian(at: w), gradient)
    guard gradient.dot(step) > 1e-20 else { break }
    var size = 1.0
    while size > 1e-6, problem.value(at: w - size * step) > problem.value(at: w) { size /= 2 }
    w = w - size * step
  }
  return w
}
