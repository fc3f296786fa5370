import OptimizersQuestions

/// The reference answers: each formula as plainly as it can be written.
public struct ReferenceAnswers: OptimizersQuestions {
  /// Ready to be asked.
  public init() {}
}
