import InitializersQuestions
import NumericCore

/// The reference answers: each formula as plainly as it can be written.
public struct ReferenceAnswers: InitializersQuestions {
  /// Ready to be asked.
  public init() {}

  /// Fan-in and fan-out (2.1).
  public func fans(weights: Matrix<Double>) throws -> Fans { Fans(fanIn: weights.rows, fanOut: weights.columns) }

  /// Glorot's uniform range (2.2).
  public func glorotUniform(fanIn: Int, fanOut: Int) throws -> UniformRange {
    let bound = (6 / Double(fanIn + fanOut)).squareRoot()
    return UniformRange(low: -bound, high: bound)
  }

  /// Glorot's standard deviation (2.3).
  public func glorotNormal(fanIn: Int, fanOut: Int) throws -> Double { (2 / Double(fanIn + fanOut)).squareRoot() }

  /// He's standard deviation (2.4).
  public func heNormal(fanIn: Int, fanOut: Int) throws -> Double { (2 / Double(fanIn)).squareRoot() }

  /// LeCun's standard deviation (2.5).
  public func leCunNormal(fanIn: Int, fanOut: Int) throws -> Double { (1 / Double(fanIn)).squareRoot() }

  /// An orthogonal matrix from a Gaussian one (2.6).
  public func orthogonal(gaussian: Matrix<Double>) throws -> Matrix<Double> {
    let isTall = gaussian.rows >= gaussian.columns
    let q = try qr(isTall ? gaussian : gaussian.transposed).q
    return isTall ? q : q.transposed
  }

  /// What a layer does to mean squares (2.7).
  public func layerMoments(fanIn: Int, inputMean: Double, inputVariance: Double, weightVariance: Double) throws
    -> LayerMoments
  {
    let secondMoment = inputVariance + inputMean * inputMean
    let outputVariance = Double(fanIn) * weightVariance * secondMoment
    return LayerMoments(outputVariance: outputVariance, rectifiedSecondMoment: outputVariance / 2)
  }

  /// Draw a layer's weights (2.8).
  public func sampleHeNormal(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) throws
    -> Matrix<Double>
  {
    .normal(
      rows: inputs, columns: outputs, standardDeviation: (2 / Double(inputs)).squareRoot(), using: &generator)
  }
}
