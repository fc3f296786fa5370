import DoubleDescentQuestions
import NumericCore

extension MyAnswers {
  /// **7.4 Where the threshold lies** (2 points).
  ///
  /// The peak of the risk curve stands where a model can just fit all its training targets exactly. For n samples in general
  /// position, no two of them alike, each with k target numbers, say where that is, for four kinds of model.
  ///
  /// - Parameters:
  ///   - samples: n.
  ///   - inputs: d, the numbers of a sample.
  ///   - outputs: k, the target numbers of a sample.
  /// - Returns: the smallest sizes with which a fit can be exact.
  public func thresholds(samples: Int, inputs: Int, outputs: Int) throws -> Thresholds {
    throw NotAttempted("7.4")
  }
}
