import InitializersQuestions
import NumericCore

extension MyAnswers {
  /// **2.11 Diagnose: which mistake initialized this network?** (3 points).
  ///
  /// Somebody meant to initialize a network of rectifiers by He's normal form. You see the layers' widths and the mean
  /// square of the activations in theory (2.7), not in a run: of the input, then after each layer. One of the suspects
  /// drew the weights of all layers. Say which.
  ///
  /// - Parameters:
  ///   - widths: of the input, then of each layer: one more than there are layers.
  ///   - meanSquares: of the input, then after each layer, `[widths]`.
  /// - Returns: the suspect whose rule gives these mean squares.
  public func suspect(widths: [Int], meanSquares: Vector<Double>) throws -> InitializerSuspect {
    throw NotAttempted("2.11")
  }
}
