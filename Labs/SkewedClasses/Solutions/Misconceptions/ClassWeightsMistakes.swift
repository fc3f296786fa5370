import AnswerChecks
import SkewedClassesQuestions

extension WrongAnswers {
  /// Class weights (6.10), with the mistakes asked for.
  public func classWeights(labels: [Int], classes: Int) throws -> [Double?] {
    let counts = (0..<classes).map { aClass in labels.count { $0 == aClass } }
    let known = makes("classes-that-occur") ? counts.count { $0 > 0 } : classes
    let weights = counts.map { count -> Double? in
      guard count > 0 else { return undefined }
      if makes("shares") { return Double(classes * count) / Double(labels.count) }
      if makes("inverse-counts") { return 1 / Double(count) }
      if makes("over-the-largest") { return Double(counts.max() ?? 0) / Double(count) }
      return Double(labels.count) / Double(makes("without-classes") ? count : known * count)
    }
    guard makes("sum-to-one") else { return weights }
    let sum = weights.reduce(0) { $0 + ($1 ?? 0) }
    return weights.map { $0.map { $0 / sum } }
  }
}

let classWeightsMisconceptions = [
  Misconception(
    "6.10", "without-classes",
    "Your weights are K times too large: all samples together then count K times. Divide by the number of classes.",
    source: Origin.common("n / n_k, the inverse share"), section: Section.weights),
  Misconception(
    "6.10", "shares",
    "Your weights grow with the class. The rarer a class, the more each of its samples has to count.",
    source: Origin.common("shares in place of their inverses"), section: Section.weights),
  Misconception(
    "6.10", "inverse-counts",
    "You return 1 / n_k. That balances the classes, but shrinks the loss, and with it the step: multiply by n / K.",
    source: Origin.common("proportional is taken for equal"), section: Section.weights),
  Misconception(
    "6.10", "over-the-largest",
    "You give the largest class weight 1. Then the samples together count more than before: use n / K in its place.",
    source: Origin.common("libraries differ: a ratio of negatives to positives as the weight of positives"),
    section: Section.weights),
  Misconception(
    "6.10", "sum-to-one",
    "Your weights add up to 1. The samples' weights should add up to n, so that the loss keeps its size.",
    source: Origin.common("weights are normalized as probabilities are"), section: Section.weights),
  Misconception(
    "6.10", "classes-that-occur",
    "You count only the classes that occur. K is given, and includes those without samples.",
    source: "scikit-learn, which counts the classes that it finds", section: Section.weights),
  Misconception(
    "6.10", "undefined-is-zero",
    "A class without samples has no weight: return nil. With 0, its first sample would count for nothing.",
    source: Origin.common("a guard against division by zero that invents a number"), section: Section.undefined),
]
