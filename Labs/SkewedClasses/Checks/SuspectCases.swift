import NumericCore
import SkewedClassesQuestions

/// Evaluations by all suspects, two each, in an order that the seed decides.
package func suspectCases(_ generator: inout Philox4x32x10) -> [EvaluationInput] {
  var cases = (EvaluationSuspect.allCases + EvaluationSuspect.allCases).map { suspect in
    telling(suspect, &generator)
  }
  generator.shuffleInPlace(&cases)
  return cases
}

/// An evaluation in which no two suspects report nearly the same.
private func telling(_ suspect: EvaluationSuspect, _ generator: inout Philox4x32x10) -> EvaluationInput {
  while true {
    let drawn = generator.scored(positives: 4, negatives: 9)
    let evaluation = Evaluation(
      scores: Array(drawn.scores), isPositive: drawn.isPositive, threshold: generator.pick([0.4, 0.6]),
      copies: generator.whole(2...5))
    let reports = EvaluationSuspect.allCases.map(evaluation.report)
    let areFar = reports.indices.allSatisfy { one in
      reports[..<one].allSatisfy { $0.differs(from: reports[one]) }
    }
    guard areFar else { continue }
    return EvaluationInput(
      scores: drawn.scores, isPositive: drawn.isPositive, threshold: evaluation.threshold, copies: evaluation.copies,
      report: evaluation.report(by: suspect))
  }
}

extension EvaluationReport {
  /// Whether some number is clearly another.
  fileprivate func differs(from other: EvaluationReport) -> Bool {
    max(abs(accuracy - other.accuracy), abs(precision - other.precision), abs(recall - other.recall)) > 0.01
  }
}

/// Scored samples, from which every suspect makes a report: as sums over samples with weights.
private struct Evaluation {
  var scores: [Double]
  var isPositive: [Bool]
  var threshold: Double
  var copies: Int

  func report(by suspect: EvaluationSuspect) -> EvaluationReport {
    let isStrict = suspect == .strictThreshold
    let predictions = scores.map { isStrict ? $0 > threshold : $0 >= threshold }
    let weights = isPositive.map { $0 && suspect == .oversampledTest ? Double(copies) : 1 }
    func share(_ isCounted: (Int) -> Bool, among isMember: (Int) -> Bool) -> Double {
      let members = scores.indices.filter(isMember)
      return members.filter(isCounted).reduce(0) { $0 + weights[$1] } / members.reduce(0) { $0 + weights[$1] }
    }
    func isRight(_ index: Int) -> Bool { predictions[index] == isPositive[index] }
    let accuracy = share(isRight, among: { _ in true })
    let precisions = [true, false].map { aClass in share(isRight, among: { predictions[$0] == aClass }) }
    let recalls = [true, false].map { aClass in share(isRight, among: { isPositive[$0] == aClass }) }
    let positives = share({ isPositive[$0] }, among: { _ in true })
    func mean(_ pair: [Double], _ weight: Double) -> Double { weight * pair[0] + (1 - weight) * pair[1] }
    let (precision, recall) =
      switch suspect {
      case .noMistake, .strictThreshold, .oversampledTest: (precisions[0], recalls[0])
      case .errorsExchanged: (recalls[0], precisions[0])
      case .classesExchanged: (precisions[1], recalls[1])
      case .macroAverages: (mean(precisions, 0.5), mean(recalls, 0.5))
      case .weightedAverages: (mean(precisions, positives), mean(recalls, positives))
      }
    return EvaluationReport(accuracy: accuracy, precision: precision, recall: recall)
  }
}
