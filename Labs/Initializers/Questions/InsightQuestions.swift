import NumericCore

/// Exercises 2.9 to 2.11: count, predict, diagnose.
public protocol InsightQuestions: Sendable {
  /// **2.9 How many hidden units can ever differ?** (2 points).
  ///
  /// A network with one hidden layer of tanh units and linear outputs is trained by gradient descent on the squared
  /// error, in exact arithmetic, without dropout, and with one learning rate for all weights. Some hidden units compute
  /// the same outputs at every step of the training, whatever the training data are; such units count as one. Any two
  /// others differ for some data. How many different units does the network have?
  ///
  /// Source: "Deep Learning" (Goodfellow, Bengio, Courville, 2016), section 8.4.
  ///
  /// - Parameters:
  ///   - firstWeights: W₁, `[inputs, hidden]`.
  ///   - firstBiases: b₁, `[hidden]`.
  ///   - secondWeights: W₂, `[hidden, outputs]`.
  /// - Returns: the number of different hidden units.
  func distinctUnits(firstWeights: Matrix<Double>, firstBiases: Vector<Double>, secondWeights: Matrix<Double>) throws
    -> Int

  /// **2.10 Predict: how deep until the signal is gone?** (2 points).
  ///
  /// All layers have `width` inputs and as many units, weights with mean 0 and this variance, and no biases. After how
  /// many layers is the mean square of the activations, averaged over units and samples, at or below `share` times that
  /// of the input? Answer before you run it. Your answer is compared with a run of wide layers.
  ///
  /// Source: "Delving deep into rectifiers" (He, Zhang, Ren, Sun, 2015), section 2.2.
  ///
  /// - Parameters:
  ///   - width: the fan-in of each layer.
  ///   - weightVariance: Var[w], positive, so small that the signal shrinks.
  ///   - activation: identity or rectifier.
  ///   - share: from 0 to 1, both excluded.
  /// - Returns: the number of layers.
  func predictedLayers(width: Int, weightVariance: Double, activation: SignalActivation, share: Double) throws -> Int

  /// **2.11 Diagnose: which mistake initialized this network?** (3 points).
  ///
  /// Somebody meant to initialize a network of rectifiers by He's normal form. You see the layers' widths and the mean
  /// square of the activations in theory (2.7), not in a run: of the input, then after each layer. One of the suspects
  /// drew the weights of all layers. Say which.
  ///
  /// Source: "Delving deep into rectifiers" (He, Zhang, Ren, Sun, 2015), section 2.2.
  ///
  /// - Parameters:
  ///   - widths: of the input, then of each layer: one more than there are layers.
  ///   - meanSquares: of the input, then after each layer, `[widths]`.
  /// - Returns: the suspect whose rule gives these mean squares.
  func suspect(widths: [Int], meanSquares: Vector<Double>) throws -> InitializerSuspect
}
