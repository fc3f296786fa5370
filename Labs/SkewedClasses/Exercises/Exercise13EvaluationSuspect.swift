import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.13 Diagnose: which mistake made this table?** (3 points).
  ///
  /// Somebody evaluated a classifier and reports accuracy, precision and recall. You have the scores, the true classes
  /// and the threshold, so you can work out what should be there, and what each suspect would have written instead. Say
  /// who it was.
  ///
  /// - Parameters:
  ///   - scores: of the test samples, `[samples]`.
  ///   - isPositive: the true class of each, `[samples]`.
  ///   - threshold: what a score has to reach.
  ///   - copies: how often each positive stands in the training data after oversampling.
  ///   - report: what somebody wrote.
  /// - Returns: the suspect whose way of evaluating gives this report.
  public func suspect(
    scores: Vector<Double>, isPositive: [Bool], threshold: Double, copies: Int, report: EvaluationReport
  )
    throws -> EvaluationSuspect
  {
    throw NotAttempted("6.13")
  }
}
