import BatchSizeQuestions

/// The reference answers: each formula as plainly as it can be written.
public struct ReferenceAnswers: BatchSizeQuestions {
  /// Ready to be asked.
  public init() {}
}
