import DropoutQuestions
import NumericCore

extension MyAnswers {
  /// **3.9 Predict: the geometric mean of all thinned networks** (2 points).
  ///
  /// Softmax regression with dropout of its inputs, without inversion: each mask m gives the probabilities
  /// softmax((m · x) W + b). The run goes through all 2ⁿ masks, takes the geometric mean of each class's probability, each
  /// mask weighted with how likely it is, and divides by the sum over the classes. Which probabilities does it get?
  /// One evaluation of the network is enough. Your answer is compared with the run.
  ///
  /// Source: "Deep Learning" (Goodfellow, Bengio, Courville, 2016), section 7.12.
  ///
  /// - Parameters:
  ///   - inputs: x, `[inputs]`.
  ///   - weights: W, `[inputs, classes]`.
  ///   - biases: b, `[classes]`.
  ///   - keepProbability: p of each input.
  /// - Returns: the probabilities, `[classes]`.
  public func geometricMean(
    inputs: Vector<Double>, weights: Matrix<Double>, biases: Vector<Double>, keepProbability: Double
  )
    throws -> Vector<Double>
  {
    throw NotAttempted("3.9")
  }
}
