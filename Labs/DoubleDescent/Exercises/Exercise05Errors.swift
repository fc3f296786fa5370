import DoubleDescentQuestions
import NumericCore

extension MyAnswers {
  /// **7.5 Two errors** (1 point).
  ///
  /// A linear model predicts ΦW, a row a sample, a column a class. The target of a sample is 1 for its class and 0 for every
  /// other. Its squared error is the sum over the classes of (prediction - target)²; its label is wrong if the largest
  /// prediction isn't its class's. Return the means over the samples.
  ///
  /// - Parameters:
  ///   - features: Φ, `[samples, features]`.
  ///   - weights: W, `[features, classes]`.
  ///   - classes: the class of each sample, counted from 0.
  /// - Returns: the mean squared error, and the share of wrong labels.
  public func errors(features: Matrix<Double>, weights: Matrix<Double>, classes: [Int]) throws -> ErrorPair {
    throw NotAttempted("7.5")
  }
}
