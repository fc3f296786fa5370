import NumericCore

/// Exercises 3.1 to 3.4: a layer of dropout, in training and in inference.
///
/// p is the probability to keep a unit in all of them. Some texts call the probability to drop it p.
public protocol MaskQuestions: Sendable {
  /// **3.1 The mask of inverted dropout** (2 points).
  ///
  /// A number for each unit of each sample: 1/p with probability p, and 0 otherwise. Every unit of every sample is
  /// decided on its own. Your mask is judged by its properties, so draw as you like: `generator.bernoulli(p)` is true
  /// with probability p.
  ///
  /// Source: "Dropout: A Simple Way to Prevent Neural Networks from Overfitting" (Srivastava, Hinton, Krizhevsky,
  /// Sutskever, Salakhutdinov, 2014), section 10, which names the scaling in training.
  ///
  /// - Parameters:
  ///   - samples: the rows of the mask.
  ///   - units: the columns of the mask.
  ///   - keepProbability: p, above 0 and at most 1.
  ///   - generator: where the draws come from.
  /// - Returns: the mask, `[samples, units]`.
  func dropoutMask(samples: Int, units: Int, keepProbability: Double, using generator: inout Philox4x32x10) throws
    -> Matrix<Double>

  /// **3.2 Forward through inverted dropout** (1 point).
  ///
  /// Here the draws are given: a unit is kept where its draw u is below p. What is kept is divided by p.
  ///
  /// - Parameters:
  ///   - activations: x, `[samples, units]`.
  ///   - draws: u, `[samples, units]`, each from 0 to below 1.
  ///   - keepProbability: p, above 0 and at most 1.
  /// - Returns: the outputs, and the mask that backward needs: outputs = mask · x, element by element.
  func dropoutForward(activations: Matrix<Double>, draws: Matrix<Double>, keepProbability: Double) throws
    -> DropoutPass

  /// **3.3 Backward through inverted dropout** (1 point).
  ///
  /// The gradient of the loss with respect to x, from the one with respect to the outputs mask · x.
  ///
  /// - Parameters:
  ///   - activations: x, `[samples, units]`; some of them are 0, as after ReLU.
  ///   - mask: of the forward pass, 1/p or 0, `[samples, units]`.
  ///   - outputGradient: ∂L/∂outputs, `[samples, units]`.
  /// - Returns: ∂L/∂x, `[samples, units]`.
  func dropoutBackward(activations: Matrix<Double>, mask: Matrix<Double>, outputGradient: Matrix<Double>) throws
    -> Matrix<Double>

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
  func inferenceOutputs(
    inputs: Matrix<Double>, weights: Matrix<Double>, biases: Vector<Double>, keepProbability: Double
  ) throws -> Matrix<Double>
}

/// What a forward pass leaves.
public struct DropoutPass: Codable, Sendable, Equatable {
  /// mask · x, `[samples, units]`.
  public var outputs: Matrix<Double>
  /// 1/p or 0, `[samples, units]`.
  public var mask: Matrix<Double>

  /// Outputs with their mask.
  public init(outputs: Matrix<Double>, mask: Matrix<Double>) {
    self.outputs = outputs
    self.mask = mask
  }
}
