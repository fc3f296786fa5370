import DropoutQuestions
import NumericCore

extension MyAnswers {
  /// **3.11 Diagnose: whose dropout is this?** (3 points).
  ///
  /// The same activations x went through somebody's dropout layer once in training, a row a sample, and once in inference.
  /// You see what came out. Two of the suspects are right, each in its own way; the others made a mistake. Say whose
  /// layer it was.
  ///
  /// - Parameters:
  ///   - keepProbability: p, not 1/2.
  ///   - activations: x, the same for every sample, none of them 0, `[units]`.
  ///   - training: the outputs in training, `[samples, units]`.
  ///   - inference: the outputs in inference, `[samples, units]`.
  /// - Returns: the suspect whose rule gives these outputs.
  public func suspect(
    keepProbability: Double, activations: Vector<Double>, training: Matrix<Double>, inference: Matrix<Double>
  ) throws -> Suspect {
    throw NotAttempted("3.11")
  }
}
