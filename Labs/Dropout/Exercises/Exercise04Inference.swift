import DropoutQuestions
import NumericCore

extension MyAnswers {
  /// **3.4 Inference after dropout without inversion** (1 point).
  ///
  /// In training the inputs of this layer were multiplied by 1 or 0 and not divided by p. Now all inputs are there, and
  /// the weights must make up for it. What does the layer return in inference? Biases were never dropped.
  ///
  /// Source: the same paper, figure 2.
  ///
  /// - Parameters:
  ///   - inputs: x, `[samples, inputs]`.
  ///   - weights: W as training left it, `[inputs, outputs]`.
  ///   - biases: b, `[outputs]`.
  ///   - keepProbability: p of the inputs.
  /// - Returns: the weighted sums, `[samples, outputs]`.
  public func inferenceOutputs(
    inputs: Matrix<Double>, weights: Matrix<Double>, biases: Vector<Double>, keepProbability: Double
  ) throws -> Matrix<Double> {
    throw NotAttempted("3.4")
  }
}
