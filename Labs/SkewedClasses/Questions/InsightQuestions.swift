import NumericCore

/// Exercises 6.12 and 6.13: predict, diagnose.
public protocol InsightQuestions: Sendable {
  /// **6.12 Predict: precision at another prevalence** (2 points).
  ///
  /// A classifier finds a share r of the positives, and takes a share f of the negatives for positives. It now goes to a
  /// population in which a share π is positive. What is its precision there? Answer before you run it. Your answer is
  /// compared with a count over such a population.
  ///
  /// Source: Bayes' rule; "Interpretation by physicians of clinical laboratory results" (Casscells, Schoenberger,
  /// Graboys, 1978) asked it of physicians.
  ///
  /// - Parameters:
  ///   - recall: r, from 0 to 1.
  ///   - falsePositiveRate: f, from 0 to 1.
  ///   - prevalence: π, between 0 and 1.
  /// - Returns: the precision; nil where nobody is predicted to be positive.
  func predictedPrecision(recall: Double, falsePositiveRate: Double, prevalence: Double) throws -> Double?

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
  func suspect(scores: Vector<Double>, isPositive: [Bool], threshold: Double, copies: Int, report: EvaluationReport)
    throws -> EvaluationSuspect
}

/// What somebody wrote about a classifier.
public struct EvaluationReport: Codable, Sendable, Equatable {
  /// The share of right answers.
  public var accuracy: Double
  /// The share of the predicted positives that are positive.
  public var precision: Double
  /// The share of the positives that are found.
  public var recall: Double

  /// The three numbers.
  public init(accuracy: Double, precision: Double, recall: Double) {
    self.accuracy = accuracy
    self.precision = precision
    self.recall = recall
  }
}

/// Who may have made a table: an evaluation as it should be, or a slip in it.
public enum EvaluationSuspect: String, Codable, Sendable, CaseIterable {
  /// Positive is what reaches the threshold; the metrics are those of 6.2 and 6.3.
  case noMistake
  /// A score has to be above the threshold. One that just reaches it counts as negative.
  case strictThreshold
  /// False positives and false negatives are exchanged.
  case errorsExchanged
  /// The negative class is taken for the positive one: its precision and recall are reported.
  case classesExchanged
  /// The test samples were oversampled as the training samples were: each positive stands there `copies` times.
  case oversampledTest
  /// Precision and recall are the plain means over both classes.
  case macroAverages
  /// Precision and recall are the means over both classes, weighted with their samples.
  case weightedAverages
}
