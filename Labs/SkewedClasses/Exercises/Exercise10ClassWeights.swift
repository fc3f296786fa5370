import NumericCore
import SkewedClassesQuestions

extension MyAnswers {
  /// **6.10 Class weights** (1 point).
  ///
  /// Weights with which all classes count the same in the loss, and all samples together count as before: n / (K n_k) for
  /// a class that has n_k of the n samples, where K is the number of classes.
  ///
  /// Source: "Logistic regression in rare events data" (King, Zeng, 2001); `class_weight="balanced"` of scikit-learn.
  ///
  /// - Parameters:
  ///   - labels: the class of each sample, from 0 to K - 1.
  ///   - classes: K.
  /// - Returns: a weight for each class, `[classes]`; nil for a class without samples.
  public func classWeights(labels: [Int], classes: Int) throws -> [Double?] {
    throw NotAttempted("6.10")
  }
}
