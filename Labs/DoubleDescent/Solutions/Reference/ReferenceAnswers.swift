import DoubleDescentQuestions
import NumericCore

/// The reference answers: each formula as plainly as it can be written.
public struct ReferenceAnswers: DoubleDescentQuestions {
  /// Ready to be asked.
  public init() {}

  /// A random feature map (7.1).
  public func randomFeatures(samples: Matrix<Double>, directions: Matrix<Double>) throws -> Matrix<Double> {
    let lengths = directions.reduced(over: .columns) { $0.norm }
    return maximum(samples.dot(directions.dividing(.columns, by: lengths), transposingRight: true), 0)
  }

  /// Where the threshold lies (7.4).
  public func thresholds(samples: Int, inputs: Int, outputs: Int) throws -> Thresholds {
    let equations = samples * outputs
    var width = 1
    while (inputs + 1) * width + (width + 1) * outputs < equations { width += 1 }
    return Thresholds(features: samples, degree: samples - 1, parameters: equations, width: width)
  }

  /// Condition numbers (7.7).
  public func conditionNumbers(features: Matrix<Double>, tolerance: Double) throws -> ConditionNumbers {
    let values = try singularValues(features)
    let smallest = values.filter { $0 > tolerance * values[0] }.min() ?? values[0]
    let (rows, columns) = (Double(features.rows).squareRoot(), Double(features.columns).squareRoot())
    return ConditionNumbers(
      features: values[0] / smallest, products: (values[0] / smallest) * (values[0] / smallest),
      expected: (rows + columns) / Swift.abs(rows - columns))
  }
}
