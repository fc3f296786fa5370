import AnswerChecks
import NumericCore
import SkewedClassesQuestions

extension WrongAnswers {
  /// Who made the table (6.13), with the mistakes asked for.
  public func suspect(
    scores: Vector<Double>, isPositive: [Bool], threshold: Double, copies: Int, report: EvaluationReport
  ) throws -> EvaluationSuspect {
    let input = EvaluationInput(
      scores: scores, isPositive: isPositive, threshold: threshold, copies: copies, report: report)
    let found = try nearest(to: input)
    if makes("rows-for-columns"), found == .errorsExchanged { return .classesExchanged }
    if makes("averages-confused") {
      if found == .macroAverages { return .weightedAverages }
      if found == .weightedAverages { return .macroAverages }
    }
    if makes("ties-overlooked"), found == .strictThreshold { return .noMistake }
    if makes("recall-unchanged"), found == .oversampledTest { return .noMistake }
    return found
  }

  /// The suspect whose report comes closest, by what is looked at.
  private func nearest(to input: EvaluationInput) throws -> EvaluationSuspect {
    let suspects = EvaluationSuspect.allCases.filter { suspect in
      !(makes("everybody-guilty") && suspect == .noMistake)
    }
    let distances = try suspects.map { suspect -> (EvaluationSuspect, Double) in
      guard let report = try right.report(of: suspect, on: input) else { return (suspect, .infinity) }
      var differences = [report.accuracy - input.report.accuracy]
      if !makes("accuracy-only") {
        differences += [report.precision - input.report.precision, report.recall - input.report.recall]
      }
      return (suspect, differences.map(abs).max() ?? 0)
    }
    return distances.min { $0.1 < $1.1 - 1e-12 }?.0 ?? .noMistake
  }
}

let suspectMisconceptions = [
  Misconception(
    "6.13", "accuracy-only",
    """
    You go by accuracy alone. Exchanged errors, exchanged classes and averaged metrics all leave it as it is: look at \
    precision and recall.
    """,
    source: Origin.myrvoll("accuracy, the first of the three numbers"), section: Section.reading),
  Misconception(
    "6.13", "rows-for-columns",
    "You blame exchanged classes where only the errors are: precision and recall have changed places, no more.",
    source: Origin.common("a transposed table and a renamed class look alike at first sight"), section: Section.reading),
  Misconception(
    "6.13", "averages-confused",
    "You exchange the two averages. The weighted recall equals the accuracy, the plain mean doesn't.",
    source: "scikit-learn's classification_report, which prints both below each other", section: Section.reading),
  Misconception(
    "6.13", "recall-unchanged",
    "You clear whoever oversampled the test set, since recall is right. Precision is too good, and accuracy differs.",
    source: Origin.common("oversampling before the split, which recall alone doesn't show"), section: Section.reading),
  Misconception(
    "6.13", "ties-overlooked",
    "You take the strict threshold for no mistake. A sample whose score just reaches the threshold tells the two apart.",
    source: Origin.common("> and >= are read as one"), section: Section.reading),
  Misconception(
    "6.13", "everybody-guilty",
    "You always find a mistake. Some of these reports are what they should be.",
    source: Origin.common("a question about mistakes is taken for an accusation"), section: Section.reading),
]
