import LabKit
import NumericCore
import SkewedClassesQuestions

/// Samples with what a model predicts for them.
struct Scored: Sendable {
  /// The probabilities of being positive.
  var scores: [Double]
  /// The true classes.
  var isPositive: [Bool]

  /// How many samples are positive.
  var positives: Int { isPositive.count { $0 } }
  /// How many are negative.
  var negatives: Int { isPositive.count - positives }

  /// As an exercise asks for them.
  func input(threshold: Double? = nil) -> ScoresInput {
    ScoresInput(scores: Vector(scores), isPositive: isPositive, threshold: threshold)
  }

  /// All positives, and so many negatives drawn without replacement.
  func keeping(negatives count: Int, draws: Philox4x32x10) -> Scored {
    var draws = draws
    let all = scores.indices.filter { !isPositive[$0] }
    let kept = Set(draws.sampleWithoutReplacement(count, below: all.count).map { all[$0] })
    let samples = scores.indices.filter { isPositive[$0] || kept.contains($0) }
    return Scored(scores: samples.map { scores[$0] }, isPositive: samples.map { isPositive[$0] })
  }
}

/// Every sample scored by a model that hasn't seen it, nor an equal one: each fold by the model of the others.
///
/// - Parameter weights: of the training samples, given them; 1 by default.
func scoredOutOfFold(
  _ data: SkewedData, folds count: Int = 5, draws: Philox4x32x10,
  weights: @Sendable (SkewedData) -> Vector<Double>? = { _ in nil }
) throws -> Scored {
  let folds = GroupedSplit(data).folds(count, draws: draws)
  let parts = try folds.indices.map { $0 }.sideBySide { fold in
    let training = data[folds.indices.filter { $0 != fold }.flatMap { folds[$0] }.sorted()]
    let test = data[folds[fold]]
    return Scored(
      scores: try LogisticModel(training, sampleWeights: weights(training)).probabilities(test.features),
      isPositive: test.isPositive)
  }
  return Scored(scores: parts.flatMap(\.scores), isPositive: parts.flatMap(\.isPositive))
}
