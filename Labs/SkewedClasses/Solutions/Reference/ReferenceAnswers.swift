import SkewedClassesQuestions

/// The reference answers: each formula as plainly as it can be written.
public struct ReferenceAnswers: SkewedClassesQuestions {
  /// Ready to be asked.
  public init() {}
}

/// A ratio of counts; nil where nothing is divided by.
func ratio(_ part: Int, _ whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }

extension FourCounts {
  /// All samples.
  var samples: Int { positives + negatives }
  /// TP + FN.
  var positives: Int { truePositives + falseNegatives }
  /// TN + FP.
  var negatives: Int { trueNegatives + falsePositives }
  /// TP + FP.
  var predictedPositives: Int { truePositives + falsePositives }
}
