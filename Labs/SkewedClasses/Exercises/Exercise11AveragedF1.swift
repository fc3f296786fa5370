import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.11 Micro, macro, weighted** (2 points).
  ///
  /// Of several classes, each in turn is the positive one and all others are negative. That gives four counts and an F1
  /// for each class, 2 TP / (2 TP + FP + FN). Three ways to make one number of them:
  ///
  /// - micro: the counts of all classes are added, and F1 is taken of the sums;
  /// - macro: the plain mean of the classes' F1;
  /// - weighted: the mean of the classes' F1, each weighted with its number of samples.
  ///
  /// Source: "Macro F1 and Macro F1" (Opitz, Burst, 2019) on the two numbers that are called macro F1.
  ///
  /// - Parameter confusion: the samples of class i that were predicted to be class j, in row i and column j.
  /// - Returns: the three. F1 is undefined for a class that has no samples and is never predicted. Macro is nil then;
  ///   weighted gives that class no weight, and goes on. All three are nil without samples.
  public func averagedF1(confusion: [[Int]]) throws -> AveragedF1 {
    throw NotAttempted("6.11")
  }
}
