import AnswerWire
import NumericCore

/// All that the lab asks. A set of answers, a student's or the reference, conforms to it.
public protocol SkewedClassesQuestions: CountQuestions, RankingQuestions, RemedyQuestions, InsightQuestions {}

/// The exercises as they are asked of any set of answers.
public let skewedClassesExercises: [Exercise<any SkewedClassesQuestions>] = [
  Exercise("6.1") { answers, input in try counts(input, by: answers) },
  Exercise("6.2") { answers, input in try accuracies(input, by: answers) },
  Exercise("6.3") { answers, input in try precisionAndRecall(input, by: answers) },
  Exercise("6.4") { answers, input in try fMeasure(input, by: answers) },
  Exercise("6.5") { answers, input in try rocPoints(input, by: answers) },
  Exercise("6.6") { answers, input in try rocArea(input, by: answers) },
  Exercise("6.7") { answers, input in try averagePrecision(input, by: answers) },
  Exercise("6.8") { answers, input in try costThreshold(input, by: answers) },
  Exercise("6.9") { answers, input in try cheapestThreshold(input, by: answers) },
  Exercise("6.10") { answers, input in try classWeights(input, by: answers) },
  Exercise("6.11") { answers, input in try averagedF1(input, by: answers) },
  Exercise("6.12") { answers, input in try predictedPrecision(input, by: answers) },
  Exercise("6.13") { answers, input in try suspect(input, by: answers) },
]

private func counts(_ input: ScoresInput, by answers: any SkewedClassesQuestions) throws -> FourCounts {
  try answers.counts(scores: input.scores, isPositive: input.isPositive, threshold: input.threshold ?? 0)
}

private func accuracies(_ input: CountsInput, by answers: any SkewedClassesQuestions) throws -> Accuracies {
  try answers.accuracies(counts: input.counts)
}

private func precisionAndRecall(_ input: CountsInput, by answers: any SkewedClassesQuestions) throws
  -> PrecisionAndRecall
{
  try answers.precisionAndRecall(counts: input.counts)
}

private func fMeasure(_ input: CountsInput, by answers: any SkewedClassesQuestions) throws -> Double? {
  try answers.fMeasure(counts: input.counts, beta: input.beta ?? 1)
}

private func rocPoints(_ input: ScoresInput, by answers: any SkewedClassesQuestions) throws -> [ROCPoint]? {
  try answers.rocPoints(scores: input.scores, isPositive: input.isPositive)
}

private func rocArea(_ input: ScoresInput, by answers: any SkewedClassesQuestions) throws -> Double? {
  try answers.rocArea(scores: input.scores, isPositive: input.isPositive)
}

private func averagePrecision(_ input: ScoresInput, by answers: any SkewedClassesQuestions) throws -> Double? {
  try answers.averagePrecision(scores: input.scores, isPositive: input.isPositive)
}

private func costThreshold(_ input: CostsInput, by answers: any SkewedClassesQuestions) throws -> Double {
  try answers.costThreshold(
    costOfFalsePositive: input.costOfFalsePositive, costOfFalseNegative: input.costOfFalseNegative,
    positiveWeight: input.positiveWeight)
}

private func cheapestThreshold(_ input: CostlyScoresInput, by answers: any SkewedClassesQuestions) throws
  -> CheapestThreshold
{
  try answers.cheapestThreshold(
    scores: input.scores, isPositive: input.isPositive, costOfFalsePositive: input.costOfFalsePositive,
    costOfFalseNegative: input.costOfFalseNegative)
}

private func classWeights(_ input: LabelsInput, by answers: any SkewedClassesQuestions) throws -> [Double?] {
  try answers.classWeights(labels: input.labels, classes: input.classes)
}

private func averagedF1(_ input: ConfusionInput, by answers: any SkewedClassesQuestions) throws -> AveragedF1 {
  try answers.averagedF1(confusion: input.confusion)
}

private func predictedPrecision(_ input: PrevalenceInput, by answers: any SkewedClassesQuestions) throws -> Double? {
  try answers.predictedPrecision(
    recall: input.recall, falsePositiveRate: input.falsePositiveRate, prevalence: input.prevalence)
}

private func suspect(_ input: EvaluationInput, by answers: any SkewedClassesQuestions) throws -> EvaluationSuspect {
  try answers.suspect(
    scores: input.scores, isPositive: input.isPositive, threshold: input.threshold, copies: input.copies,
    report: input.report)
}
